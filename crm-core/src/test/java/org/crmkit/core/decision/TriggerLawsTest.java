package org.crmkit.core.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.crmkit.core.customer.CustomerId;

class TriggerLawsTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant START = Instant.parse("2027-10-01T00:00:00Z");
    private static final Duration STEP = Duration.ofHours(1);
    private static final int STEPS = 24 * 400;
    private static final Duration HALF_YEAR = Duration.ofHours(4380);

    /** A customer: a date of birth and a refill on a full hour. */
    record Facts(LocalDate born, Instant runsOut) {}

    private static final List<Trigger<Facts>> TRIGGERS = List.of(
            Trigger.yearly("birthday", facts -> Optional.of(facts.born()), LeapDayRule.MARCH_1, 2, BERLIN),
            Trigger.onDates(
                    "spring-festival",
                    new TreeSet<>(List.of(LocalDate.of(2028, 1, 26), LocalDate.of(2028, 3, 27))),
                    0,
                    BERLIN),
            Trigger.due("refill-due", facts -> Optional.of(facts.runsOut()), Duration.ofDays(3)),
            Trigger.of("half-year", TriggerLawsTest::halfYear));

    /** A label that is never absent, and a validUntil that is often too early. */
    private static Signal halfYear(Facts facts, Instant at) {
        long half = Math.floorDiv(Duration.between(facts.runsOut(), at).toHours(), HALF_YEAR.toHours());
        Instant change = facts.runsOut().plus(HALF_YEAR.multipliedBy(half + 1));
        Instant early = at.plus(Duration.ofHours(7));
        return Signal.on("half-" + half, early.isBefore(change) ? early : change);
    }

    @Property(tries = 12)
    void queueFindsWhatScanningEveryHourFinds(@ForAll("customers") List<Facts> customers) {
        TriggerQueue<Facts> queue = queue(customers);
        List<DomainEvent> expected = scan(customers);
        assertThat(queue.advance(START.plus(STEP.multipliedBy(STEPS)))).isEqualTo(expected);
    }

    @Property(tries = 12)
    void cuttingAStepChangesNothing(
            @ForAll("customers") List<Facts> customers, @ForAll @IntRange(min = 1, max = 5000) int hours) {
        Instant end = START.plus(STEP.multipliedBy(STEPS));
        List<DomainEvent> inSteps = new ArrayList<>();
        TriggerQueue<Facts> queue = queue(customers);
        for (Instant at = START.plus(Duration.ofHours(hours));
                at.isBefore(end);
                at = at.plus(Duration.ofHours(hours))) {
            queue.advance(at, inSteps::add);
        }
        queue.advance(end, inSteps::add);
        assertThat(inSteps).isEqualTo(queue(customers).advance(end));
    }

    @Property(tries = 12)
    void sleepingUntilTheNextInstantMissesNothing(@ForAll("customers") List<Facts> customers) {
        Instant end = START.plus(STEP.multipliedBy(STEPS));
        List<DomainEvent> events = new ArrayList<>();
        TriggerQueue<Facts> queue = queue(customers);
        Optional<Instant> next = queue.nextInstant();
        while (next.isPresent() && !next.get().isAfter(end)) {
            assertThat(next.get()).isAfter(queue.now());
            queue.advance(next.get(), events::add);
            next = queue.nextInstant();
        }
        assertThat(events).isEqualTo(queue(customers).advance(end));
    }

    @Property(tries = 12)
    void updatingWithTheSameFactsReportsNothing(
            @ForAll("customers") List<Facts> customers, @ForAll @IntRange(max = 9000) int hours) {
        Instant middle = START.plus(Duration.ofHours(hours));
        Instant end = START.plus(STEP.multipliedBy(STEPS));
        TriggerQueue<Facts> queue = queue(customers);
        List<DomainEvent> events = new ArrayList<>();
        queue.advance(middle, events::add);
        for (int i = 0; i < customers.size(); i++) {
            queue.update(id(i), customers.get(i), events::add);
        }
        queue.advance(end, events::add);
        assertThat(events).isEqualTo(queue(customers).advance(end));
    }

    @Property(tries = 100)
    void everySignalHoldsUntilItSays(
            @ForAll("facts") Facts facts,
            @ForAll @IntRange(max = STEPS) int hours,
            @ForAll @IntRange(max = 100) int percent) {
        Instant at = START.plus(Duration.ofHours(hours));
        for (Trigger<Facts> trigger : TRIGGERS.subList(0, 3)) {
            Signal signal = trigger.observe(facts, at);
            Instant until =
                    signal.validUntil().equals(Instant.MAX) ? at.plus(Duration.ofDays(1000)) : signal.validUntil();
            Instant between = at.plus(Duration.between(at, until)
                    .minusNanos(1)
                    .multipliedBy(percent)
                    .dividedBy(100));
            assertThat(trigger.observe(facts, between)).isEqualTo(signal);
            if (!signal.validUntil().equals(Instant.MAX)) {
                assertThat(trigger.observe(facts, signal.validUntil()).label()).isNotEqualTo(signal.label());
            }
        }
    }

    private static TriggerQueue<Facts> queue(List<Facts> customers) {
        TriggerQueue<Facts> queue = new TriggerQueue<>(TRIGGERS, START);
        for (int i = 0; i < customers.size(); i++) {
            queue.enroll(id(i), customers.get(i));
        }
        return queue;
    }

    private static List<DomainEvent> scan(List<Facts> customers) {
        List<DomainEvent> events = new ArrayList<>();
        for (int i = 0; i < customers.size(); i++) {
            for (Trigger<Facts> trigger : TRIGGERS) {
                Optional<String> before =
                        trigger.observe(customers.get(i), START).label();
                for (int step = 1; step <= STEPS; step++) {
                    Instant at = START.plus(STEP.multipliedBy(step));
                    Optional<String> label =
                            trigger.observe(customers.get(i), at).label();
                    if (label.isPresent() && !label.equals(before)) {
                        events.add(new DomainEvent(trigger.id(), id(i), label.get(), before, at));
                    }
                    before = label;
                }
            }
        }
        List<String> order = TRIGGERS.stream().map(Trigger::id).toList();
        events.sort(Comparator.comparing(DomainEvent::at)
                .thenComparing(DomainEvent::subject)
                .thenComparing(event -> order.indexOf(event.trigger())));
        return events;
    }

    private static CustomerId id(int index) {
        return new CustomerId("c" + index);
    }

    @Provide
    Arbitrary<List<Facts>> customers() {
        return facts().list().ofMaxSize(4);
    }

    @Provide
    Arbitrary<Facts> facts() {
        Arbitrary<LocalDate> born = Arbitraries.integers()
                .between(0, 15_000)
                .map(day -> LocalDate.of(1988, 2, 29).plusDays(day));
        Arbitrary<Instant> runsOut =
                Arbitraries.integers().between(-100, STEPS).map(hour -> START.plus(STEP.multipliedBy(hour)));
        return Combinators.combine(Arbitraries.oneOf(born, Arbitraries.of(LocalDate.of(2000, 2, 29))), runsOut)
                .as(Facts::new);
    }
}
