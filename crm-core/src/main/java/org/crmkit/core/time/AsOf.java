package org.crmkit.core.time;

import static com.google.common.base.Preconditions.checkNotNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * The moment that an answer is about, and the zone in which its days are counted.
 *
 * <p>Days are counted between local dates: from 23:59 to 00:01 is one day, and a day with 23 or 25 hours is one day too.
 *
 * @param instant the moment
 * @param zone where midnight is
 */
public record AsOf(Instant instant, ZoneId zone) {

    /**
     * Checks the parts.
     *
     * @param instant the moment
     * @param zone where midnight is
     */
    public AsOf {
        checkNotNull(instant, "instant");
        checkNotNull(zone, "zone");
    }

    /**
     * Returns an instant seen from a zone.
     *
     * @param instant the moment
     * @param zone where midnight is
     * @return the moment with its zone
     */
    public static AsOf of(Instant instant, ZoneId zone) {
        return new AsOf(instant, zone);
    }

    /**
     * Returns the last nanosecond of a local date: all that happened on that day is known, and {@link #date()} is that day.
     *
     * @param date the day
     * @param zone where midnight is
     * @return the end of the day
     */
    public static AsOf endOf(LocalDate date, ZoneId zone) {
        return new AsOf(startInstant(date.plusDays(1), zone).minusNanos(1), zone);
    }

    /**
     * Returns the first instant of a local date: nothing of that day is known yet.
     *
     * @param date the day
     * @param zone where midnight is
     * @return the start of the day, which is not midnight where the clocks jump over it
     */
    public static AsOf startOf(LocalDate date, ZoneId zone) {
        return new AsOf(startInstant(date, zone), zone);
    }

    /**
     * Returns the local date.
     *
     * @return the day that the instant falls on in the zone
     */
    public LocalDate date() {
        return dateOf(instant);
    }

    /**
     * Returns the local date of another instant.
     *
     * @param other any instant
     * @return the day that it falls on in the zone
     */
    public LocalDate dateOf(Instant other) {
        return LocalDate.ofInstant(other, zone);
    }

    /**
     * Returns the number of days since an instant, between local dates.
     *
     * @param past any instant
     * @return whole days, negative if its date lies ahead
     */
    public long daysSince(Instant past) {
        return daysSince(dateOf(past));
    }

    /**
     * Returns the number of days since a date.
     *
     * @param past any date
     * @return whole days, negative if it lies ahead
     */
    public long daysSince(LocalDate past) {
        return ChronoUnit.DAYS.between(past, date());
    }

    private static Instant startInstant(LocalDate date, ZoneId zone) {
        checkNotNull(date, "date");
        checkNotNull(zone, "zone");
        return date.atStartOfDay(zone).toInstant();
    }
}
