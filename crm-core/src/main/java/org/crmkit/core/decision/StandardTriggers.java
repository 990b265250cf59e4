package org.crmkit.core.decision;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The triggers that {@link Trigger}'s factories give. */
final class StandardTriggers {

    private static final int MOST_DAYS_AHEAD = 180;

    private StandardTriggers() {}

    /** A trigger of the host's own. */
    record Own<T>(String id, BiFunction<T, Instant, Signal> observe) implements Trigger<T> {

        Own {
            Checks.name(id, "id");
            checkNotNull(observe, "observe");
        }

        @Override
        public Signal observe(T facts, Instant at) {
            return observe.apply(facts, at);
        }
    }

    /** The same day of every year. */
    record Yearly<T>(String id, Function<T, Optional<LocalDate>> date, LeapDayRule leapDay, int daysAhead, ZoneId zone)
            implements Trigger<T> {

        Yearly {
            Checks.name(id, "id");
            checkNotNull(date, "date");
            checkNotNull(leapDay, "leapDay");
            checkDays(daysAhead);
            checkNotNull(zone, "zone");
        }

        @Override
        public Signal observe(T facts, Instant at) {
            Optional<LocalDate> origin = date.apply(facts);
            if (origin.isEmpty()) {
                return Signal.off(Instant.MAX);
            }
            LocalDate today = LocalDate.ofInstant(at, zone);
            int firstYear = origin.get().getYear() + 1;
            int year = Math.max(firstYear, today.getYear());
            LocalDate occasion = leapDay.inYear(origin.get(), year);
            return around(
                    today.isAfter(occasion) ? leapDay.inYear(origin.get(), year + 1) : occasion, daysAhead, at, zone);
        }
    }

    /** The dates of a table. */
    record OnDates<T>(String id, SortedSet<LocalDate> dates, int daysAhead, ZoneId zone) implements Trigger<T> {

        OnDates {
            Checks.name(id, "id");
            dates = Collections.unmodifiableSortedSet(new TreeSet<>(dates));
            checkArgument(!dates.isEmpty(), "dates of %s must not be empty", id);
            checkDays(daysAhead);
            checkNotNull(zone, "zone");
        }

        @Override
        public Signal observe(T facts, Instant at) {
            SortedSet<LocalDate> ahead = dates.tailSet(LocalDate.ofInstant(at, zone));
            return ahead.isEmpty() ? Signal.off(Instant.MAX) : around(ahead.first(), daysAhead, at, zone);
        }
    }

    /** An instant that the facts name. */
    record Due<T>(String id, Function<T, Optional<Instant>> due, Duration ahead) implements Trigger<T> {

        Due {
            Checks.name(id, "id");
            checkNotNull(due, "due");
            checkArgument(!ahead.isNegative(), "ahead must be at least zero, was %s", ahead);
        }

        @Override
        public Signal observe(T facts, Instant at) {
            Optional<Instant> instant = due.apply(facts);
            if (instant.isEmpty()) {
                return Signal.off(Instant.MAX);
            }
            Instant from = instant.get().minus(ahead);
            return at.isBefore(from)
                    ? Signal.off(from)
                    : Signal.on(instant.get().toString(), Instant.MAX);
        }
    }

    /** On from midnight so many days before the occasion, which is today or ahead, to the midnight after it. */
    private static Signal around(LocalDate occasion, int daysAhead, Instant at, ZoneId zone) {
        Instant from = occasion.minusDays(daysAhead).atStartOfDay(zone).toInstant();
        return at.isBefore(from)
                ? Signal.off(from)
                : Signal.on(
                        occasion.toString(),
                        occasion.plusDays(1).atStartOfDay(zone).toInstant());
    }

    private static void checkDays(int daysAhead) {
        checkArgument(
                daysAhead >= 0 && daysAhead <= MOST_DAYS_AHEAD,
                "daysAhead must be in [0, %s], was %s",
                MOST_DAYS_AHEAD,
                daysAhead);
    }
}
