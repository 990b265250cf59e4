package org.crmkit.core.condition.window;

import static com.google.common.base.Preconditions.checkNotNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
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
     * Returns the last instant of the window.
     *
     * @return the end, itself in the window; never after the moment at which it was bound
     */
    public Instant to() {
        return Instant.ofEpochSecond(toSecond, toNano);
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

    /**
     * Tells whether every moment in this window is certainly in another one that was bound at the same moment.
     *
     * @param other the other window
     * @return true if that is certain; false if it is not so, or cannot be told where clocks are turned back near an edge
     */
    public boolean isWithin(BoundWindow other) {
        if (nowSecond != other.nowSecond || nowNano != other.nowNano) {
            return false;
        }
        if (isOfDates() && other.isOfDates() && zone.equals(other.zone)) {
            boolean starts = other.firstDate == null || firstDate != null && !firstDate.isBefore(other.firstDate);
            boolean ends = other.lastDate == null || lastDate != null && !lastDate.isAfter(other.lastDate);
            return starts && (ends || endsWithin(other));
        }
        return startsWithin(other) && endsWithin(other);
    }

    private boolean startsWithin(BoundWindow other) {
        Instant edge = other.from();
        return edge.equals(Instant.MIN)
                || !from().equals(Instant.MIN) && !from().isBefore(edge.plusSeconds(slack(from()) + other.slack(edge)));
    }

    private boolean endsWithin(BoundWindow other) {
        Instant now = Instant.ofEpochSecond(nowSecond, nowNano);
        if (!other.isOfDates() && other.to().equals(now) || other.isOfDates() && other.lastDate == null) {
            return true;
        }
        Instant end = other.isOfDates() ? other.endOfDates() : other.to();
        Instant least = end.minusSeconds(other.slack(end));
        return least.isAfter(now) || !to().plusSeconds(slack(to())).isAfter(least);
    }

    private boolean isOfDates() {
        return firstDate != null || lastDate != null;
    }

    private Instant endOfDates() {
        return checkNotNull(lastDate, "lastDate")
                .plusDays(1)
                .atStartOfDay(zone)
                .toInstant()
                .minusNanos(1);
    }

    /** Where clocks are turned back over midnight a date has no single start; a day is more than any such turn. */
    private long slack(Instant edge) {
        if (!isOfDates() || edge.equals(Instant.MIN)) {
            return 0;
        }
        Instant end = edge.plusSeconds(2 * DAY);
        ZoneOffsetTransition turn = zone.getRules().nextTransition(edge.minusSeconds(2 * DAY));
        while (turn != null && turn.getInstant().isBefore(end)) {
            boolean overMidnight = turn.getDateTimeBefore()
                    .toLocalDate()
                    .isAfter(turn.getDateTimeAfter().toLocalDate());
            if (overMidnight) {
                return DAY;
            }
            turn = zone.getRules().nextTransition(turn.getInstant());
        }
        return 0;
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
