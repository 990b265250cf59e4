package org.crmkit.core.internal.check;

import static com.google.common.base.Preconditions.checkArgument;

import java.time.Instant;
import java.time.LocalDate;

/** The years 0 to 9999: within them every moment has a date in every zone, periods can be added, and days fit an int. */
public final class Years {
    private static final int FIRST = 0;
    private static final int LAST = 9999;
    private static final Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private Years() {}

    /**
     * Tells whether a date lies in these years.
     *
     * @param date the date
     * @return true from 0000-01-01 to 9999-12-31
     */
    public static boolean contain(LocalDate date) {
        return date.getYear() >= FIRST && date.getYear() <= LAST;
    }

    /**
     * Tells whether a moment lies in these years, in UTC.
     *
     * @param instant the moment
     * @return true from the first nanosecond of year 0 to the last of year 9999
     */
    public static boolean contain(Instant instant) {
        return !instant.isBefore(EARLIEST) && !instant.isAfter(LATEST);
    }

    /**
     * Returns the moment if it lies in these years.
     *
     * @param instant the moment
     * @param name what it is, for the message
     * @return the moment as given
     * @throws IllegalArgumentException if it lies outside
     */
    public static Instant check(Instant instant, String name) {
        checkArgument(contain(instant), "%s must be in [%s, %s], was %s", name, EARLIEST, LATEST, instant);
        return instant;
    }
}
