package org.crmkit.core.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.crmkit.core.customer.CustomerId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TriggerTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final CustomerId LI = new CustomerId("li");

    /** Shanghai is eight hours ahead of UTC; the dates cross a leap day and a year end. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            1990-05-17, FEBRUARY_28, 0, 2026-05-16T15:59:59Z, -,          2026-05-16T16:00:00Z
            1990-05-17, FEBRUARY_28, 0, 2026-05-16T16:00:00Z, 2026-05-17, 2026-05-17T16:00:00Z
            1990-05-17, FEBRUARY_28, 0, 2026-05-17T16:00:00Z, -,          2027-05-16T16:00:00Z
            1990-05-17, FEBRUARY_28, 3, 2026-05-14T00:00:00Z, 2026-05-17, 2026-05-17T16:00:00Z
            2024-02-29, FEBRUARY_28, 0, 2026-02-27T20:00:00Z, 2026-02-28, 2026-02-28T16:00:00Z
            2024-02-29, MARCH_1,     0, 2026-02-27T20:00:00Z, -,          2026-02-28T16:00:00Z
            2024-02-29, MARCH_1,     0, 2028-02-28T20:00:00Z, 2028-02-29, 2028-02-29T16:00:00Z
            1990-01-01, FEBRUARY_28, 7, 2026-12-26T00:00:00Z, 2027-01-01, 2027-01-01T16:00:00Z
            2026-05-17, FEBRUARY_28, 0, 2026-05-17T00:00:00Z, -,          2027-05-16T16:00:00Z
            2030-05-17, FEBRUARY_28, 0, 2026-05-17T00:00:00Z, -,          2031-05-16T16:00:00Z
            """)
    void yearly_fromMidnightToMidnight(
            LocalDate born, LeapDayRule rule, int ahead, Instant at, String label, Instant validUntil) {
        Trigger<LocalDate> birthday = Trigger.yearly("birthday", Optional::of, rule, ahead, SHANGHAI);
        Optional<String> expected = label.equals("-") ? Optional.empty() : Optional.of(label);
        assertThat(birthday.observe(born, at)).isEqualTo(new Signal(expected, validUntil));
    }

    @Test
    void yearly_unknownDate_isSilent() {
        Trigger<String> birthday =
                Trigger.yearly("birthday", facts -> Optional.empty(), LeapDayRule.MARCH_1, 0, SHANGHAI);
        assertThat(birthday.observe("", Instant.EPOCH)).isEqualTo(Signal.off(Instant.MAX));
    }

    /** Spring Festival 2026 to 2028 by the published Chinese calendar. */
    @Test
    void onDates_followsTheTableAndThenIsSilent() {
        TreeSet<LocalDate> dates =
                new TreeSet<>(List.of(LocalDate.of(2026, 2, 17), LocalDate.of(2027, 2, 6), LocalDate.of(2028, 1, 26)));
        Trigger<String> festival = Trigger.onDates("spring-festival", dates, 1, SHANGHAI);
        assertThat(festival.observe("", Instant.parse("2026-11-23T00:00:00Z")))
                .isEqualTo(Signal.off(Instant.parse("2027-02-04T16:00:00Z")));
        assertThat(festival.observe("", Instant.parse("2027-02-05T16:00:00Z")))
                .isEqualTo(Signal.on("2027-02-06", Instant.parse("2027-02-06T16:00:00Z")));
        assertThat(festival.observe("", Instant.parse("2028-01-26T16:00:00Z"))).isEqualTo(Signal.off(Instant.MAX));
    }

    @Test
    void due_aheadOfTheInstant() {
        Trigger<Instant> refill = Trigger.due("refill-due", Optional::of, Duration.ofDays(5));
        Instant runsOut = Instant.parse("2026-12-01T00:00:00Z");
        assertThat(refill.observe(runsOut, Instant.parse("2026-11-25T23:59:59Z")))
                .isEqualTo(Signal.off(Instant.parse("2026-11-26T00:00:00Z")));
        assertThat(refill.observe(runsOut, Instant.parse("2026-11-26T00:00:00Z")))
                .isEqualTo(Signal.on("2026-12-01T00:00:00Z", Instant.MAX));
    }

    /** Facts of the queue tests: a date of birth and a refill. */
    private record Facts(Optional<LocalDate> born, Optional<Instant> runsOut, String tier) {}

    private final List<Trigger<Facts>> triggers = List.of(
            Trigger.yearly("birthday", Facts::born, LeapDayRule.FEBRUARY_28, 0, SHANGHAI),
            Trigger.due("refill-due", Facts::runsOut, Duration.ofDays(3)),
            Trigger.of("tier", (facts, at) -> Signal.on(facts.tier(), Instant.MAX)));

    @Test
    void queue_birthdayRefillAndTier() {
        TriggerQueue<Facts> queue = new TriggerQueue<>(triggers, Instant.parse("2026-01-01T00:00:00Z"));
        Facts silver = new Facts(
                Optional.of(LocalDate.of(1990, 5, 17)), Optional.of(Instant.parse("2026-03-01T00:00:00Z")), "silver");
        queue.enroll(LI, silver);
        assertThat(queue.nextInstant()).contains(Instant.parse("2026-02-26T00:00:00Z"));
        assertThat(queue.advance(Instant.parse("2026-02-25T23:59:59Z"))).isEmpty();
        assertThat(queue.advance(Instant.parse("2026-02-26T00:00:00Z")))
                .containsExactly(new DomainEvent(
                        "refill-due",
                        LI,
                        "2026-03-01T00:00:00Z",
                        Optional.empty(),
                        Instant.parse("2026-02-26T00:00:00Z")));

        List<DomainEvent> events = new ArrayList<>();
        queue.update(
                LI, new Facts(silver.born(), Optional.of(Instant.parse("2026-06-01T00:00:00Z")), "gold"), events::add);
        assertThat(events)
                .containsExactly(new DomainEvent(
                        "tier", LI, "gold", Optional.of("silver"), Instant.parse("2026-02-26T00:00:00Z")));
        assertThat(queue.advance(Instant.parse("2027-12-31T00:00:00Z")))
                .extracting(DomainEvent::id)
                .containsExactly(
                        "birthday/2026-05-17/2026-05-16T16:00:00Z/li",
                        "refill-due/2026-06-01T00:00:00Z/2026-05-29T00:00:00Z/li",
                        "birthday/2027-05-17/2027-05-16T16:00:00Z/li");
    }

    @Test
    void queue_newCustomer_isNewsUnlessEnrolled() {
        TriggerQueue<Facts> queue = new TriggerQueue<>(triggers, Instant.parse("2026-05-17T00:00:00Z"));
        Facts facts = new Facts(Optional.of(LocalDate.of(1990, 5, 17)), Optional.empty(), "silver");
        List<DomainEvent> events = new ArrayList<>();
        queue.update(LI, facts, events::add);
        assertThat(events).extracting(DomainEvent::trigger).containsExactly("birthday", "tier");
        events.clear();
        queue.update(LI, facts, events::add);
        assertThat(events).isEmpty();
        queue.enroll(new CustomerId("wang"), facts);
        assertThat(queue.size()).isEqualTo(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> queue.enroll(LI, facts))
                .withMessage("customer must not be watched yet, li is");
    }

    @Test
    void queue_forgottenCustomer_isSilent_andComesBackAsNew() {
        TriggerQueue<Facts> queue = new TriggerQueue<>(triggers, Instant.parse("2026-01-01T00:00:00Z"));
        Facts facts = new Facts(Optional.of(LocalDate.of(1990, 5, 17)), Optional.empty(), "silver");
        queue.enroll(LI, facts);
        queue.forget(LI);
        assertThat(queue.nextInstant()).isEmpty();
        assertThat(queue.advance(Instant.parse("2026-03-01T00:00:00Z"))).isEmpty();
        queue.enroll(LI, facts);
        assertThat(queue.advance(Instant.parse("2026-12-01T00:00:00Z"))).hasSize(1);
    }

    @Test
    void queue_looksOnlyAtWhoIsDue() {
        AtomicInteger looks = new AtomicInteger();
        Trigger<LocalDate> birthday = Trigger.yearly("birthday", Optional::of, LeapDayRule.FEBRUARY_28, 0, SHANGHAI);
        Trigger<LocalDate> counting = Trigger.of("birthday", (born, at) -> {
            looks.incrementAndGet();
            return birthday.observe(born, at);
        });
        TriggerQueue<LocalDate> queue = new TriggerQueue<>(List.of(counting), Instant.parse("2026-01-01T00:00:00Z"));
        for (int i = 0; i < 3650; i++) {
            queue.enroll(new CustomerId("c" + i), LocalDate.of(1990, 1, 1).plusDays(i % 365));
        }
        looks.set(0);
        List<DomainEvent> events = queue.advance(Instant.parse("2026-01-31T00:00:00Z"));
        assertThat(events).hasSize(300);
        assertThat(looks.get())
                .as("one look at the start and one at the end of each birthday")
                .isLessThanOrEqualTo(610);
    }

    @Test
    void queue_failingSink_getsTheEventAgain() {
        TriggerQueue<Facts> queue = new TriggerQueue<>(triggers, Instant.parse("2026-01-01T00:00:00Z"));
        queue.enroll(LI, new Facts(Optional.of(LocalDate.of(1990, 5, 17)), Optional.empty(), "silver"));
        Instant end = Instant.parse("2026-12-01T00:00:00Z");
        assertThatIllegalStateException()
                .isThrownBy(() -> queue.advance(end, event -> {
                    throw new IllegalStateException("no line");
                }));
        assertThat(queue.now()).isEqualTo("2026-05-16T16:00:00Z");
        assertThat(queue.advance(end)).extracting(DomainEvent::label).containsExactly("2026-05-17");
    }

    @Test
    void queue_calledFromItsSink_refuses() {
        TriggerQueue<Facts> queue = new TriggerQueue<>(triggers, Instant.parse("2026-01-01T00:00:00Z"));
        Facts facts = new Facts(Optional.of(LocalDate.of(1990, 5, 17)), Optional.empty(), "silver");
        queue.enroll(LI, facts);
        Instant end = Instant.parse("2026-12-01T00:00:00Z");
        List<Runnable> calls =
                List.of(() -> queue.update(LI, facts, event -> {}), () -> queue.forget(LI), () -> queue.advance(end));
        for (Runnable call : calls) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> queue.advance(end, event -> call.run()))
                    .withMessage("the queue must not be called from its own sink; take the events, then update");
        }
        assertThat(queue.advance(end)).hasSize(1);
    }

    /** A purchase a day pushes the refill ahead each time; the looks that are overtaken do not pile up. */
    @Test
    void queue_factsThatChangeOften_leaveNothingBehind() {
        TriggerQueue<Instant> queue =
                new TriggerQueue<>(List.of(Trigger.due("refill-due", Optional::of, Duration.ZERO)), Instant.EPOCH);
        for (int i = 0; i < 100_000; i++) {
            queue.update(LI, Instant.EPOCH.plusSeconds(1_000_000 - i), event -> {});
        }
        assertThat(queue.looks()).isLessThan(100);
        assertThat(queue.nextInstant()).contains(Instant.EPOCH.plusSeconds(900_001));
        assertThat(queue.advance(Instant.EPOCH.plusSeconds(2_000_000))).hasSize(1);
    }

    @Test
    void event_idTellsTriggerAndLabelApart() {
        DomainEvent one = new DomainEvent("a/b", LI, "c", Optional.empty(), Instant.EPOCH);
        DomainEvent other = new DomainEvent("a", LI, "b/c", Optional.empty(), Instant.EPOCH);
        assertThat(one.id()).isEqualTo("a~1b/c/1970-01-01T00:00:00Z/li").isNotEqualTo(other.id());
    }

    /** R01: a reminder a preset time before the month ends, for every doctor below the quota. */
    @Test
    void r01_monthEndReminderBelowQuota() {
        record Doctor(int visits, int quota) {}
        Trigger<Doctor> reminder = Trigger.of("visits-short", (doctor, at) -> {
            LocalDate next = LocalDate.ofInstant(at, SHANGHAI).withDayOfMonth(1).plusMonths(1);
            Instant end = next.atStartOfDay(SHANGHAI).toInstant();
            Instant from = next.minusDays(5).atStartOfDay(SHANGHAI).toInstant();
            if (at.isBefore(from)) {
                return Signal.off(from);
            }
            return doctor.visits() < doctor.quota()
                    ? Signal.on(next.minusMonths(1).toString(), end)
                    : Signal.off(end);
        });
        TriggerQueue<Doctor> queue = new TriggerQueue<>(List.of(reminder), Instant.parse("2026-02-01T00:00:00Z"));
        queue.enroll(new CustomerId("dr-1"), new Doctor(3, 4));
        queue.enroll(new CustomerId("dr-2"), new Doctor(4, 4));
        assertThat(queue.advance(Instant.parse("2026-03-01T00:00:00Z")))
                .extracting(DomainEvent::id)
                .containsExactly("visits-short/2026-02-01/2026-02-23T16:00:00Z/dr-1");
    }

    @Test
    void badInput_isRefused() {
        Instant now = Instant.parse("2026-01-01T00:00:00Z");
        TriggerQueue<Facts> queue = new TriggerQueue<>(triggers, now);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> queue.advance(now.minusSeconds(1)))
                .withMessage("to must not be before now, was to=2025-12-31T23:59:59Z, now=2026-01-01T00:00:00Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TriggerQueue<>(List.of(triggers.get(0), triggers.get(0)), now))
                .withMessage("trigger ids must differ, were [birthday, birthday]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Trigger.onDates("f", new TreeSet<>(), 0, SHANGHAI))
                .withMessage("dates of f must not be empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Trigger.yearly("y", facts -> Optional.empty(), LeapDayRule.MARCH_1, 181, SHANGHAI))
                .withMessage("daysAhead must be in [0, 180], was 181");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Trigger.due("d", facts -> Optional.empty(), Duration.ofDays(-1)))
                .withMessage("ahead must be at least zero, was PT-24H");
        Trigger<String> stuck = Trigger.of("stuck", (facts, at) -> Signal.off(at));
        TriggerQueue<String> broken = new TriggerQueue<>(List.of(stuck), now);
        assertThatIllegalStateException()
                .isThrownBy(() -> broken.enroll(LI, ""))
                .withMessage(
                        "validUntil of trigger stuck must be after 2026-01-01T00:00:00Z, was 2026-01-01T00:00:00Z");
        assertThat(broken.size()).as("nobody is watched by halves").isZero();
    }
}
