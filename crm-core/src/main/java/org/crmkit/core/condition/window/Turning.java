package org.crmkit.core.condition.window;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.crmkit.core.time.AsOf;

/**
 * Finds the next instant at which the answer to a question about a moving window turns.
 *
 * <p>Far from a change of the clocks the answer is arithmetic. Near one, the edge of a window may jump, stand still or move backwards: 90 days
 * before a moment in an hour that occurs twice is itself reached twice. There, every instant at which the edge can pass the event or be
 * discontinuous is listed, and the question is asked at each in turn. Months are treated like a change of the clocks, since 31 March and 28 March
 * both have 28 February a month before them.
 */
final class Turning {
    /** A change of the clocks shifts an edge by hours, or by a day where a date line was crossed. */
    private static final int DAYS_AROUND_CLOCK_CHANGE = 2;
    /** The length of months shifts an edge by up to three days more. */
    private static final int DAYS_AROUND_MONTH_END = 5;

    private Turning() {}

    static Optional<Instant> next(
            TimeWindow window, Instant event, AsOf now, CalendarRules calendar, Predicate<Instant> question) {
        TimeWindow plain = window instanceof TimeWindow.Zoned zoned ? zoned.of() : window;
        ZoneId zone = window.zone(now.zone());
        NavigableSet<Instant> instants = new TreeSet<>();
        instants.add(event);
        if (plain instanceof TimeWindow.LastDuration last) {
            instants.add(event.plus(last.duration()));
        } else {
            LocalDateTime local = LocalDateTime.ofInstant(event, zone);
            boolean months = hasMonths(plain);
            for (LocalDateTime turn : plain.turnsNear(local, calendar)) {
                collect(turn, local, months, zone, instants);
            }
        }
        return firstTurn(instants, now.instant(), question);
    }

    /** Returns the instants after a moment at which the local date may become, or cease to be, at least a given one. */
    static Optional<Instant> nextMidnight(LocalDate date, AsOf now) {
        NavigableSet<Instant> instants = new TreeSet<>();
        ZoneRules rules = now.zone().getRules();
        LocalDateTime midnight = date.atStartOfDay();
        addLocal(midnight, rules, instants);
        for (ZoneOffsetTransition change : changesNear(rules, midnight, DAYS_AROUND_CLOCK_CHANGE)) {
            instants.add(change.getInstant());
        }
        return Optional.ofNullable(instants.higher(now.instant()));
    }

    private static Optional<Instant> firstTurn(
            NavigableSet<Instant> instants, Instant now, Predicate<Instant> question) {
        boolean current = question.test(now);
        for (Instant instant : instants.tailSet(now, false)) {
            if (question.test(instant) != current) {
                return Optional.of(instant);
            }
        }
        return Optional.empty();
    }

    private static boolean hasMonths(TimeWindow window) {
        if (window instanceof TimeWindow.Last last) {
            return last.period().toTotalMonths() != 0;
        }
        return window instanceof TimeWindow.Ago ago
                && (ago.nearest().toTotalMonths() != 0 || ago.furthest().toTotalMonths() != 0);
    }

    private static void collect(
            LocalDateTime turn, LocalDateTime local, boolean months, ZoneId zone, NavigableSet<Instant> instants) {
        ZoneRules rules = zone.getRules();
        int around = months ? DAYS_AROUND_MONTH_END : DAYS_AROUND_CLOCK_CHANGE;
        List<ZoneOffsetTransition> atTurn = changesNear(rules, turn, around + 1);
        List<ZoneOffsetTransition> atEvent = changesNear(rules, local, DAYS_AROUND_CLOCK_CHANGE);
        if (!months && atTurn.isEmpty() && atEvent.isEmpty()) {
            instants.add(turn.toInstant(rules.getOffset(turn)));
            return;
        }
        atTurn.forEach(change -> instants.add(change.getInstant()));
        List<LocalTime> times = criticalTimes(turn.toLocalTime(), atEvent);
        for (int day = -around; day <= around; day++) {
            LocalDate date = turn.toLocalDate().plusDays(day);
            for (LocalTime time : times) {
                addLocal(date.atTime(time), rules, instants);
            }
        }
    }

    private static List<LocalTime> criticalTimes(LocalTime time, List<ZoneOffsetTransition> changes) {
        List<LocalTime> times = new ArrayList<>(List.of(time, LocalTime.MIDNIGHT));
        for (ZoneOffsetTransition change : changes) {
            times.add(change.getDateTimeBefore().toLocalTime());
            times.add(change.getDateTimeAfter().toLocalTime());
            times.add(time.plus(change.getDuration()));
            times.add(time.minus(change.getDuration()));
        }
        return times;
    }

    private static void addLocal(LocalDateTime local, ZoneRules rules, NavigableSet<Instant> instants) {
        for (ZoneOffset offset : rules.getValidOffsets(local)) {
            instants.add(local.toInstant(offset));
        }
    }

    private static List<ZoneOffsetTransition> changesNear(ZoneRules rules, LocalDateTime local, int days) {
        if (rules.isFixedOffset()) {
            return List.of();
        }
        Instant middle = local.toInstant(ZoneOffset.UTC);
        Instant end = middle.plus(Duration.ofDays(days + 1L));
        List<ZoneOffsetTransition> changes = new ArrayList<>();
        ZoneOffsetTransition change = rules.nextTransition(middle.minus(Duration.ofDays(days + 1L)));
        while (change != null && !change.getInstant().isAfter(end)) {
            changes.add(change);
            change = rules.nextTransition(change.getInstant());
        }
        return changes;
    }
}
