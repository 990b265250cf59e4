package org.crmkit.core.condition.window;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.crmkit.core.attribute.AttributeKey;
import org.crmkit.core.time.AsOf;

/**
 * A stretch of time seen from the present; the present itself lies in it where it ends now, and the future never does.
 *
 * <p>Days are those of the zone of the moment asked about, unless {@link Zoned} names another.
 */
public sealed interface TimeWindow {

    /**
     * Returns all of the past.
     *
     * @return the window without a beginning
     */
    static TimeWindow ever() {
        return new Ever();
    }

    /**
     * Returns the window at a moment.
     *
     * @param now the moment and the zone of its days
     * @param calendar where weeks and years begin
     * @param anchor the date that {@link Around} is about; ignored by others
     * @return the instants that lie in it then, or empty if it needs an anchor and none is known
     */
    Optional<BoundWindow> at(AsOf now, CalendarRules calendar, Optional<LocalDate> anchor);

    /**
     * Returns the next instant at which an event enters or leaves the window by the passing of time.
     *
     * @param event when the event happened, or will
     * @param now the moment to look from
     * @param calendar where weeks and years begin
     * @param anchor the date that {@link Around} is about
     * @return the first instant after {@code now} at which {@link BoundWindow#contains} answers otherwise, or empty if there is none
     */
    default Optional<Instant> nextTurn(Instant event, AsOf now, CalendarRules calendar, Optional<LocalDate> anchor) {
        return Turning.next(
                this,
                event,
                now,
                calendar,
                t -> at(new AsOf(t, now.zone()), calendar, anchor)
                        .map(w -> w.contains(event))
                        .orElse(false));
    }

    /**
     * Returns the next instant at which the window begins or ceases to lie wholly after another one.
     *
     * @param since such as the instant from which on a customer was observed
     * @param now the moment to look from
     * @param calendar where weeks and years begin
     * @param anchor the date that {@link Around} is about
     * @return the first instant after {@code now} at which {@link BoundWindow#isSince} answers otherwise, or empty if there is none
     */
    default Optional<Instant> nextCoverage(
            Instant since, AsOf now, CalendarRules calendar, Optional<LocalDate> anchor) {
        Predicate<Instant> covered = t -> at(new AsOf(t, now.zone()), calendar, anchor)
                .map(window -> window.isSince(since))
                .orElse(false);
        Optional<Instant> next = Turning.next(this, since, now, calendar, covered);
        if (since.equals(Instant.MIN)) {
            return next;
        }
        // A window whose start is not itself in it is covered a nanosecond before its start arrives.
        Optional<Instant> justBefore = Turning.next(this, since.minusNanos(1), now, calendar, covered);
        return Stream.concat(next.stream(), justBefore.stream()).min(Comparator.naturalOrder());
    }

    /**
     * Returns the next instant at which the local date may begin or cease to be at least a given one.
     *
     * @param date the date
     * @param now the moment to look from, and the zone of its days
     * @return the next such instant; besides midnight, clocks turned back over it are such instants; empty if all are past
     */
    static Optional<Instant> nextMidnight(LocalDate date, AsOf now) {
        return Turning.nextMidnight(date, now);
    }

    /**
     * Returns the zone of the window's days.
     *
     * @param context the zone of the moment asked about
     * @return that zone, or the one the window names
     */
    default ZoneId zone(ZoneId context) {
        return context;
    }

    /**
     * Returns the attribute whose date the window is around.
     *
     * @return the key, or empty for a window that needs none
     */
    default Optional<AttributeKey<LocalDate>> anchorKey() {
        return Optional.empty();
    }

    /**
     * Returns the local times around which an event enters or leaves, to within a few days.
     *
     * @param event the local time of the event
     * @param calendar where weeks and years begin
     * @return the times, in any order
     */
    List<LocalDateTime> turnsNear(LocalDateTime event, CalendarRules calendar);

    /** All of the past. */
    record Ever() implements TimeWindow {
        @Override
        public Optional<BoundWindow> at(AsOf now, CalendarRules calendar, Optional<LocalDate> anchor) {
            return Optional.of(BoundWindow.instants(Instant.MIN, now.instant(), now.zone()));
        }

        @Override
        public List<LocalDateTime> turnsNear(LocalDateTime event, CalendarRules calendar) {
            return List.of();
        }
    }

    /**
     * From the same local time a period ago, that instant excluded, up to now.
     *
     * @param period years, months and days, none negative, not zero, at most 200 years
     */
    record Last(Period period) implements TimeWindow {
        /**
         * Checks the period.
         *
         * @param period years, months and days
         */
        public Last {
            WindowChecks.positive(period, "period");
        }

        @Override
        public Optional<BoundWindow> at(AsOf now, CalendarRules calendar, Optional<LocalDate> anchor) {
            return Optional.of(BoundWindow.instants(WindowChecks.after(now, period), now.instant(), now.zone()));
        }

        @Override
        public List<LocalDateTime> turnsNear(LocalDateTime event, CalendarRules calendar) {
            return List.of(event.plus(period));
        }
    }

    /**
     * An exact length of time up to now, its first instant excluded.
     *
     * @param duration more than zero, at most 200 years
     */
    record LastDuration(Duration duration) implements TimeWindow {
        /**
         * Checks the duration.
         *
         * @param duration more than zero
         */
        public LastDuration {
            checkNotNull(duration, "duration");
            checkArgument(
                    !duration.isNegative() && !duration.isZero() && duration.toDays() <= WindowChecks.MOST_DAYS,
                    "duration must be more than 0 and at most %s days, was %s",
                    WindowChecks.MOST_DAYS,
                    duration);
        }

        @Override
        public Optional<BoundWindow> at(AsOf now, CalendarRules calendar, Optional<LocalDate> anchor) {
            return Optional.of(
                    BoundWindow.instants(now.instant().minus(duration).plusNanos(1), now.instant(), now.zone()));
        }

        @Override
        public List<LocalDateTime> turnsNear(LocalDateTime event, CalendarRules calendar) {
            return List.of();
        }
    }

    /**
     * Whole local dates up to and including today.
     *
     * @param days in [1, 73000]; 1 is today only
     */
    record LastDays(int days) implements TimeWindow {
        /**
         * Checks the number of days.
         *
         * @param days at least 1
         */
        public LastDays {
            checkArgument(
                    days >= 1 && days <= WindowChecks.MOST_DAYS,
                    "days must be in [1, %s], was %s",
                    WindowChecks.MOST_DAYS,
                    days);
        }

        @Override
        public Optional<BoundWindow> at(AsOf now, CalendarRules calendar, Optional<LocalDate> anchor) {
            return Optional.of(
                    BoundWindow.dates(now.date().minusDays(days - 1L), now.date(), now.instant(), now.zone()));
        }

        @Override
        public List<LocalDateTime> turnsNear(LocalDateTime event, CalendarRules calendar) {
            return List.of(
                    event.toLocalDate().atStartOfDay(),
                    event.toLocalDate().plusDays(days).atStartOfDay());
        }
    }

    /**
     * From the start of the current day, week, month, quarter or year up to now.
     *
     * @param unit which stretch of the calendar
     */
    record ToDate(CalendarUnit unit) implements TimeWindow {
        /**
         * Checks the unit.
         *
         * @param unit which stretch
         */
        public ToDate {
            checkNotNull(unit, "unit");
        }

        @Override
        public Optional<BoundWindow> at(AsOf now, CalendarRules calendar, Optional<LocalDate> anchor) {
            LocalDate start = unit.startOf(now.date(), calendar);
            LocalDate last = unit.nextStart(start, calendar).minusDays(1);
            return Optional.of(BoundWindow.dates(start, last, now.instant(), now.zone()));
        }

        @Override
        public List<LocalDateTime> turnsNear(LocalDateTime event, CalendarRules calendar) {
            return List.of(
                    unit.startOf(event.toLocalDate(), calendar).atStartOfDay(),
                    unit.nextStart(event.toLocalDate(), calendar).atStartOfDay());
        }
    }

    /**
     * The whole day, week, month, quarter or year before the current one.
     *
     * @param unit which stretch of the calendar
     */
    record Previous(CalendarUnit unit) implements TimeWindow {
        /**
         * Checks the unit.
         *
         * @param unit which stretch
         */
        public Previous {
            checkNotNull(unit, "unit");
        }

        @Override
        public Optional<BoundWindow> at(AsOf now, CalendarRules calendar, Optional<LocalDate> anchor) {
            LocalDate last = unit.startOf(now.date(), calendar).minusDays(1);
            return Optional.of(BoundWindow.dates(unit.startOf(last, calendar), last, now.instant(), now.zone()));
        }

        @Override
        public List<LocalDateTime> turnsNear(LocalDateTime event, CalendarRules calendar) {
            LocalDate enters = unit.nextStart(event.toLocalDate(), calendar);
            return List.of(
                    enters.atStartOfDay(), unit.nextStart(enters, calendar).atStartOfDay());
        }
    }

    /**
     * Given local dates, both included; what lies in the future has not happened yet.
     *
     * @param first the first day, or empty for all that came before
     * @param last the last day, not before the first, or empty for an open end
     */
    record Dates(Optional<LocalDate> first, Optional<LocalDate> last) implements TimeWindow {
        /**
         * Checks the order.
         *
         * @param first the first day
         * @param last the last day
         */
        public Dates {
            first.ifPresent(date -> WindowChecks.year(date, "first"));
            last.ifPresent(date -> WindowChecks.year(date, "last"));
            checkArgument(first.isPresent() || last.isPresent(), "first or last must be given, neither was");
            checkArgument(
                    first.isEmpty() || last.isEmpty() || !last.get().isBefore(first.get()),
                    "last must not be before first, was first=%s, last=%s",
                    first,
                    last);
        }

        @Override
        public Optional<BoundWindow> at(AsOf now, CalendarRules calendar, Optional<LocalDate> anchor) {
            return Optional.of(BoundWindow.dates(first.orElse(null), last.orElse(null), now.instant(), now.zone()));
        }

        @Override
        public List<LocalDateTime> turnsNear(LocalDateTime event, CalendarRules calendar) {
            return List.of();
        }
    }

    /**
     * Between two local times ago: the farther one excluded, the nearer one included.
     *
     * @param nearest how long ago it ends, may be zero
     * @param furthest how long ago it begins, longer than {@code nearest}
     */
    record Ago(Period nearest, Period furthest) implements TimeWindow {
        /**
         * Checks the periods.
         *
         * @param nearest how long ago it ends
         * @param furthest how long ago it begins
         */
        public Ago {
            WindowChecks.notNegative(nearest, "nearest");
            WindowChecks.positive(furthest, "furthest");
            checkArgument(
                    WindowChecks.roughDays(nearest) < WindowChecks.roughDays(furthest),
                    "furthest must be longer than nearest, was nearest=%s, furthest=%s",
                    nearest,
                    furthest);
        }

        @Override
        public Optional<BoundWindow> at(AsOf now, CalendarRules calendar, Optional<LocalDate> anchor) {
            Instant to = ZonedDateTime.ofInstant(now.instant(), now.zone())
                    .minus(nearest)
                    .toInstant();
            return Optional.of(BoundWindow.instants(
                    WindowChecks.after(now, furthest), to.isAfter(now.instant()) ? now.instant() : to, now.zone()));
        }

        @Override
        public List<LocalDateTime> turnsNear(LocalDateTime event, CalendarRules calendar) {
            return List.of(event.plus(nearest), event.plus(furthest));
        }
    }

    /**
     * Local dates around the date of an attribute, such as the 30 days after a therapy start; both ends included.
     *
     * @param anchor the attribute
     * @param before how long before the date it begins, may be zero
     * @param after how long after the date it ends, may be zero
     */
    record Around(AttributeKey<LocalDate> anchor, Period before, Period after) implements TimeWindow {
        /**
         * Checks the periods.
         *
         * @param anchor the attribute
         * @param before how long before the date it begins
         * @param after how long after the date it ends
         */
        public Around {
            checkNotNull(anchor, "anchor");
            WindowChecks.notNegative(before, "before");
            WindowChecks.notNegative(after, "after");
        }

        @Override
        public Optional<BoundWindow> at(AsOf now, CalendarRules calendar, Optional<LocalDate> date) {
            return date.map(day -> BoundWindow.dates(day.minus(before), day.plus(after), now.instant(), now.zone()));
        }

        @Override
        public Optional<AttributeKey<LocalDate>> anchorKey() {
            return Optional.of(anchor);
        }

        @Override
        public List<LocalDateTime> turnsNear(LocalDateTime event, CalendarRules calendar) {
            return List.of();
        }
    }

    /**
     * A window whose days are those of a given zone.
     *
     * @param of the window, itself without a zone
     * @param zone where midnight is
     */
    record Zoned(TimeWindow of, ZoneId zone) implements TimeWindow {
        /**
         * Checks the parts.
         *
         * @param of the window
         * @param zone where midnight is
         */
        public Zoned {
            checkNotNull(of, "of");
            checkNotNull(zone, "zone");
            checkArgument(!(of instanceof Zoned), "of must not name a zone itself, was %s", of);
        }

        @Override
        public Optional<BoundWindow> at(AsOf now, CalendarRules calendar, Optional<LocalDate> anchor) {
            return of.at(new AsOf(now.instant(), zone), calendar, anchor);
        }

        @Override
        public ZoneId zone(ZoneId context) {
            return zone;
        }

        @Override
        public Optional<AttributeKey<LocalDate>> anchorKey() {
            return of.anchorKey();
        }

        @Override
        public List<LocalDateTime> turnsNear(LocalDateTime event, CalendarRules calendar) {
            return of.turnsNear(event, calendar);
        }
    }
}
