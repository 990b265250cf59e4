package org.crmkit.lifecycle.clv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.crmkit.core.activity.Activity;
import org.crmkit.core.activity.ActivityId;
import org.crmkit.core.activity.ActivityLog;
import org.crmkit.core.activity.Purchase;
import org.crmkit.core.activity.Refund;
import org.crmkit.core.customer.CustomerId;
import org.crmkit.core.json.CrmJson;
import org.crmkit.core.money.AmountUnit;
import org.crmkit.core.money.Money;
import org.crmkit.core.summary.CustomerSummary;
import org.crmkit.core.time.TimeGrain;
import org.crmkit.lifecycle.json.CrmLifecycleModule;
import org.crmkit.lifecycle.purchase.BuyerState;
import org.crmkit.lifecycle.purchase.DiscountRate;
import org.crmkit.lifecycle.purchase.PurchaseModelFamily;
import org.junit.jupiter.api.Test;

/** One customer kept by a service: events as they come, and as they should not. */
class EventToScoreTest {

    private static final Currency USD = Currency.getInstance("USD");
    private static final CustomerId ANA = new CustomerId("ana");

    private static Instant at(String day) {
        return LocalDate.parse(day).atTime(9, 0).toInstant(ZoneOffset.UTC);
    }

    private static int day(String day) {
        return (int) LocalDate.parse(day).toEpochDay();
    }

    private static Activity bought(String id, String day, String amount) {
        return Purchase.of(id, "ana", at(day), Money.parse("USD " + amount));
    }

    private static Activity refunded(String id, String day, String amount) {
        return new Refund(
                new ActivityId(id),
                ANA,
                at(day),
                Optional.empty(),
                Money.parse("USD " + amount),
                Optional.empty(),
                Optional.empty());
    }

    private static BuyerState state(List<Activity> activities) {
        ActivityLog log = ActivityLog.of(activities, AmountUnit.of(USD));
        CustomerSummary summary = CustomerSummary.of(log.history(ANA), ZoneOffset.UTC);
        return BuyerState.of(summary, BuyerState.Returns.NET).orElseThrow();
    }

    private static ProbabilisticClv model() {
        return ProbabilisticClvTest.atReference(
                PurchaseModelFamily.mbgNbd(),
                "MBG/NBD",
                "cdnow_sample",
                ClvTerms.of(Horizon.ahead(52, TimeGrain.WEEK), new DiscountRate(0.1)));
    }

    @Test
    void eventsInOrder_giveTheStateOfTheWholeLog() {
        BuyerState kept = BuyerState.first(day("2025-01-03"), 20)
                .bought(day("2025-02-01"), 30.50)
                .refunded(10.25)
                .bought(day("2025-02-01"), 4.75)
                .bought(day("2025-03-09"), 12);
        BuyerState whole = state(List.of(
                bought("1", "2025-01-03", "20.00"),
                bought("2", "2025-02-01", "30.50"),
                refunded("3", "2025-02-02", "10.25"),
                bought("4", "2025-02-01", "4.75"),
                bought("5", "2025-03-09", "12.00")));
        assertThat(kept).isEqualTo(whole);
    }

    /** A day that lies behind may be one that is counted already: the state does not know, and sends it to the summary, which does. */
    @Test
    void aLateEvent_belongsIntoTheSummary() {
        List<Activity> known = List.of(bought("1", "2025-01-03", "20.00"), bought("2", "2025-03-01", "30.00"));
        CustomerSummary summary =
                CustomerSummary.of(ActivityLog.of(known, AmountUnit.of(USD)).history(ANA), ZoneOffset.UTC);
        BuyerState kept = state(known);
        assertThatThrownBy(() -> kept.bought(day("2025-02-01"), 10))
                .hasMessageContaining("a late event belongs into the summary");
        BuyerState mended = BuyerState.of(summary.plus(bought("3", "2025-02-01", "10.00")), BuyerState.Returns.NET)
                .orElseThrow();
        assertThat(mended.repeatPurchases()).isEqualTo(2);
        assertThat(mended.repeatSpend()).isEqualTo(40);
        assertThat(mended.sumLogGapDays()).isCloseTo(Math.log(29) + Math.log(28), within(1e-12));
        assertThat(mended).isEqualTo(state(List.of(known.get(1), bought("3", "2025-02-01", "10.00"), known.get(0))));
    }

    /** The log takes an id once; whoever keeps the state alone must do so himself. */
    @Test
    void aDuplicate_isTakenOnceByTheLog() {
        Activity first = bought("1", "2025-01-03", "20.00");
        Activity second = bought("2", "2025-02-01", "30.00");
        assertThat(state(List.of(first, second, second, first))).isEqualTo(state(List.of(first, second)));
    }

    /** Who gave more back than he bought is scored by the policy, never below nothing. */
    @Test
    void refundsBeyondTheSpend_neverMakeAValueNegative() {
        BuyerState kept = BuyerState.first(day("2025-01-03"), 20)
                .bought(day("2025-02-01"), 30)
                .refunded(500);
        assertThat(model().value(kept, day("2025-04-01")).orElseThrow()).isPositive();
        assertThat(model().value(BuyerState.first(day("2025-01-03"), 20).refunded(70), day("2025-04-01"))
                        .orElseThrow())
                .isPositive();
    }

    @Test
    void stateIsRestoredFromJson_toTheBit() {
        CrmJson json = CrmJson.standard().with(new CrmLifecycleModule());
        BuyerState kept = BuyerState.first(day("2025-01-03"), 1.0 / 3).bought(day("2025-02-01"), 0.1 + 0.2);
        assertThat(json.write(kept))
                .isEqualTo("{\"firstDay\":20091,\"lastDay\":20120,\"repeatPurchases\":1,"
                        + "\"sumLogGapDays\":3.367295829986474,\"firstSpend\":0.3333333333333333,"
                        + "\"repeatSpend\":0.30000000000000004}");
        assertThat(json.read(json.write(kept), BuyerState.class)).isEqualTo(kept);
    }

    /** The goal of spec/clv.md (f) 9, in bytes; its microseconds stand in docs/performance.md. */
    @Test
    void anEventAndItsNewValue_takeAtMostAKilobyte() {
        ProbabilisticClv model = model();
        BuyerState[] states = new BuyerState[500];
        for (int i = 0; i < states.length; i++) {
            states[i] = BuyerState.first(20_000 + i % 90, 20 + i);
            for (int k = 0; k < i % 12; k++) {
                states[i] = states[i].bought(states[i].lastDay() + 5 + k, 30);
            }
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        double values = 0;
        for (int round = 0; round < 60; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (BuyerState state : states) {
                values += model.value(state.bought(20_200, 35), 20_210).orElseThrow();
            }
            least = Math.min(least, (threads.getCurrentThreadAllocatedBytes() - before) / states.length);
        }
        assertThat(values).isPositive();
        assertThat(least).isLessThanOrEqualTo(1024);
    }
}
