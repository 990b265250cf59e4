package org.crmkit.examples.benchmarks;

import static org.crmkit.core.condition.Conditions.all;
import static org.crmkit.core.condition.Conditions.purchases;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.crmkit.core.activity.Activity;
import org.crmkit.core.activity.Purchase;
import org.crmkit.core.attribute.Attributes;
import org.crmkit.core.condition.ActivityFacts;
import org.crmkit.core.condition.CompiledCondition;
import org.crmkit.core.condition.Condition;
import org.crmkit.core.condition.EvaluationContext;
import org.crmkit.core.condition.MembershipPolicy;
import org.crmkit.core.condition.Truth;
import org.crmkit.core.condition.TruthColumn;
import org.crmkit.core.customer.CustomerId;
import org.crmkit.core.customer.CustomerType;
import org.crmkit.core.customer.Person;
import org.crmkit.core.decision.DomainEvent;
import org.crmkit.core.decision.LabeledCondition;
import org.crmkit.core.decision.Trigger;
import org.crmkit.core.decision.TriggerQueue;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.profile.Profile;
import org.crmkit.core.time.AsOf;

/**
 * Keeps four segments of a {@link SimulatedShop} up to date for some days: whoever buys is looked at, and whoever's answer time alone changes, and no one else.
 *
 * <p>Looking at everyone once a day costs customers x days evaluations and notices a change up to a day late. Here it is noticed at its instant; in the end the
 * segments are those of asking everyone anew. {@code java -Xmx8g -cp examples/benchmarks/target/crm-benchmarks.jar
 * org.crmkit.examples.benchmarks.SegmentUpkeep [customers [days]]}.
 */
public final class SegmentUpkeep {
    private static final long SEED = 20_260_101;

    private final SimulatedShop shop;
    private final List<LabeledCondition> segments = segments();
    private final Map<CustomerId, String> labels = new HashMap<>();
    private final Map<CustomerId, List<Purchase>> bought = new HashMap<>();
    private final TriggerQueue<Profile> queue;
    private final CustomerBase start;
    private int next;
    private long looks;

    SegmentUpkeep(SimulatedShop shop) {
        this.shop = shop;
        Trigger<Profile> segment =
                Trigger.when("segment", segments, EvaluationContext.STANDARD, MembershipPolicy.UNKNOWN_IS_OUT);
        this.queue = new TriggerQueue<>(
                List.of(Trigger.of("segment", (profile, at) -> {
                    looks++;
                    return segment.observe(profile, at);
                })),
                SimulatedShop.START);
        this.start = shop.base(SimulatedShop.START);
        for (int row = 0; row < start.size(); row++) {
            queue.update(start.id(row), start.profile(row), this::note);
        }
        looks = 0;
    }

    private static List<LabeledCondition> segments() {
        return List.of(
                LabeledCondition.of(
                        "vip",
                        all(
                                purchases().last(Period.ofDays(90)).count().atLeast(3),
                                purchases()
                                        .last(Period.ofDays(90))
                                        .sum(ActivityFacts.AMOUNT)
                                        .atLeast("500.00"))),
                LabeledCondition.of(
                        "main", purchases().last(Period.ofMonths(6)).count().atLeast(2)),
                LabeledCondition.of("lapsing", purchases().lastDays(120).none()),
                LabeledCondition.of("ordinary", all()));
    }

    private void note(DomainEvent event) {
        labels.put(event.subject(), event.label());
    }

    /** Lets time pass, with what is bought meanwhile. */
    void advanceTo(Instant moment) {
        List<Purchase> coming = shop.coming();
        for (; next < coming.size() && !coming.get(next).at().isAfter(moment); next++) {
            Purchase purchase = coming.get(next);
            queue.advance(purchase.at(), this::note);
            bought.computeIfAbsent(purchase.customer(), id -> new ArrayList<>(1))
                    .add(purchase);
            queue.update(purchase.customer(), profile(purchase.customer(), purchase.at()), this::note);
        }
        queue.advance(moment, this::note);
    }

    private Profile profile(CustomerId id, Instant at) {
        List<Activity> activities =
                new ArrayList<>(start.profile(id).orElseThrow().activities().asList());
        activities.addAll(bought.get(id));
        return Profile.of(
                Person.of(id, CustomerType.CONSUMER, Attributes.EMPTY),
                activities,
                AsOf.of(at, SimulatedShop.ZONE),
                SimulatedShop.UNIT);
    }

    /** Returns how often a customer was looked at since the start. */
    long looks() {
        return looks;
    }

    /** Returns how many of the purchases to come have come. */
    int events() {
        return next;
    }

    /** Asks everyone anew, and returns how many customers are in another segment than was noted. */
    int differences(Instant moment) {
        CustomerBase base = shop.base(moment);
        List<TruthColumn> answers = new ArrayList<>();
        for (LabeledCondition each : segments) {
            Condition condition = each.condition();
            answers.add(CompiledCondition.of(condition, base).evaluate());
        }
        int differences = 0;
        for (int row = 0; row < base.size(); row++) {
            int segment = 0;
            while (answers.get(segment).get(row) != Truth.TRUE) {
                segment++;
            }
            differences += segments.get(segment).label().equals(labels.get(base.id(row))) ? 0 : 1;
        }
        return differences;
    }

    /**
     * Prints how many evaluations it took, beside those of asking everyone once a day.
     *
     * @param args customers (1,000,000), days (30)
     */
    public static void main(String[] args) {
        int customers = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        int days = args.length > 1 ? Integer.parseInt(args[1]) : 30;
        SegmentUpkeep upkeep = new SegmentUpkeep(new SimulatedShop(customers, days, SEED));
        Instant end = SimulatedShop.START.plus(Duration.ofDays(days));
        long from = System.nanoTime();
        upkeep.advanceTo(end);
        double seconds = (System.nanoTime() - from) / (double) TimeUnit.SECONDS.toNanos(1);
        int differences = upkeep.differences(end);
        if (differences != 0) {
            throw new IllegalStateException("segments must be those of asking anew, differed for " + differences);
        }
        long daily = (long) customers * days;
        System.out.printf(
                Locale.ROOT,
                "%,d customers, %d days, %,d purchases: %,d evaluations in %.1f s, %,d if everyone is asked daily, %.1f times as many%n",
                customers,
                days,
                upkeep.events(),
                upkeep.looks(),
                seconds,
                daily,
                (double) daily / upkeep.looks());
    }
}
