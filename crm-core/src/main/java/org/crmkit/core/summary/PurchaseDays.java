package org.crmkit.core.summary;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkElementIndex;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The days on which a customer bought, with the orders and the amount of each, oldest first.
 *
 * <p>This is what makes a summary mergeable: how many different days two parts have together cannot be known from two counts. It is also the
 * calendar from which the purchase models take their recency, age and gaps. Immutable; 16 bytes a day.
 */
public final class PurchaseDays {
    static final PurchaseDays EMPTY = new PurchaseDays(new int[0], new int[0], new long[0]);

    private final int[] days;
    private final int[] orders;
    private final long[] units;

    /** Takes the arrays as they are: days strictly ascending, orders at least 1. */
    PurchaseDays(int[] days, int[] orders, long[] units) {
        this.days = days;
        this.orders = orders;
        this.units = units;
    }

    /**
     * Returns the days given one by one.
     *
     * @param days strictly ascending by date
     * @return the days
     * @throws IllegalArgumentException if a day does not come after the one before it
     */
    public static PurchaseDays of(List<PurchaseDay> days) {
        for (int i = 1; i < days.size(); i++) {
            checkArgument(
                    days.get(i - 1).date().isBefore(days.get(i).date()),
                    "days must ascend, %s came after %s",
                    days.get(i).date(),
                    days.get(i - 1).date());
        }
        return new PurchaseDays(
                days.stream()
                        .mapToInt(day -> Math.toIntExact(day.date().toEpochDay()))
                        .toArray(),
                days.stream().mapToInt(PurchaseDay::orders).toArray(),
                days.stream().mapToLong(PurchaseDay::units).toArray());
    }

    /**
     * Returns the days one by one.
     *
     * @return a new list, oldest first
     */
    public List<PurchaseDay> asList() {
        return IntStream.range(0, days.length)
                .mapToObj(i -> new PurchaseDay(date(i), orders[i], units[i]))
                .toList();
    }

    /**
     * Returns the number of different days.
     *
     * @return at least zero
     */
    public int size() {
        return days.length;
    }

    /**
     * Returns a day as the number of days since 1970-01-01.
     *
     * @param index in [0, size), 0 being the oldest
     * @return the epoch day
     * @throws IndexOutOfBoundsException if there is no such index
     */
    public int epochDay(int index) {
        return days[checkElementIndex(index, days.length)];
    }

    /**
     * Returns a day.
     *
     * @param index in [0, size), 0 being the oldest
     * @return the local date
     * @throws IndexOutOfBoundsException if there is no such index
     */
    public LocalDate date(int index) {
        return LocalDate.ofEpochDay(epochDay(index));
    }

    /**
     * Returns the number of orders on a day.
     *
     * @param index in [0, size)
     * @return at least 1
     * @throws IndexOutOfBoundsException if there is no such index
     */
    public int orders(int index) {
        return orders[checkElementIndex(index, days.length)];
    }

    /**
     * Returns what was charged on a day.
     *
     * @param index in [0, size)
     * @return the amount in the unit of the summary
     * @throws IndexOutOfBoundsException if there is no such index
     */
    public long units(int index) {
        return units[checkElementIndex(index, days.length)];
    }

    long totalOrders() {
        long total = 0;
        for (int count : orders) {
            total += count;
        }
        return total;
    }

    long totalUnits() {
        long total = 0;
        for (long amount : units) {
            total = Math.addExact(total, amount);
        }
        return total;
    }

    PurchaseDays merge(PurchaseDays other) {
        if (other.days.length == 0) {
            return this;
        }
        if (days.length == 0) {
            return other;
        }
        int longest = days.length + other.days.length;
        int[] mergedDays = new int[longest];
        int[] mergedOrders = new int[longest];
        long[] mergedUnits = new long[longest];
        int size = 0;
        for (int i = 0, j = 0; i < days.length || j < other.days.length; size++) {
            boolean mine = j == other.days.length || i < days.length && days[i] <= other.days[j];
            boolean theirs = i == days.length || j < other.days.length && other.days[j] <= days[i];
            mergedDays[size] = mine ? days[i] : other.days[j];
            if (mine) {
                mergedOrders[size] = orders[i];
                mergedUnits[size] = units[i++];
            }
            if (theirs) {
                mergedOrders[size] = Math.addExact(mergedOrders[size], other.orders[j]);
                mergedUnits[size] = Math.addExact(mergedUnits[size], other.units[j++]);
            }
        }
        return new PurchaseDays(
                Arrays.copyOf(mergedDays, size), Arrays.copyOf(mergedOrders, size), Arrays.copyOf(mergedUnits, size));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PurchaseDays that
                && Arrays.equals(days, that.days)
                && Arrays.equals(orders, that.orders)
                && Arrays.equals(units, that.units);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Arrays.hashCode(days) + Arrays.hashCode(orders)) + Arrays.hashCode(units);
    }

    @Override
    public String toString() {
        return "PurchaseDays[size=" + days.length + "]";
    }
}
