package org.crmkit.core.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.crmkit.core.customer.CustomerId;
import org.crmkit.core.money.AmountUnit;
import org.crmkit.core.money.CurrencyMismatchException;
import org.crmkit.core.money.Money;
import org.crmkit.core.regulation.ItemClass;
import org.junit.jupiter.api.Test;

class ActivityLogTest {
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final AmountUnit CENTS = AmountUnit.of(EUR);
    private static final Instant NOON = Instant.parse("2024-02-29T12:00:00Z");

    @Test
    void of_sameActivityTwice_countsOnce() {
        Purchase purchase = purchase("p1", "7", NOON, 1299);
        assertThat(ActivityLog.of(List.of(purchase, purchase("p1", "7", NOON, 1299)), CENTS)
                        .asList())
                .containsExactly(purchase);
    }

    @Test
    void of_sameIdOtherContent_namesBoth() {
        List<Activity> conflicting = List.of(purchase("p1", "7", NOON, 1299), purchase("p1", "7", NOON, 1300));
        assertThatThrownBy(() -> ActivityLog.of(conflicting, CENTS))
                .isInstanceOf(ConflictingActivityException.class)
                .hasMessageContaining("'p1'")
                .hasMessageContaining("purchase at 2024-02-29T12:00:00Z")
                .hasMessageContaining("with another amount; the same id must always say the same")
                .hasMessageNotContaining("12.99")
                .satisfies(thrown -> {
                    ConflictingActivityException conflict = (ConflictingActivityException) thrown;
                    assertThat(conflict.known()).isEqualTo(conflicting.get(0));
                    assertThat(conflict.arrived()).isEqualTo(conflicting.get(1));
                });
    }

    @Test
    void of_sameIdOtherKindAndDay_namesTheFields() {
        Activity call = Interaction.of("p1", "8", NOON.plusSeconds(1), Interaction.Kind.CALL);
        assertThatThrownBy(() -> ActivityLog.of(List.of(purchase("p1", "7", NOON, 1), call), CENTS))
                .hasMessage(
                        "activity id 'p1' was already taken by a purchase at 2024-02-29T12:00:00Z and came again as a"
                                + " interaction.call at 2024-02-29T12:00:01Z with another kind, another customer, another"
                                + " instant; the same id must always say the same");
    }

    @Test
    void toString_neverSaysWhatTheActivitySays() {
        Purchase purchase = new Purchase(
                new ActivityId("p1"),
                new CustomerId("7"),
                NOON,
                Optional.empty(),
                Money.ofMinor(1299, EUR),
                List.of(PurchaseLine.of("insulin", ItemClass.OTHER, 1, Money.ofMinor(1299, EUR))));
        assertThat(purchase).hasToString("Purchase[id=p1, customer=7, at=2024-02-29T12:00:00Z]");
        assertThat(new SurveyResponse(
                        new ActivityId("v"), new CustomerId("1"), NOON, Optional.empty(), "nps", Map.of("pain", 9.0)))
                .hasToString("SurveyResponse[id=v, customer=1, at=2024-02-29T12:00:00Z]");
    }

    @Test
    void at_beyondTheYearsOfTheCalendar_isRefused() {
        for (Instant at : List.of(Instant.MAX, Instant.MIN, Instant.parse("+10000-01-01T00:00:00Z"))) {
            assertThatThrownBy(() -> purchase("p1", "7", at, 1))
                    .hasMessage(
                            "at of p1 must be in [0000-01-01T00:00:00Z, 9999-12-31T23:59:59.999999999Z], was " + at);
        }
    }

    @Test
    void of_otherCurrencyThanUnit_isRefused() {
        Activity dollars = Purchase.of("p1", "7", NOON, Money.ofMinor(1, Currency.getInstance("USD")));
        assertThatThrownBy(() -> ActivityLog.of(List.of(dollars), CENTS)).isInstanceOf(CurrencyMismatchException.class);
    }

    @Test
    void customers_wholeNumbers_standAsNumbers() {
        ActivityLog log = ActivityLog.of(
                List.of(purchase("a", "10", NOON, 1), purchase("b", "9", NOON, 1), purchase("c", "100", NOON, 1)),
                CENTS);
        assertThat(log.customers()).extracting(CustomerId::value).containsExactly("9", "10", "100");
    }

    @Test
    void customers_mixedIds_standAsTextByCodePoint() {
        ActivityLog log = ActivityLog.of(
                List.of(
                        purchase("a", "10", NOON, 1),
                        purchase("b", "9", NOON, 1),
                        purchase("c", "x", NOON, 1),
                        purchase("d", "\uD83D\uDE00", NOON, 1),
                        purchase("e", "\uFF5E", NOON, 1)),
                CENTS);
        assertThat(log.customers())
                .extracting(CustomerId::value)
                .containsExactly("10", "9", "x", "\uFF5E", "\uD83D\uDE00");
    }

    @Test
    void history_until_includesTheInstantItself() {
        ActivityHistory history = ActivityHistory.of(
                List.of(
                        purchase("p3", "7", NOON.plusNanos(1), 3),
                        purchase("p1", "7", NOON.minusSeconds(1), 1),
                        purchase("p2", "7", NOON, 2)),
                CENTS);
        assertThat(history.until(NOON).asList())
                .extracting(Activity::id)
                .extracting(ActivityId::value)
                .containsExactly("p1", "p2");
        assertThat(history.until(Instant.MIN).size()).isZero();
        assertThat(history.until(Instant.MAX)).isEqualTo(history);
        assertThat(history.nano(2)).isEqualTo(1);
        assertThat(history.at(2)).isEqualTo(NOON.plusNanos(1));
        assertThat(history.units(2)).isEqualTo(3);
        assertThat(history.code(2)).isEqualTo("purchase");
    }

    @Test
    void history_ofSeveralCustomers_isRefused() {
        assertThatThrownBy(() ->
                        ActivityHistory.of(List.of(purchase("a", "1", NOON, 1), purchase("b", "2", NOON, 1)), CENTS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("activities must all be of one customer, were of 2");
    }

    @Test
    void history_unknownCustomer_isEmpty() {
        ActivityLog log = ActivityLog.of(List.of(purchase("a", "1", NOON, 1)), CENTS);
        assertThat(log.history(new CustomerId("x")).size()).isZero();
        assertThat(log.rowOf(new CustomerId("x"))).isEqualTo(OptionalInt.empty());
        assertThat(log.rowOf(new CustomerId("1"))).isEqualTo(OptionalInt.of(0));
    }

    @Test
    void window_spansFirstToLast() {
        ActivityLog log = ActivityLog.of(
                List.of(purchase("a", "1", NOON, 1), purchase("b", "2", NOON.minusSeconds(5), 1)), CENTS);
        assertThat(log.window().orElseThrow().from()).isEqualTo(NOON.minusSeconds(5));
        assertThat(log.window().orElseThrow().contains(NOON)).isTrue();
        assertThat(ActivityLog.of(List.of(), CENTS).window()).isEmpty();
    }

    @Test
    void codes_tellKindsApart() {
        assertThat(Interaction.of("i", "1", NOON, Interaction.Kind.CONSULTATION).code())
                .isEqualTo("interaction.consultation");
        assertThat(ServiceCaseEvent.of("s", "1", NOON, "c1", ServiceCaseEvent.Step.OPENED)
                        .code())
                .isEqualTo("case.opened");
        assertThat(new SurveyResponse(
                                new ActivityId("v"),
                                new CustomerId("1"),
                                NOON,
                                Optional.empty(),
                                "nps",
                                Map.of("q", 9.0))
                        .code())
                .isEqualTo("survey.nps");
        assertThat(new CustomActivity(
                                new ActivityId("k"), new CustomerId("1"), NOON, Optional.empty(), "card-lost", Map.of())
                        .code())
                .isEqualTo("custom.card-lost");
    }

    @Test
    void activities_refuseWhatCannotBe() {
        assertThatThrownBy(() -> purchase("p", "1", NOON, -1))
                .hasMessage("amount of purchase p must not be negative, was EUR -0.01");
        assertThatThrownBy(() -> PurchaseLine.of("aspirin", ItemClass.OTC_B, 0, Money.ofMinor(1, EUR)))
                .hasMessage("quantity of aspirin must be more than 0 and at most 1000000000, was 0");
        assertThatThrownBy(() -> new SurveyResponse(
                        new ActivityId("v"),
                        new CustomerId("1"),
                        NOON,
                        Optional.empty(),
                        "nps",
                        Map.of("q", Double.NaN)))
                .hasMessage("answer to q of v must be finite, was NaN");
        assertThatThrownBy(() -> new CustomActivity(
                        new ActivityId("k"), new CustomerId("1"), NOON, Optional.empty(), "Card Lost", Map.of()))
                .hasMessageContaining("name must be 1 to 60 of a-z");
        assertThatThrownBy(() -> new ItemClass("rx")).hasMessageContaining("was 'rx'");
        assertThatThrownBy(() -> new ActivityId(" ")).hasMessageContaining("must not be blank");
    }

    private static Purchase purchase(String id, String customer, Instant at, long cents) {
        return Purchase.of(id, customer, at, Money.ofMinor(cents, EUR));
    }
}
