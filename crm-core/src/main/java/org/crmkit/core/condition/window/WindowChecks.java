package org.crmkit.core.condition.window;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZonedDateTime;
import org.crmkit.core.time.AsOf;

/** Limits of windows: what is longer than two centuries is a slip of the pen, and dates beyond four digits overflow. */
final class WindowChecks {
    static final int MOST_DAYS = 73_000;
    private static final int DAYS_OF_YEAR = 365;
    private static final int DAYS_OF_MONTH = 30;
    private static final int LAST_YEAR = 9999;

    private WindowChecks() {}

    static void positive(Period period, String name) {
        notNegative(period, name);
        checkArgument(!period.isZero(), "%s must be more than zero, was %s", name, period);
    }

    static void notNegative(Period period, String name) {
        checkNotNull(period, name);
        checkArgument(
                !period.isNegative() && roughDays(period) <= MOST_DAYS,
                "%s must be in [P0D, P%sD], was %s",
                name,
                MOST_DAYS,
                period);
    }

    static void year(LocalDate date, String name) {
        checkArgument(
                date.getYear() >= 1 && date.getYear() <= LAST_YEAR,
                "%s must be in the years 1 to %s, was %s",
                name,
                LAST_YEAR,
                date);
    }

    static long roughDays(Period period) {
        return (long) period.getYears() * DAYS_OF_YEAR + (long) period.getMonths() * DAYS_OF_MONTH + period.getDays();
    }

    /** Returns the first instant after the same local time a period ago. */
    static Instant after(AsOf now, Period period) {
        return ZonedDateTime.ofInstant(now.instant(), now.zone())
                .minus(period)
                .toInstant()
                .plusNanos(1);
    }
}
