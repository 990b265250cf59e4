package org.crmkit.examples.benchmarks;

import static org.crmkit.core.condition.Conditions.all;
import static org.crmkit.core.condition.Conditions.any;
import static org.crmkit.core.condition.Conditions.not;
import static org.crmkit.core.condition.Conditions.purchases;
import static org.crmkit.core.condition.Conditions.where;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.crmkit.core.activity.Activity;
import org.crmkit.core.activity.Purchase;
import org.crmkit.core.attribute.AttributeKey;
import org.crmkit.core.attribute.Attributes;
import org.crmkit.core.condition.ActivityFacts;
import org.crmkit.core.condition.AggregateClause;
import org.crmkit.core.condition.Condition;
import org.crmkit.core.condition.ConditionSet;
import org.crmkit.core.condition.ConditionTracker;
import org.crmkit.core.condition.EvaluationContext;
import org.crmkit.core.condition.SummaryFacts;
import org.crmkit.core.customer.CustomerType;
import org.crmkit.core.customer.Person;
import org.crmkit.core.money.Money;
import org.crmkit.core.profile.Profile;
import org.crmkit.core.time.AsOf;

/**
 * What one purchase costs a customer of whom 200 segments are kept, and the memory that keeping them takes.
 *
 * <p>The segments ask for counts and sums over 20 windows, for facts of the history and for attributes, 449 different leaves in all;
 * a customer has 40 purchases in two years. {@code java -cp examples/benchmarks/target/crm-benchmarks.jar
 * org.crmkit.examples.benchmarks.TrackedSegments [customers]}.
 */
public final class TrackedSegments {
    private static final int SEGMENTS = 200;
    private static final int PURCHASES = 40;
    private static final int EVENTS = 20;
    private static final int WARM_UP_ROUNDS = 20;
    private static final int COLLECTIONS = 3;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final long SEED = 20_260_101;
    private static final AttributeKey<Long> AGE = AttributeKey.integer("age");
    private static final AttributeKey<String> CITY = AttributeKey.code("city");
    private static final int[] WINDOWS = {
        7, 14, 21, 30, 45, 60, 75, 90, 105, 120, 150, 180, 210, 240, 270, 300, 330, 365, 450, 540
    };

    private TrackedSegments() {}

    static Map<String, Condition> segments() {
        SplittableRandom random = new SplittableRandom(SEED);
        Map<String, Condition> segments = new LinkedHashMap<>();
        for (int i = 0; i < SEGMENTS; i++) {
            AggregateClause count = purchases().last(window(random)).count();
            AggregateClause sum = purchases().last(window(random)).sum(ActivityFacts.AMOUNT);
            segments.put(
                    "segment-" + i,
                    all(
                            any(count.atLeast(1 + random.nextInt(10)), sum.atLeast(50 * (1 + random.nextInt(40)))),
                            where(SummaryFacts.RECENCY_DAYS).atMost(5 * (1 + random.nextInt(40))),
                            i % 2 == 0
                                    ? where(AGE).between(18 + random.nextInt(20), 40 + random.nextInt(30))
                                    : not(where(CITY).is("c" + random.nextInt(10)))));
        }
        return segments;
    }

    private static Period window(SplittableRandom random) {
        return Period.ofDays(WINDOWS[random.nextInt(WINDOWS.length)]);
    }

    static ConditionTracker tracker(ConditionSet set, int customer, SplittableRandom random) {
        Instant now = SimulatedShop.START;
        List<Activity> activities = new ArrayList<>();
        for (int i = 0; i < PURCHASES; i++) {
            activities.add(purchase(customer, i, now.minusSeconds(random.nextInt(730 * 86_400)), random));
        }
        Attributes attributes = Attributes.builder()
                .put(AGE, 18L + random.nextInt(70))
                .put(CITY, "c" + random.nextInt(10))
                .build();
        AsOf asOf = AsOf.of(now, SimulatedShop.ZONE);
        Profile profile = Profile.of(
                Person.of(SimulatedShop.id(customer), CustomerType.CONSUMER, attributes),
                activities,
                asOf,
                SimulatedShop.UNIT);
        return set.track(profile, EvaluationContext.STANDARD.withAsOf(asOf));
    }

    static Purchase purchase(int customer, int number, Instant at, SplittableRandom random) {
        return Purchase.of(
                customer + "-" + number,
                SimulatedShop.id(customer).value(),
                at,
                Money.ofMinor(500 + random.nextInt(30_000), SimulatedShop.CURRENCY));
    }

    /**
     * Prints what an event costs, and what a tracker weighs.
     *
     * @param args customers (1,000)
     */
    public static void main(String[] args) {
        int customers = args.length > 0 ? Integer.parseInt(args[0]) : 1_000;
        ConditionSet set = ConditionSet.of(segments());
        System.out.println(set);
        for (int round = 0; round < WARM_UP_ROUNDS; round++) {
            rounds(set, customers / 4 + 1, round);
        }
        print("purchase", rounds(set, customers, WARM_UP_ROUNDS));
        SplittableRandom random = new SplittableRandom(SEED);
        ConditionTracker[] kept = new ConditionTracker[customers];
        long before = liveBytes();
        for (int i = 0; i < customers; i++) {
            kept[i] = tracker(set, i, random);
        }
        long after = liveBytes();
        System.out.printf(
                Locale.ROOT,
                "%,d trackers: %,d bytes each, the %d purchases and the profile included%n",
                kept.length,
                (after - before) / customers,
                PURCHASES);
    }

    /** Returns the nanoseconds of CPU that taking in each of some purchases took, sorted; the changes told are counted, so that none is left out. */
    private static long[] rounds(ConditionSet set, int customers, int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        long[] nanos = new long[customers * EVENTS];
        long changes = 0;
        int next = 0;
        for (int customer = 0; customer < customers; customer++) {
            ConditionTracker tracker = tracker(set, customer, random);
            Instant at = SimulatedShop.START;
            for (int i = 0; i < EVENTS; i++) {
                at = at.plus(Duration.ofHours(1 + random.nextInt(24 * 30)));
                Purchase purchase = purchase(customer, PURCHASES + i, at, random);
                changes += tracker.advanceTo(at).size();
                long start = THREADS.getCurrentThreadCpuTime();
                changes += tracker.add(purchase).size();
                nanos[next++] = THREADS.getCurrentThreadCpuTime() - start;
            }
        }
        if (changes == 0) {
            throw new IllegalStateException("purchases must change a segment, changed none");
        }
        Arrays.sort(nanos);
        return nanos;
    }

    private static void print(String what, long[] nanos) {
        System.out.printf(
                Locale.ROOT,
                "%s: %,d events, CPU median %.2f us, mean %.2f us, 99 %% below %.2f us%n",
                what,
                nanos.length,
                nanos[nanos.length / 2] / 1e3,
                Arrays.stream(nanos).average().orElseThrow() / 1e3,
                nanos[nanos.length * 99 / 100] / 1e3);
    }

    private static long liveBytes() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
