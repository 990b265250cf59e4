package org.crmkit.core.activity;

import static com.google.common.base.Preconditions.checkElementIndex;
import static com.google.common.base.Preconditions.checkNotNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.crmkit.core.customer.CustomerId;
import org.crmkit.core.customer.CustomerOrder;
import org.crmkit.core.money.AmountUnit;
import org.crmkit.core.time.Window;

/**
 * The activities of many customers, held as columns sorted by customer and instant.
 *
 * <p>Taking the same activity twice changes nothing; the same id with other content is refused. The order of arrival never matters: logs made from
 * the same activities are equal. Immutable and safe to share between threads; building costs O(n log n), a history O(1).
 */
public final class ActivityLog {
    private final AmountUnit unit;
    private final List<CustomerId> customers;
    private final Map<CustomerId, Integer> rows;
    private final int[] offsets;
    private final ActivityColumns columns;

    private ActivityLog(AmountUnit unit, List<Activity> activities) {
        this.unit = unit;
        Set<CustomerId> ids = new HashSet<>();
        activities.forEach(activity -> ids.add(activity.customer()));
        Comparator<CustomerId> order = CustomerOrder.of(ids);
        List<Activity> sorted = new ArrayList<>(activities);
        sorted.sort(Comparator.comparing(Activity::customer, order)
                .thenComparing(Activity::at)
                .thenComparing(Activity::id));
        columns = new ActivityColumns(unit, sorted);
        List<CustomerId> owners = new ArrayList<>(ids);
        owners.sort(order);
        customers = List.copyOf(owners);
        offsets = offsets(sorted, customers);
        rows = new HashMap<>(customers.size() * 2);
        customers.forEach(customer -> rows.put(customer, rows.size()));
    }

    /**
     * Returns a log of the given activities.
     *
     * @param activities in any order
     * @param unit the unit of the log's amounts
     * @return the log
     * @throws ConflictingActivityException if two of them have the same id and other content
     * @throws org.crmkit.core.money.CurrencyMismatchException if an amount is in another currency than the unit
     */
    public static ActivityLog of(Iterable<? extends Activity> activities, AmountUnit unit) {
        return builder(unit).addAll(activities).build();
    }

    /**
     * Returns a builder of a log.
     *
     * @param unit the unit of the log's amounts
     * @return an empty builder
     */
    public static Builder builder(AmountUnit unit) {
        return new Builder(checkNotNull(unit, "unit"));
    }

    /**
     * Returns the number of activities.
     *
     * @return at least zero
     */
    public int size() {
        return columns.activities.length;
    }

    /**
     * Returns the unit of the amounts.
     *
     * @return the unit
     */
    public AmountUnit unit() {
        return unit;
    }

    /**
     * Returns the customers that did anything, in {@linkplain CustomerOrder their order}.
     *
     * @return the ids, without repetition
     */
    public List<CustomerId> customers() {
        return customers;
    }

    /**
     * Returns the row of a customer.
     *
     * @param customer the id looked for
     * @return its index in {@link #customers()}, or empty if it did nothing
     */
    public OptionalInt rowOf(CustomerId customer) {
        Integer row = rows.get(checkNotNull(customer, "customer"));
        return row == null ? OptionalInt.empty() : OptionalInt.of(row);
    }

    /**
     * Returns what the customer at a row did.
     *
     * @param row in [0, customers().size())
     * @return the history, never empty
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public ActivityHistory history(int row) {
        checkElementIndex(row, customers.size());
        return new ActivityHistory(columns, offsets[row], offsets[row + 1]);
    }

    /**
     * Returns what a customer did.
     *
     * @param customer whose history is asked for
     * @return the history; empty if the log knows nothing of the customer
     */
    public ActivityHistory history(CustomerId customer) {
        OptionalInt row = rowOf(customer);
        return row.isPresent() ? history(row.getAsInt()) : ActivityHistory.empty(unit);
    }

    /**
     * Returns the span from the first activity to the last one, both included.
     *
     * @return a window that ends a nanosecond after the last activity, or empty if there is none
     */
    public Optional<Window> window() {
        if (size() == 0) {
            return Optional.empty();
        }
        Instant first = columns.activities[0].at();
        Instant last = first;
        for (Activity activity : columns.activities) {
            first = activity.at().isBefore(first) ? activity.at() : first;
            last = activity.at().isAfter(last) ? activity.at() : last;
        }
        return Optional.of(new Window(first, last.plusNanos(1)));
    }

    /**
     * Returns the activities of this log and of another one.
     *
     * @param other a log in the same unit; activities in both count once
     * @return the union
     * @throws ConflictingActivityException if both hold an id with other content
     * @throws IllegalArgumentException if the units differ
     */
    public ActivityLog merge(ActivityLog other) {
        if (!unit.equals(other.unit)) {
            throw new IllegalArgumentException("unit must be " + unit + ", was " + other.unit);
        }
        return builder(unit).addAll(asList()).addAll(other.asList()).build();
    }

    /**
     * Returns all activities, sorted by customer and instant.
     *
     * @return an unmodifiable view
     */
    public List<Activity> asList() {
        return new ActivityHistory(columns, 0, size()).asList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ActivityLog that
                && unit.equals(that.unit)
                && Arrays.equals(columns.activities, that.columns.activities);
    }

    @Override
    public int hashCode() {
        return 31 * unit.hashCode() + Arrays.hashCode(columns.activities);
    }

    @Override
    public String toString() {
        return "ActivityLog[customers=" + customers.size() + ", activities=" + size() + "]";
    }

    private static int[] offsets(List<Activity> sorted, List<CustomerId> customers) {
        int[] offsets = new int[customers.size() + 1];
        int row = 0;
        for (int i = 0; i < sorted.size(); i++) {
            if (!sorted.get(i).customer().equals(customers.get(row))) {
                offsets[++row] = i;
            }
        }
        offsets[customers.size()] = sorted.size();
        return offsets;
    }

    /** Collects activities in any order. */
    public static final class Builder {
        private final AmountUnit unit;
        private final Map<ActivityId, Activity> activities = new HashMap<>();

        private Builder(AmountUnit unit) {
            this.unit = unit;
        }

        /**
         * Takes an activity; one that is already there changes nothing.
         *
         * @param activity the activity
         * @return this builder
         * @throws ConflictingActivityException if the id was taken by an activity with other content
         * @throws org.crmkit.core.money.CurrencyMismatchException if its amount is in another currency than the unit
         */
        public Builder add(Activity activity) {
            checkNotNull(activity, "activity");
            Activity known = activities.get(activity.id());
            if (known == null) {
                ActivityColumns.unitsOf(activity, unit);
                activities.put(activity.id(), activity);
            } else if (!known.equals(activity)) {
                throw new ConflictingActivityException(known, activity);
            }
            return this;
        }

        /**
         * Takes several activities.
         *
         * @param added in any order
         * @return this builder
         * @throws ConflictingActivityException if an id was taken by an activity with other content
         */
        public Builder addAll(Iterable<? extends Activity> added) {
            added.forEach(this::add);
            return this;
        }

        /**
         * Returns the log of what was taken so far; the builder can go on.
         *
         * @return the log
         */
        public ActivityLog build() {
            return new ActivityLog(unit, List.copyOf(activities.values()));
        }
    }
}
