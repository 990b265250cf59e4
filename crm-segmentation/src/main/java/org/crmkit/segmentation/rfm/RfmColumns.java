package org.crmkit.segmentation.rfm;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkElementIndex;
import static com.google.common.base.Preconditions.checkNotNull;

import java.util.Arrays;
import java.util.function.IntFunction;
import org.crmkit.core.column.IntColumn;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.summary.PurchaseTotals;
import org.crmkit.core.summary.SummaryTable;
import org.jspecify.annotations.Nullable;

/**
 * What is scored of a population: days since the last purchase, number of orders and amount, as columns.
 *
 * <p>Customers without orders are rows too, so that they can be reported; they are never scored. Immutable.
 */
public final class RfmColumns {

    private static final long SECONDS_OF_A_DAY = 86_400;

    private final long[] recencyDays;
    private final long[] frequency;
    private final long[] monetary;
    private final long[] lengthDays;
    /** Null where the numbers of the rows stand for ids. */
    private final @Nullable IntFunction<String> ids;

    /** Rows with orders, or empty when all have. */
    private final int[] buyers;

    private final int unscored;
    private final long ordersAfterwards;

    RfmColumns(
            long[] recencyDays,
            long[] frequency,
            long[] monetary,
            long[] lengthDays,
            @Nullable IntFunction<String> ids,
            long ordersAfterwards) {
        this.recencyDays = recencyDays;
        this.frequency = frequency;
        this.monetary = monetary;
        this.lengthDays = lengthDays;
        this.ids = ids;
        this.ordersAfterwards = ordersAfterwards;
        int none = 0;
        for (long orders : frequency) {
            none += orders == 0 ? 1 : 0;
        }
        this.unscored = none;
        this.buyers = none == 0 ? new int[0] : buyers(frequency, frequency.length - none);
    }

    private static int[] buyers(long[] frequency, int size) {
        int[] rows = new int[size];
        int next = 0;
        for (int row = 0; row < frequency.length; row++) {
            if (frequency[row] != 0) {
                rows[next++] = row;
            }
        }
        return rows;
    }

    /**
     * Returns columns of given figures, for plain RFM.
     *
     * @param recencyDays days since the last purchase, at least zero; not looked at without orders
     * @param frequency number of orders, at least zero; zero for a customer without orders
     * @param monetary amount in minor units
     * @param ids the id of the customer in a row, by which ties are split
     * @return the columns
     * @throws IllegalArgumentException if the lengths differ, or a number is negative that must not be
     */
    public static RfmColumns of(long[] recencyDays, long[] frequency, long[] monetary, IntFunction<String> ids) {
        return of(recencyDays, frequency, monetary, new long[0], ids);
    }

    /**
     * Returns columns of given figures, for LRFM and RFMT.
     *
     * @param recencyDays days since the last purchase, at least zero; not looked at without orders
     * @param frequency number of orders, at least zero; zero for a customer without orders
     * @param monetary amount in minor units
     * @param lengthDays days from the first to the last purchase, zero to 2^31 - 1; not looked at without orders
     * @param ids the id of the customer in a row, by which ties are split
     * @return the columns
     * @throws IllegalArgumentException if the lengths of the arrays differ, or a number is out of its range
     */
    public static RfmColumns of(
            long[] recencyDays, long[] frequency, long[] monetary, long[] lengthDays, IntFunction<String> ids) {
        checkNotNull(ids, "ids");
        int size = frequency.length;
        checkArgument(
                recencyDays.length == size
                        && monetary.length == size
                        && (lengthDays.length == size || lengthDays.length == 0),
                "columns must be of one length, were %s, %s, %s, %s",
                recencyDays.length,
                size,
                monetary.length,
                lengthDays.length);
        for (int row = 0; row < size; row++) {
            long length = lengthDays.length == 0 ? 0 : lengthDays[row];
            boolean ok = frequency[row] == 0
                    || frequency[row] > 0 && recencyDays[row] >= 0 && length >= 0 && length <= Integer.MAX_VALUE;
            if (!ok) {
                throw new IllegalArgumentException(
                        "recency and frequency must be at least 0 and length in [0, 2^31 - 1], row " + row + " had "
                                + recencyDays[row] + ", " + frequency[row] + ", " + length);
            }
        }
        return new RfmColumns(recencyDays.clone(), frequency.clone(), monetary.clone(), lengthDays.clone(), ids, 0);
    }

    /**
     * Returns columns of single orders, in one pass: O(orders), 16 bytes a customer while it runs.
     *
     * <p>Each order is counted; days are not told apart. An order after the day of the view is left out and counted in
     * {@link #ordersAfterwards()}. A negative amount is a return. Without length, for plain RFM.
     *
     * @param customers how many there are
     * @param customer the customer of each order, in [0, customers)
     * @param day the day of each order, from 1970-01-01
     * @param amountMinor the amount of each order
     * @param asOfDay the day of the view, from 1970-01-01
     * @param returns what a negative amount does
     * @return one row a customer; the number of the row stands for the id in ties
     * @throws IllegalArgumentException if the lengths differ, or a customer is out of range
     * @throws ArithmeticException if an amount leaves the range of a long
     */
    public static RfmColumns ofOrders(
            int customers, int[] customer, int[] day, long[] amountMinor, int asOfDay, Returns returns) {
        return OrderSums.of(customers, customer, day, amountMinor, asOfDay, checkNotNull(returns, "returns"));
    }

    /**
     * Returns columns of a tally; returns have been taken off there, or not.
     *
     * @param totals one row a customer
     * @param asOfDay the day of the view, from 1970-01-01, not before the last purchase
     * @return one row a customer, in the order of the totals
     * @throws IllegalArgumentException if a purchase lies after the day of the view
     */
    public static RfmColumns of(PurchaseTotals totals, int asOfDay) {
        int size = totals.size();
        long[] recency = new long[size];
        long[] frequency = new long[size];
        long[] monetary = new long[size];
        long[] length = new long[size];
        for (int row = 0; row < size; row++) {
            frequency[row] = totals.purchases(row);
            monetary[row] = totals.amountMinor(row);
            if (frequency[row] > 0) {
                recency[row] = (long) asOfDay - totals.lastDay(row);
                length[row] = (long) totals.lastDay(row) - totals.firstDay(row);
                if (recency[row] < 0) {
                    throw new IllegalArgumentException("asOfDay must not be before the last purchase, was " + asOfDay
                            + " before " + totals.lastDay(row));
                }
            }
        }
        return new RfmColumns(recency, frequency, monetary, length, totals::id, 0);
    }

    /**
     * Returns columns of a population's summaries.
     *
     * @param base the customers, as of the day of the view
     * @param frequency what counts as one more time
     * @param returns what goods given back do
     * @return one row a customer, in the order of the base
     */
    public static RfmColumns of(CustomerBase base, Frequency frequency, Returns returns) {
        SummaryTable table = base.summaries();
        int size = table.size();
        IntColumn times = frequency == Frequency.ORDERS ? table.orders() : table.purchaseDays();
        long[] recency = new long[size];
        long[] number = new long[size];
        long[] length = new long[size];
        IntColumn since = table.recencyDays();
        for (int row = 0; row < size; row++) {
            if (times.get(row) > 0) {
                recency[row] = since.get(row);
                number[row] = times.get(row)
                        + (returns == Returns.COUNTED ? (long) table.refunds().get(row) : 0);
                length[row] = (long) table.lastDay().get(row) - table.firstDay().get(row);
            }
        }
        long[] amount = (returns == Returns.IGNORED ? table.grossUnits() : table.netUnits()).toArray();
        return new RfmColumns(
                recency, number, amount, length, row -> base.id(row).value(), 0);
    }

    /**
     * Returns the number of customers, those without orders included.
     *
     * @return at least zero
     */
    public int size() {
        return frequency.length;
    }

    /**
     * Returns the number of customers without orders.
     *
     * @return zero to {@link #size()}
     */
    public int unscored() {
        return unscored;
    }

    /**
     * Returns how many orders lay after the day of the view and were left out.
     *
     * @return at least zero
     */
    public long ordersAfterwards() {
        return ordersAfterwards;
    }

    /**
     * Tells whether a customer has orders.
     *
     * @param row from zero
     * @return false for a customer who is reported but not scored
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public boolean hasOrders(int row) {
        return frequency[checkElementIndex(row, size(), "row")] != 0;
    }

    /**
     * Returns the id of a customer.
     *
     * @param row from zero
     * @return the id; the number of the row where only arrays were given
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public String id(int row) {
        checkElementIndex(row, size(), "row");
        return ids == null ? Integer.toString(row) : ids.apply(row);
    }

    /** Tells whether the rows themselves are the order of ties, so that nobody need be asked for an id. */
    boolean rowsAreIds() {
        return ids == null && unscored == 0;
    }

    /**
     * Returns an observed value.
     *
     * @param part which part
     * @param row of a customer with orders
     * @return days, orders, minor units or seconds
     * @throws IndexOutOfBoundsException if there is no such row
     * @throws IllegalStateException if the part needs a length and none was given
     */
    public long value(RfmPart part, int row) {
        return switch (part) {
            case LENGTH -> length(row);
            case RECENCY -> recencyDays[row];
            case FREQUENCY -> frequency[row];
            case MONETARY -> monetary[row];
            case TIME_BETWEEN -> timeBetween(length(row), frequency[row]);
        };
    }

    static long timeBetween(long lengthDays, long orders) {
        return orders < 2
                ? RfmPart.NO_RHYTHM
                : Math.min(SECONDS_OF_A_DAY * lengthDays / (orders - 1), RfmPart.NO_RHYTHM - 1);
    }

    private long length(int row) {
        if (lengthDays.length != frequency.length) {
            throw new IllegalStateException("these columns were made without a length; LRFM and RFMT need one");
        }
        return lengthDays[row];
    }

    boolean allHaveOrders() {
        return unscored == 0;
    }

    /** Returns the row of the i-th customer with orders. */
    int buyer(int i) {
        return unscored == 0 ? i : buyers[i];
    }

    /** Returns the values of those with orders, one after the other; perhaps the column itself, so not to be written to. */
    long[] buyerValues(RfmPart part) {
        if (unscored == 0 && part == RfmPart.RECENCY) {
            return recencyDays;
        }
        if (unscored == 0 && part == RfmPart.FREQUENCY) {
            return frequency;
        }
        if (unscored == 0 && part == RfmPart.MONETARY) {
            return monetary;
        }
        long[] values = new long[size() - unscored];
        Arrays.setAll(values, i -> value(part, buyer(i)));
        return values;
    }
}
