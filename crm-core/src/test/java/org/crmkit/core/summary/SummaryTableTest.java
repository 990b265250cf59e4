package org.crmkit.core.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.crmkit.core.activity.ActivityLog;
import org.crmkit.core.activity.Interaction;
import org.crmkit.core.activity.Purchase;
import org.crmkit.core.activity.Refund;
import org.crmkit.core.customer.CustomerId;
import org.crmkit.core.money.AmountUnit;
import org.crmkit.core.money.Money;
import org.crmkit.core.time.AsOf;
import org.junit.jupiter.api.Test;

class SummaryTableTest {
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final AsOf TODAY = AsOf.of(Instant.parse("2024-03-10T08:00:00Z"), BERLIN);
    private static final AmountUnit MILLS = AmountUnit.plain(3);
    private static final long MARCH_1 = LocalDate.of(2024, 3, 1).toEpochDay();

    @Test
    void rowsOfAnOrder_areOneOrderOnItsEarliestDay() {
        SummaryTable.Builder builder = SummaryTable.builder(TODAY, MILLS);
        int customer = builder.customer(new CustomerId("17850"));
        builder.purchase(customer, 536365, MARCH_1 + 1, 15_300).purchase(customer, 536365, MARCH_1, 20_340);
        builder.purchase(customer, 536366, MARCH_1 + 1, 1);
        SummaryTable table = builder.build();
        assertThat(table.orders().get(0)).isEqualTo(2);
        assertThat(table.rows().get(0)).isEqualTo(3);
        assertThat(table.purchaseDays().get(0)).isEqualTo(2);
        assertThat(table.dayUnits().toArray()).containsExactly(35_640, 1);
        assertThat(table.grossUnits().get(0)).isEqualTo(35_641);
        assertThat(table.recencyDays().get(0)).isEqualTo(8);
        assertThat(table.firstDay().get(0)).isEqualTo((int) MARCH_1);
    }

    @Test
    void customerWithoutRows_staysInTheTable() {
        SummaryTable.Builder builder = SummaryTable.builder(TODAY, MILLS);
        builder.customer(new CustomerId("b"));
        int a = builder.customer(new CustomerId("a"));
        builder.refund(a, MARCH_1, 0);
        SummaryTable table = builder.build();
        assertThat(table.customers()).extracting(CustomerId::value).containsExactly("a", "b");
        assertThat(table.refunds().toArray()).containsExactly(1, 0);
        assertThat(table.lastDay().toArray()).containsOnly(SummaryTable.NEVER);
        assertThat(table.recencyDays().toArray()).containsOnly(-1);
        assertThat(table.summary(1).hasPurchases()).isFalse();
    }

    @Test
    void of_purchasesAndRefundsOfALogAfterTheInstant_areLeftOutAndCounted() {
        Money euro = Money.ofMinor(100, EUR);
        Instant later = TODAY.instant().plusNanos(1);
        ActivityLog log = ActivityLog.of(
                List.of(
                        Purchase.of("p1", "a", TODAY.instant(), euro),
                        Purchase.of("p2", "a", later, euro),
                        Refund.of("r1", "a", later, euro, "p1"),
                        Interaction.of("i1", "a", later, Interaction.Kind.CALL)),
                AmountUnit.of(EUR));
        SummaryTable table = SummaryTable.of(log, TODAY);
        assertThat(table.rowsAfterAsOf()).isEqualTo(2);
        assertThat(table.orders().get(0)).isEqualTo(1);
    }

    @Test
    void of_customerGivenTwice_isRefused() {
        ActivityLog log = ActivityLog.of(
                List.of(Purchase.of("p1", "a", TODAY.instant(), Money.ofMinor(100, EUR))), AmountUnit.of(EUR));
        CustomerId a = new CustomerId("a");
        assertThatThrownBy(() -> SummaryTable.of(log, List.of(a, new CustomerId("b"), a), TODAY))
                .hasMessage("customer a must be given once, was given twice");
    }

    @Test
    void rowsAfterTheInstant_areLeftOutAndCounted() {
        SummaryTable.Builder builder = SummaryTable.builder(TODAY, MILLS);
        int a = builder.customer(new CustomerId("a"));
        builder.purchase(a, 1, LocalDate.of(2024, 3, 11).toEpochDay(), 5);
        assertThat(builder.build().rowsAfterAsOf()).isEqualTo(1);
        assertThat(builder.build().orders().get(0)).isZero();
    }

    @Test
    void purchaseLaterOnTheSameDay_isNotYetKnown() {
        Currency eur = Currency.getInstance("EUR");
        ActivityLog log = ActivityLog.of(
                List.of(
                        Purchase.of("p1", "1", TODAY.instant(), Money.ofMinor(100, eur)),
                        Purchase.of("p2", "1", TODAY.instant().plusNanos(1), Money.ofMinor(100, eur))),
                AmountUnit.of(eur));
        assertThat(SummaryTable.of(log, TODAY).orders().get(0)).isEqualTo(1);
    }

    @Test
    void amountsBeyondALong_areRefusedNotWrapped() {
        SummaryTable.Builder builder = SummaryTable.builder(TODAY, MILLS);
        int a = builder.customer(new CustomerId("a"));
        builder.purchase(a, 1, MARCH_1, Long.MAX_VALUE).purchase(a, 2, MARCH_1, 1);
        assertThatThrownBy(builder::build).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> builder.purchase(a, 3, MARCH_1, -1))
                .hasMessage("units of a purchase must be at least 0, was -1");
    }

    @Test
    void merge_otherZoneOrUnit_isRefused() {
        CustomerSummary here = CustomerSummary.empty(BERLIN, MILLS);
        assertThatThrownBy(() -> here.merge(CustomerSummary.empty(ZoneId.of("UTC"), MILLS)))
                .hasMessage("zone must be Europe/Berlin, was UTC");
        assertThatThrownBy(() -> here.merge(CustomerSummary.empty(BERLIN, AmountUnit.plain(2))))
                .hasMessageContaining("unit must be");
    }
}
