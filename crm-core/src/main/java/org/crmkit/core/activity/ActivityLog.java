package org.crmkit.core.activity;

import static com.google.common.base.Preconditions.checkElementIndex;
import static com.google.common.base.Preconditions.checkNotNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
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
 *
 * <p>An activity takes 28 bytes and the characters of its id, 4 more in a log with lines, and a line 4 to 12; what many say alike (kind, channel,
 * subject, item) is held once. The objects that were taken are not kept: what a history gives is made when it is asked for.
 */
public final class ActivityLog {
    private static final Comparator<Activity> OLDEST_FIRST =
            Comparator.comparing(Activity::at).thenComparing(Activity::id);

    private final ActivityColumns columns;
    private final Map<CustomerId, Integer> rows;

    private ActivityLog(AmountUnit unit, Collection<Activity> activities) {
        Set<CustomerId> ids = new HashSet<>();
        activities.forEach(activity -> ids.add(activity.customer()));
        Comparator<CustomerId> order = CustomerOrder.of(ids);
        List<CustomerId> customers = new ArrayList<>(ids);
        customers.sort(order);
        rows = new HashMap<>(customers.size() * 2);
        customers.forEach(customer -> rows.put(customer, rows.size()));
        int[] offsets = new int[customers.size() + 1];
        List<Activity> sorted = sorted(activities, offsets);
        columns = new ActivityColumns(unit, List.copyOf(customers), offsets, sorted);
    }

    /** Groups by customer by counting, and sorts within a customer; fills in where the activities of each customer begin. */
    private List<Activity> sorted(Collection<Activity> activities, int[] offsets) {
        for (Activity activity : activities) {
            offsets[rowOf(activity) + 1]++;
        }
        for (int row = 0; row < rows.size(); row++) {
            offsets[row + 1] += offsets[row];
        }
        int[] next = offsets.clone();
        Activity[] sorted = new Activity[activities.size()];
        for (Activity activity : activities) {
            sorted[next[rowOf(activity)]++] = activity;
        }
        for (int row = 0; row < rows.size(); row++) {
            Arrays.sort(sorted, offsets[row], offsets[row + 1], OLDEST_FIRST);
        }
        return Arrays.asList(sorted);
    }

    private int rowOf(Activity activity) {
        return checkNotNull(rows.get(activity.customer()));
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
        return columns.size();
    }

    /**
     * Returns the unit of the amounts.
     *
     * @return the unit
     */
    public AmountUnit unit() {
        return columns.unit;
    }

    /**
     * Returns the customers that did anything, in {@linkplain CustomerOrder their order}.
     *
     * @return the ids, without repetition
     */
    public List<CustomerId> customers() {
        return columns.customers;
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
        checkElementIndex(row, columns.customers.size());
        return new ActivityHistory(columns, columns.offsets[row], columns.offsets[row + 1]);
    }

    /**
     * Returns what a customer did.
     *
     * @param customer whose history is asked for
     * @return the history; empty if the log knows nothing of the customer
     */
    public ActivityHistory history(CustomerId customer) {
        OptionalInt row = rowOf(customer);
        return row.isPresent() ? history(row.getAsInt()) : ActivityHistory.empty(columns.unit);
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
        int first = 0;
        int last = 0;
        for (int row = 1; row < size(); row++) {
            first = columns.compareInstants(row, first) < 0 ? row : first;
            last = columns.compareInstants(row, last) > 0 ? row : last;
        }
        return Optional.of(new Window(columns.at(first), columns.at(last).plusNanos(1)));
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
        if (!unit().equals(other.unit())) {
            throw new IllegalArgumentException("unit must be " + unit() + ", was " + other.unit());
        }
        return builder(unit()).addAll(asList()).addAll(other.asList()).build();
    }

    /**
     * Returns all activities, sorted by customer and instant.
     *
     * @return an unmodifiable view that makes each activity when it is asked for
     */
    public List<Activity> asList() {
        return columns.asList(0, size());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ActivityLog that && columns.equals(that.columns);
    }

    @Override
    public int hashCode() {
        return columns.hashCode();
    }

    @Override
    public String toString() {
        return "ActivityLog[customers=" + customers().size() + ", activities=" + size() + "]";
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
            return new ActivityLog(unit, activities.values());
        }
    }
}
