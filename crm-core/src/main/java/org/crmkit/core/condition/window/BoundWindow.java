package org.crmkit.core.condition.window;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A window at one moment: it tells which instants lie in it.
 *
 * <p>Both ends belong to it, to the nanosecond. Nothing after the moment lies in it. Immutable; a test costs a few comparisons.
 */
public final class BoundWindow {
    private static final long DAY = 86_400;

    private final long fromSecond;
    private final int fromNano;
    private final long toSecond;
    private final int toNano;
    private final long nowSecond;
    private final int nowNano;
    private final ZoneId zone;
    private final @Nullable LocalDate firstDate;
    private final @Nullable LocalDate lastDate;

    private BoundWindow(
            Instant from,
            Instant to,
            Instant now,
            ZoneId zone,
            @Nullable LocalDate firstDate,
            @Nullable LocalDate lastDate) {
        this.fromSecond = from.getEpochSecond();
        this.fromNano = from.getNano();
        this.toSecond = to.getEpochSecond();
        this.toNano = to.getNano();
        this.nowSecond = now.getEpochSecond();
        this.nowNano = now.getNano();
        this.zone = zone;
        this.firstDate = firstDate;
        this.lastDate = lastDate;
    }

    static BoundWindow instants(Instant from, Instant to, ZoneId zone) {
        return new BoundWindow(from, to, to, zone, null, null);
    }

    static BoundWindow dates(@Nullable LocalDate first, @Nullable LocalDate last, Instant now, ZoneId zone) {
        Instant from = first == null ? Instant.MIN : first.atStartOfDay(zone).toInstant();
        Instant to = last == null
                ? now
                : last.plusDays(1).atStartOfDay(zone).toInstant().minusNanos(1);
        return new BoundWindow(from, to.isAfter(now) ? now : to, now, zone, first, last);
    }

    /**
     * Returns the first instant of the window.
     *
     * @return the start, itself in the window; {@link Instant#MIN} if there is none
     */
    public Instant from() {
        return Instant.ofEpochSecond(fromSecond, fromNano);
    }

    /**
     * Tells whether every instant of the window is at or after another one.
     *
     * @param since such as the instant from which on a customer was observed
     * @return true if the window does not reach before it
     */
    public boolean isSince(Instant since) {
        return compare(fromSecond, fromNano, since.getEpochSecond(), since.getNano()) >= 0;
    }

    /**
     * Tells whether an instant lies in the window.
     *
     * @param epochSecond whole seconds since 1970-01-01T00:00Z
     * @param nano the rest, in [0, 999999999]
     * @return true from the start to the end, both included
     */
    public boolean contains(long epochSecond, int nano) {
        if (firstDate == null && lastDate == null || isFarFromEdges(epochSecond)) {
            return compare(epochSecond, nano, fromSecond, fromNano) >= 0
                    && compare(epochSecond, nano, toSecond, toNano) <= 0;
        }
        return compare(epochSecond, nano, nowSecond, nowNano) <= 0 && isDateInside(epochSecond, nano);
    }

    boolean contains(Instant instant) {
        return contains(instant.getEpochSecond(), instant.getNano());
    }

    /**
     * Tells whether all of time before an instant is outside, so that a search backwards may stop there.
     *
     * @param epochSecond whole seconds since 1970-01-01T00:00Z
     * @return true more than a day before the start
     */
    public boolean isWellBefore(long epochSecond) {
        return epochSecond < fromSecond - DAY && fromSecond > Instant.MIN.getEpochSecond();
    }

    /** Where clocks are turned back over midnight, instants near an edge have dates out of order; elsewhere instants decide. */
    private boolean isFarFromEdges(long epochSecond) {
        return epochSecond > fromSecond + DAY && epochSecond < toSecond - DAY
                || epochSecond < fromSecond - DAY
                || epochSecond > toSecond + DAY;
    }

    private boolean isDateInside(long epochSecond, int nano) {
        LocalDate date = LocalDate.ofInstant(Instant.ofEpochSecond(epochSecond, nano), zone);
        return (firstDate == null || !date.isBefore(firstDate)) && (lastDate == null || !date.isAfter(lastDate));
    }

    private static int compare(long second, int nano, long otherSecond, int otherNano) {
        int bySecond = Long.compare(second, otherSecond);
        return bySecond != 0 ? bySecond : Integer.compare(nano, otherNano);
    }
}
