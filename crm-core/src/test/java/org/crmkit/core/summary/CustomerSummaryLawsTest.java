package org.crmkit.core.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.crmkit.core.activity.Activity;
import org.crmkit.core.activity.ActivityHistory;
import org.crmkit.core.activity.ActivityLog;
import org.crmkit.core.activity.Purchase;
import org.crmkit.core.activity.Refund;
import org.crmkit.core.tck.Populations;

class CustomerSummaryLawsTest {
    @Provide
    Arbitrary<List<Activity>> activities() {
        return Populations.activities(1, 40);
    }

    @Property(tries = 200)
    void summarizingEqualsMergingAnyPartition(@ForAll("activities") List<Activity> activities, @ForAll long seed) {
        Random random = new Random(seed);
        int parts = 1 + random.nextInt(6);
        List<List<Activity>> partition = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            partition.add(new ArrayList<>());
        }
        activities.forEach(activity -> partition.get(random.nextInt(parts)).add(activity));
        Collections.shuffle(partition, random);
        CustomerSummary merged = empty();
        for (List<Activity> part : partition) {
            Collections.shuffle(part, random);
            merged = merged.merge(summary(part));
        }
        assertThat(merged).isEqualTo(summary(activities));
    }

    @Property(tries = 200)
    void addingOneByOneInAnyOrderEqualsSummarizing(@ForAll("activities") List<Activity> activities, @ForAll long seed) {
        List<Activity> shuffled = new ArrayList<>(activities);
        Collections.shuffle(shuffled, new Random(seed));
        CustomerSummary sum = empty();
        for (Activity activity : shuffled) {
            sum = sum.plus(activity);
        }
        assertThat(sum).isEqualTo(summary(activities));
    }

    @Property(tries = 200)
    void mergeIsAssociativeAndCommutativeWithEmptyAsUnit(
            @ForAll("activities") List<Activity> a,
            @ForAll("activities") List<Activity> b,
            @ForAll("activities") List<Activity> c) {
        CustomerSummary x = summary(a);
        CustomerSummary y = summary(b);
        CustomerSummary z = summary(c);
        assertThat(x.merge(y).merge(z)).isEqualTo(x.merge(y.merge(z)));
        assertThat(x.merge(y)).isEqualTo(y.merge(x)).hasSameHashCodeAs(y.merge(x));
        assertThat(x.merge(empty())).isEqualTo(x);
        assertThat(empty().merge(x)).isEqualTo(x);
    }

    /** The whole of it, as a service lives it: deliveries that overlap, come in any order and repeat themselves. */
    @Property(tries = 200)
    void anyDeliveriesOfTheSameActivitiesGiveTheSameSummaries(
            @ForAll("populations") List<Activity> activities, @ForAll long seed) {
        Random random = new Random(seed);
        ActivityLog delivered = ActivityLog.of(List.of(), Populations.CENTS);
        List<Activity> missing = new ArrayList<>(activities);
        while (!missing.isEmpty()) {
            Collections.shuffle(missing, random);
            List<Activity> delivery = new ArrayList<>(missing.subList(0, 1 + random.nextInt(missing.size())));
            missing.removeAll(delivery);
            delivered.asList().stream().filter(known -> random.nextInt(3) == 0).forEach(delivery::add);
            Collections.shuffle(delivery, random);
            delivered = delivered.merge(ActivityLog.of(delivery, Populations.CENTS));
        }
        ActivityLog atOnce = ActivityLog.of(activities, Populations.CENTS);
        assertThat(delivered).isEqualTo(atOnce);
        for (int row = 0; row < atOnce.customers().size(); row++) {
            assertThat(CustomerSummary.of(delivered.history(row), Populations.BERLIN))
                    .isEqualTo(CustomerSummary.of(atOnce.history(row), Populations.BERLIN));
        }
    }

    @Property(tries = 200)
    void lateRefundChangesNothingButTheRefunds(@ForAll("activities") List<Activity> activities) {
        List<Activity> refundsLast = new ArrayList<>(activities);
        refundsLast.sort((a, b) -> Boolean.compare(a instanceof Refund, b instanceof Refund));
        List<Activity> withoutRefunds =
                activities.stream().filter(a -> !(a instanceof Refund)).toList();
        CustomerSummary all = summary(refundsLast);
        CustomerSummary bought = summary(withoutRefunds);
        assertThat(all.purchaseDays()).isEqualTo(bought.purchaseDays());
        assertThat(all.netUnits()).isEqualTo(bought.netUnits() - all.refundUnits());
        assertThat(all).isEqualTo(summary(activities));
    }

    @Property(tries = 200)
    void extraPurchaseNeverLowersOrdersOrAmountNorRaisesSilence(
            @ForAll("activities") List<Activity> activities, @ForAll("activities") List<Activity> more) {
        CustomerSummary before = summary(activities);
        CustomerSummary after = before;
        for (Activity activity : more) {
            after = activity instanceof Purchase ? after.plus(activity) : after;
        }
        assertThat(after.orders()).isGreaterThanOrEqualTo(before.orders());
        assertThat(after.netUnits()).isGreaterThanOrEqualTo(before.netUnits());
        if (before.hasPurchases()) {
            assertThat(after.lastPurchase().orElseThrow())
                    .isAfterOrEqualTo(before.lastPurchase().orElseThrow());
            assertThat(after.firstPurchase().orElseThrow())
                    .isBeforeOrEqualTo(before.firstPurchase().orElseThrow());
        }
    }

    @Property(tries = 200)
    void tableOfALogHoldsTheSummaryOfEachCustomer(@ForAll("populations") List<Activity> activities) {
        ActivityLog log = ActivityLog.of(activities, Populations.CENTS);
        SummaryTable table = SummaryTable.of(log, Populations.AS_OF);
        assertThat(table.customers()).isEqualTo(log.customers());
        for (int row = 0; row < table.size(); row++) {
            CustomerSummary one =
                    CustomerSummary.of(log.history(row).until(Populations.AS_OF.instant()), Populations.BERLIN);
            CustomerSummary fromTable = table.summary(row);
            assertThat(fromTable.purchaseDays()).isEqualTo(one.purchaseDays());
            assertThat(fromTable.refunds()).isEqualTo(one.refunds());
            assertThat(fromTable.refundUnits()).isEqualTo(one.refundUnits());
            assertThat((long) table.orders().get(row)).isEqualTo(one.orders());
            assertThat(table.grossUnits().get(row)).isEqualTo(one.grossUnits());
            assertThat(table.netUnits().get(row)).isEqualTo(one.netUnits());
            assertThat(table.recencyDays().get(row))
                    .isEqualTo(one.lastPurchase()
                            .map(day -> (int) Populations.AS_OF.daysSince(day))
                            .orElse(-1));
        }
    }

    @Provide
    Arbitrary<List<Activity>> populations() {
        return Populations.activities(8, 60);
    }

    private static CustomerSummary empty() {
        return CustomerSummary.empty(Populations.BERLIN, Populations.CENTS);
    }

    private static CustomerSummary summary(List<Activity> activities) {
        CustomerSummary sum = empty();
        if (activities.isEmpty()) {
            return sum;
        }
        ActivityHistory history = ActivityHistory.of(activities, Populations.CENTS);
        return CustomerSummary.of(history, Populations.BERLIN);
    }
}
