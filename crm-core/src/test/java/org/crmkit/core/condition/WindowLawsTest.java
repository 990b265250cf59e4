package org.crmkit.core.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crmkit.core.condition.Conditions.purchases;
import static org.crmkit.core.condition.Conditions.refunds;
import static org.crmkit.core.condition.Conditions.sequence;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.crmkit.core.activity.Activity;
import org.crmkit.core.activity.ActivityId;
import org.crmkit.core.activity.Purchase;
import org.crmkit.core.activity.Refund;
import org.crmkit.core.attribute.Attributes;
import org.crmkit.core.condition.window.BoundWindow;
import org.crmkit.core.condition.window.CalendarRules;
import org.crmkit.core.condition.window.CalendarUnit;
import org.crmkit.core.condition.window.TimeWindow;
import org.crmkit.core.customer.CustomerId;
import org.crmkit.core.customer.CustomerType;
import org.crmkit.core.customer.Person;
import org.crmkit.core.money.Money;
import org.crmkit.core.profile.Profile;
import org.crmkit.core.time.AsOf;

/** The laws of windows, counts and sequences: laws 13 to 19 of the specification. */
class WindowLawsTest {
    private static final int TRIES = 100;
    private static final CustomerId CUSTOMER = CustomerId.of("c0");
    private static final EvaluationContext COVERED = EvaluationContext.STANDARD.withObservedSince(ObservedSince.EVER);

    private static Profile profile(List<? extends Activity> activities, AsOf now) {
        return Profile.of(
                Person.of(CUSTOMER, CustomerType.CONSUMER, Attributes.EMPTY), activities, now, RandomCases.CENTS);
    }

    private static Activity purchase(int id, Instant at) {
        return new Purchase(
                new ActivityId("p" + id),
                CUSTOMER,
                at,
                Optional.empty(),
                Money.ofMinor(100, RandomCases.CENTS.currency()),
                List.of());
    }

    private static long count(Profile profile, TimeWindow window) {
        long count = 0;
        while (purchases().in(window).count().atLeast(count + 1).evaluate(profile, COVERED) == Truth.TRUE) {
            count++;
        }
        return count;
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void law13_nowCountsTheLowerEdgeAndTheFutureDoNot(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 400) int days) {
        AsOf now = AsOf.of(new RandomCases(seed).now.instant(), ZoneId.of("UTC"));
        TimeWindow window = new TimeWindow.Last(Period.ofDays(days));
        Instant edge = now.instant().minus(Duration.ofDays(days));
        AsOf later = AsOf.of(now.instant().plusSeconds(60), now.zone());
        Condition one = purchases().in(window).exist();
        EvaluationContext then = COVERED.withAsOf(now);
        assertThat(one.evaluate(profile(List.of(purchase(1, now.instant())), later), then))
                .isEqualTo(Truth.TRUE);
        assertThat(one.evaluate(profile(List.of(purchase(1, edge)), later), then))
                .isEqualTo(Truth.FALSE);
        assertThat(one.evaluate(profile(List.of(purchase(1, edge.plusNanos(1))), later), then))
                .isEqualTo(Truth.TRUE);
        assertThat(one.evaluate(profile(List.of(purchase(1, now.instant().plusNanos(1))), later), then))
                .isEqualTo(Truth.FALSE);
    }

    /**
     * Every form of window, told once more in the words of its definition: which events are in it, and which are not, at every edge and where the clocks
     * change.
     */
    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void law13_everyWindowHoldsWhatItsDefinitionSays(@ForAll long seed) {
        RandomCases random = new RandomCases(seed);
        TimeWindow window = random.window();
        AsOf now = random.now;
        CalendarRules calendar = random.context().calendar();
        Optional<LocalDate> anchor = Optional.of(now.date().minusDays(random.random.nextInt(40)));
        BoundWindow bound = window.at(now, calendar, anchor).orElseThrow();
        List<Instant> events =
                new ArrayList<>(List.of(now.instant(), now.instant().plusNanos(1)));
        Instant edge = bound.from().equals(Instant.MIN) ? now.instant().minus(Duration.ofDays(30)) : bound.from();
        for (int i = 0; i < 60; i++) {
            Instant near = random.chance(0.5) ? edge : now.instant();
            events.add(near.plusNanos(random.random.nextInt(5) - 2));
            events.add(near.plusSeconds(1_800L * (random.random.nextInt(200) - 100)));
            events.add(random.moment());
        }
        for (Instant event : events) {
            assertThat(bound.contains(event.getEpochSecond(), event.getNano()))
                    .as("%s in %s at %s of %s, around %s", event, window, now, calendar, anchor)
                    .isEqualTo(WindowDefinitions.holds(window, event, now, calendar, anchor.get()));
        }
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void law14_widerWindowsCountNoLessAndSplitWindowsAddUp(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 30) int near,
            @ForAll @IntRange(min = 1, max = 30) int more) {
        RandomCases random = new RandomCases(seed);
        Profile profile = profile(random.activities(CUSTOMER), random.now);
        long inner = count(profile, new TimeWindow.Last(Period.ofDays(near)));
        long outer = count(profile, new TimeWindow.Last(Period.ofDays(near + more)));
        long between = count(profile, new TimeWindow.Ago(Period.ofDays(near), Period.ofDays(near + more)));
        assertThat(inner).isLessThanOrEqualTo(outer);
        assertThat(inner + between).isEqualTo(outer);
        assertThat(count(profile, new TimeWindow.LastDays(near)))
                .isLessThanOrEqualTo(count(profile, new TimeWindow.LastDays(near + more)));
        assertThat(count(profile, new TimeWindow.LastDuration(Duration.ofHours(near))))
                .isLessThanOrEqualTo(count(profile, new TimeWindow.LastDuration(Duration.ofHours(near + more))));
        LocalDate middle = random.now.date().minusDays(near);
        assertThat(count(profile, new TimeWindow.Dates(Optional.empty(), Optional.of(middle)))
                        + count(profile, new TimeWindow.Dates(Optional.of(middle.plusDays(1)), Optional.empty())))
                .isEqualTo(count(profile, TimeWindow.ever()));
    }

    /** Whoever reached a number reached each smaller one; also where it is not sure what counts. */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void law14_reachingMoreIsReachingLess(@ForAll long seed) {
        RandomCases random = new RandomCases(seed);
        Profile profile = profile(random.activities(CUSTOMER), random.now);
        for (int i = 0; i < 20; i++) {
            if (random.leaf() instanceof Leaf.Events node) {
                Truth more = withValue(node, Comparison.GE, node.value().add(BigDecimal.ONE))
                        .evaluate(profile, random.context());
                Truth less = withValue(node, Comparison.GE, node.value()).evaluate(profile, random.context());
                assertThat(more.not().or(less)).as("%s", node).isNotEqualTo(Truth.FALSE);
            }
        }
    }

    private static Condition withValue(Leaf.Events node, Comparison op, BigDecimal value) {
        return new Leaf.Events(
                node.stream(),
                node.where(),
                node.window(),
                node.aggregate(),
                node.field(),
                op,
                value,
                node.assumeComplete(),
                node.purpose());
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void law15_shiftingEverythingKeepsTheAnswer(@ForAll long seed, @ForAll @IntRange(min = -500, max = 500) int weeks) {
        RandomCases random = new RandomCases(seed);
        AsOf now = AsOf.of(random.now.instant(), ZoneId.of("UTC"));
        Duration shift = Duration.ofDays(7L * weeks);
        AsOf shifted = AsOf.of(now.instant().plus(shift), now.zone());
        List<Activity> activities = new ArrayList<>();
        List<Activity> moved = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Instant at = now.instant().minus(Duration.ofHours(random.random.nextInt(1000)));
            activities.add(purchase(i, at));
            moved.add(purchase(i, at.plus(shift)));
        }
        for (TimeWindow window : List.of(
                new TimeWindow.LastDuration(Duration.ofHours(200)),
                new TimeWindow.Last(Period.ofDays(9)),
                new TimeWindow.LastDays(5),
                new TimeWindow.ToDate(CalendarUnit.WEEK))) {
            assertThat(count(profile(moved, shifted), window)).isEqualTo(count(profile(activities, now), window));
        }
    }

    /** An exact length of time does not know of clocks: any shift keeps it, in any zone. */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void law15_anyShiftKeepsExactLengths(
            @ForAll long seed, @ForAll @IntRange(min = -500_000, max = 500_000) int minutes) {
        RandomCases random = new RandomCases(seed);
        Duration shift = Duration.ofMinutes(minutes);
        AsOf shifted = AsOf.of(random.now.instant().plus(shift), random.now.zone());
        List<Activity> activities = new ArrayList<>();
        List<Activity> moved = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Instant at = random.now.instant().minus(Duration.ofMinutes(random.random.nextInt(20_000)));
            activities.add(purchase(i, at));
            moved.add(purchase(i, at.plus(shift)));
        }
        TimeWindow window = new TimeWindow.LastDuration(Duration.ofMinutes(1 + random.random.nextInt(20_000)));
        assertThat(count(profile(moved, shifted), window)).isEqualTo(count(profile(activities, random.now), window));
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void law16_theAnswerHoldsUpToTheInstantNamedAndDiffersThere(@ForAll long seed) {
        RandomCases random = new RandomCases(seed);
        Profile profile = profile(
                random.activities(CUSTOMER),
                AsOf.of(random.now.instant().plus(Duration.ofDays(20)), random.now.zone()));
        Condition condition = random.condition(2);
        EvaluationContext context = random.context().withAsOf(random.now);
        Verdict verdict = condition.explain(profile, context);
        Instant until = verdict.validUntil();
        // What comes back every day under something that is never so ends the search after 2,000 looks: until is then a
        // safe bound
        // and no claim of a change. With a few such leaves in different zones that is more than 500 days ahead.
        if (until.isBefore(random.now.instant().plus(Duration.ofDays(500)))) {
            assertThat(condition.evaluate(profile, context.withAsOf(AsOf.of(until, random.now.zone()))))
                    .isNotEqualTo(verdict.truth());
        }
        if (until.isBefore(random.now.instant().plus(Duration.ofDays(36_500)))) {
            assertThat(condition.evaluate(profile, context.withAsOf(AsOf.of(until.minusNanos(1), random.now.zone()))))
                    .isEqualTo(verdict.truth());
        }
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void law17_orderAndRepetitionOfEventsDoNotMatter(@ForAll long seed) {
        RandomCases random = new RandomCases(seed);
        List<Activity> activities = random.activities(CUSTOMER);
        List<Activity> shuffled = new ArrayList<>(activities);
        shuffled.addAll(activities);
        Collections.shuffle(shuffled, random.random);
        Condition condition = random.condition(2);
        assertThat(condition.evaluate(profile(shuffled, random.now), random.context()))
                .isEqualTo(condition.evaluate(profile(activities, random.now), random.context()));
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void law18_aSequenceThatOccurredOccursWithMoreTimeAndNotBackwards(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 50) int days,
            @ForAll @IntRange(min = 0, max = 50) int more) {
        RandomCases random = new RandomCases(seed);
        Profile profile = profile(random.activities(CUSTOMER), random.now);
        Condition narrow = sequence(purchases())
                .then(refunds())
                .within(Period.ofDays(days))
                .occurs();
        Condition wide = sequence(purchases())
                .then(refunds())
                .within(Period.ofDays(days + more))
                .occurs();
        if (narrow.evaluate(profile, COVERED) == Truth.TRUE) {
            assertThat(wide.evaluate(profile, COVERED)).isEqualTo(Truth.TRUE);
            assertThat(purchases().exist().evaluate(profile, COVERED)).isEqualTo(Truth.TRUE);
            assertThat(refunds().exist().evaluate(profile, COVERED)).isEqualTo(Truth.TRUE);
        }
        Instant at = random.now.instant().minus(Duration.ofDays(3));
        Activity buy = purchase(100, at);
        Activity back =
                Refund.of("r100", "c0", at.minusSeconds(1), Money.ofMinor(100, RandomCases.CENTS.currency()), "p100");
        Condition pair = sequence(purchases()).then(refunds()).occurs();
        assertThat(pair.evaluate(profile(List.of(buy, back), random.now), COVERED))
                .isEqualTo(Truth.FALSE);
    }

    /** Any sequence, with conditions and what must not lie between: longer periods keep it, and each of its steps occurred. */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void law18_anySequenceThatOccurred(@ForAll long seed) {
        RandomCases random = new RandomCases(seed);
        Profile profile = profile(random.activities(CUSTOMER), random.now);
        for (int i = 0; i < 60; i++) {
            if (random.leaf() instanceof Leaf.Sequence node && node.evaluate(profile, random.context()) == Truth.TRUE) {
                Optional<Period> longer = node.within().map(within -> within.plusDays(random.random.nextInt(20)));
                assertThat(new Leaf.Sequence(node.steps(), longer, node.window(), node.assumeComplete(), node.purpose())
                                .evaluate(profile, random.context()))
                        .as("%s", node)
                        .isEqualTo(Truth.TRUE);
                for (Leaf.Sequence.Step step : node.steps()) {
                    assertThat(occurs(step, node).evaluate(profile, random.context()))
                            .as("%s of %s", step, node)
                            .isEqualTo(Truth.TRUE);
                }
            }
        }
    }

    private static Condition occurs(Leaf.Sequence.Step step, Leaf.Sequence node) {
        return new Leaf.Events(
                step.stream(),
                step.where(),
                node.window(),
                Aggregate.COUNT,
                Optional.empty(),
                Comparison.GE,
                BigDecimal.ONE,
                node.assumeComplete(),
                node.purpose());
    }

    /** What happened at the same instant did not follow. */
    @Example
    void law18_eventsOfTheSameInstantDoNotFollowEachOther() {
        AsOf now = new RandomCases(1).now;
        Condition twice = sequence(purchases()).then(purchases()).occurs();
        Activity first = purchase(1, now.instant());
        assertThat(twice.evaluate(profile(List.of(first, purchase(2, now.instant())), now), COVERED))
                .isEqualTo(Truth.FALSE);
        Activity before = purchase(2, now.instant().minusNanos(1));
        assertThat(twice.evaluate(profile(List.of(first, before), now), COVERED))
                .isEqualTo(Truth.TRUE);
    }

    /** That nothing lay between is certain only where it would have been seen. */
    @Example
    void law18_whatWasNotObservedMayLieBetween() {
        RandomCases random = new RandomCases(1);
        AsOf now = random.now;
        Profile profile = profile(
                List.of(
                        purchase(1, now.instant().minus(Duration.ofDays(20))),
                        purchase(2, now.instant().minus(Duration.ofDays(10)))),
                now);
        Condition silent = sequence(purchases())
                .thenWithout("interaction", purchases())
                .last(Period.ofDays(30))
                .occurs();
        for (int days : List.of(25, 20, 15)) {
            Instant visits = now.instant().minus(Duration.ofDays(days));
            ObservedSince since =
                    (customer, stream) -> Optional.of(stream.name().equals("interaction") ? visits : Instant.MIN);
            assertThat(silent.evaluate(profile, EvaluationContext.STANDARD.withObservedSince(since)))
                    .isEqualTo(days >= 20 ? Truth.TRUE : Truth.UNKNOWN);
        }
    }

    /** What was bought and wholly given back adds nothing; what is left is what was there before. */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void law19_aPurchaseWhollyRefundedRestoresWhatWasSpent(@ForAll long seed, @ForAll @IntRange(max = 6) int least) {
        RandomCases random = new RandomCases(seed);
        List<Activity> before = random.activities(CUSTOMER);
        List<Activity> after = new ArrayList<>(before);
        after.add(purchase(500, random.now.instant().minusSeconds(10)));
        after.add(Refund.of(
                "r500",
                CUSTOMER.value(),
                random.now.instant().minusSeconds(5),
                Money.ofMinor(100, RandomCases.CENTS.currency()),
                "p500"));
        for (TimeWindow window : List.of(TimeWindow.ever(), new TimeWindow.LastDays(3))) {
            Condition spent =
                    Conditions.spending().in(window).sum(ActivityFacts.AMOUNT).atLeast(least);
            assertThat(spent.evaluate(profile(after, random.now), COVERED))
                    .isEqualTo(spent.evaluate(profile(before, random.now), COVERED));
        }
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void law19_aLateEventGivesTheAnswerOfTheFullHistory(@ForAll long seed) {
        RandomCases random = new RandomCases(seed);
        List<Activity> activities = random.activities(CUSTOMER);
        Condition condition = random.condition(2);
        EvaluationContext context = random.context();
        Profile full = profile(activities, random.now);
        IncrementalEvaluator evaluator = IncrementalEvaluator.of(condition, profile(List.of(), random.now), context);
        Collections.shuffle(activities, random.random);
        activities.forEach(evaluator::add);
        activities.forEach(evaluator::add);
        assertThat(evaluator.truth()).isEqualTo(condition.evaluate(full, context));
    }
}
