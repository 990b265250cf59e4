package org.crmkit.core.activity;

import static com.google.common.base.Preconditions.checkElementIndex;
import static com.google.common.base.Preconditions.checkNotNull;

import java.time.Instant;
import java.util.List;
import org.crmkit.core.money.AmountUnit;

/**
 * What one customer did, oldest first.
 *
 * <p>A view of a log's columns: making one costs nothing, and instants, codes and amounts are read without making an object an activity. Activities at the same
 * instant stand in the order of their ids. Immutable and safe to share between threads.
 */
public final class ActivityHistory {
    private final ActivityColumns columns;
    private final int from;
    private final int to;

    /** Takes rows that are all of one customer. */
    ActivityHistory(ActivityColumns columns, int from, int to) {
        this.columns = columns;
        this.from = from;
        this.to = to;
    }

    /**
     * Returns a history without activities.
     *
     * @param unit the unit of its amounts
     * @return the empty history
     */
    public static ActivityHistory empty(AmountUnit unit) {
        return new ActivityHistory(
                new ActivityColumns(checkNotNull(unit, "unit"), List.of(), new int[1], List.of()), 0, 0);
    }

    /**
     * Returns the history that one customer's activities make; an activity that comes twice counts once.
     *
     * @param activities in any order, all of the same customer
     * @param unit the unit of its amounts
     * @return the activities, oldest first
     * @throws ConflictingActivityException if two of them have the same id and other content
     * @throws IllegalArgumentException if they are of several customers
     */
    public static ActivityHistory of(Iterable<? extends Activity> activities, AmountUnit unit) {
        ActivityLog log = ActivityLog.of(activities, unit);
        if (log.customers().size() > 1) {
            throw new IllegalArgumentException("activities must all be of one customer, were of "
                    + log.customers().size());
        }
        return log.customers().isEmpty() ? empty(unit) : log.history(0);
    }

    /**
     * Returns the number of activities.
     *
     * @return at least zero
     */
    public int size() {
        return to - from;
    }

    /**
     * Returns the unit in which {@link #units} counts.
     *
     * @return the unit of the amounts
     */
    public AmountUnit unit() {
        return columns.unit;
    }

    /**
     * Returns an activity with all it says; made anew at each call.
     *
     * @param index in [0, size), 0 being the oldest
     * @return the activity
     * @throws IndexOutOfBoundsException if there is no such index
     */
    public Activity get(int index) {
        return columns.activity(row(index));
    }

    /**
     * Returns when an activity happened.
     *
     * @param index in [0, size)
     * @return the instant
     * @throws IndexOutOfBoundsException if there is no such index
     */
    public Instant at(int index) {
        int row = row(index);
        return columns.at(row);
    }

    /**
     * Returns the whole seconds of when an activity happened.
     *
     * @param index in [0, size)
     * @return seconds since 1970-01-01T00:00Z, rounded down
     * @throws IndexOutOfBoundsException if there is no such index
     */
    public long epochSecond(int index) {
        return columns.epochSecond[row(index)];
    }

    /**
     * Returns the part of a second that {@link #epochSecond} leaves.
     *
     * @param index in [0, size)
     * @return nanoseconds in [0, 999999999]
     * @throws IndexOutOfBoundsException if there is no such index
     */
    public int nano(int index) {
        return columns.nano[row(index)];
    }

    /**
     * Returns what kind of activity it is.
     *
     * @param index in [0, size)
     * @return the code as given by {@link Activity#code()}
     * @throws IndexOutOfBoundsException if there is no such index
     */
    public String code(int index) {
        return columns.code(row(index));
    }

    /**
     * Returns what was charged by a purchase or given back by a refund.
     *
     * @param index in [0, size)
     * @return the amount in {@link #unit()}, not negative; 0 for other activities
     * @throws IndexOutOfBoundsException if there is no such index
     */
    public long units(int index) {
        return columns.units[row(index)];
    }

    /**
     * Returns the part of this history up to an instant, that instant included.
     *
     * @param instant the last instant that counts
     * @return the activities at or before it
     */
    public ActivityHistory until(Instant instant) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (isAfter(middle, instant)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low == to ? this : new ActivityHistory(columns, from, low);
    }

    /**
     * Returns the activities as a list.
     *
     * @return an unmodifiable view, oldest first
     */
    public List<Activity> asList() {
        return columns.asList(from, to);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ActivityHistory that && unit().equals(that.unit()) && asList().equals(that.asList());
    }

    @Override
    public int hashCode() {
        return 31 * unit().hashCode() + asList().hashCode();
    }

    @Override
    public String toString() {
        return "ActivityHistory[size=" + size() + "]";
    }

    private boolean isAfter(int row, Instant instant) {
        long second = instant.getEpochSecond();
        return columns.epochSecond[row] > second
                || columns.epochSecond[row] == second && columns.nano[row] > instant.getNano();
    }

    private int row(int index) {
        return from + checkElementIndex(index, to - from);
    }
}
