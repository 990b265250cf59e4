package org.crmkit.examples.report.intake;

import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.crmkit.core.customer.CustomerId;

/**
 * The purchases of a shop, sorted by customer id, day and arrival, as columns.
 *
 * <p>Only customers with a purchase have a place in it. Amounts are millionths of the currency.
 */
public final class ShopLog {

    /**
     * What was sold of one item class.
     *
     * @param lines purchase lines
     * @param amount what was charged for them, in the major unit
     */
    public record ClassTotal(long lines, double amount) {}

    static final class Builder {
        final int[] starts;
        final int[] days;
        final long[] orders;
        final long[] amounts;
        final TreeMap<String, ClassTotal> classes = new TreeMap<>();
        CustomerId[] customerIds = new CustomerId[0];
        IntakeCounts counts = new IntakeCounts(0, 0, 0, 0, 0, 0, 0, 0);
        int[] returnStarts = new int[1];
        int[] returnDays = new int[0];
        long[] returnAmounts = new long[0];
        long returnsOfStrangers;
        int withoutPurchase;
        boolean hasAmounts;
        boolean hasOrders;

        Builder(int[] starts) {
            this.starts = starts;
            int rows = starts[starts.length - 1];
            days = new int[rows];
            orders = new long[rows];
            amounts = new long[rows];
        }

        ShopLog build() {
            return new ShopLog(this);
        }
    }

    private final Builder columns;

    private ShopLog(Builder columns) {
        this.columns = columns;
    }

    /**
     * Returns the number of customers with a purchase.
     *
     * @return at least zero
     */
    public int customers() {
        return columns.customerIds.length;
    }

    /**
     * Returns a customer's id.
     *
     * @param customer from zero
     * @return as in the input
     */
    public String customerId(int customer) {
        return columns.customerIds[customer].value();
    }

    /**
     * Returns a customer's id as the library knows it.
     *
     * @param customer from zero
     * @return the same text
     */
    public CustomerId id(int customer) {
        return columns.customerIds[customer];
    }

    /**
     * Returns a customer's first row.
     *
     * @param customer from zero up to and including the number of customers
     * @return a row; the customer's rows end before the next one's first
     */
    public int start(int customer) {
        return columns.starts[customer];
    }

    /**
     * Returns the local date of a purchase row.
     *
     * @param row from zero
     * @return an epoch day
     */
    public int epochDay(int row) {
        return columns.days[row];
    }

    /**
     * Returns the order of a purchase row.
     *
     * @param row from zero
     * @return equal for rows of one order
     */
    public long order(int row) {
        return columns.orders[row];
    }

    /**
     * Returns the amount of a purchase row.
     *
     * @param row from zero
     * @return in millionths, at least zero
     */
    public long millionths(int row) {
        return columns.amounts[row];
    }

    /**
     * Returns a customer's first return.
     *
     * @param customer from zero up to and including the number of customers
     * @return a row of returns; the customer's end before the next one's first
     */
    public int returnStart(int customer) {
        return columns.returnStarts[customer];
    }

    /**
     * Returns the local date of a return.
     *
     * @param row a row of returns
     * @return an epoch day
     */
    public int returnEpochDay(int row) {
        return columns.returnDays[row];
    }

    /**
     * Returns what was given back.
     *
     * @param row a row of returns
     * @return in millionths, at least zero
     */
    public long returnMillionths(int row) {
        return columns.returnAmounts[row];
    }

    /**
     * Tells whether rows have amounts.
     *
     * @return false if monetary values are unknown
     */
    public boolean hasAmounts() {
        return columns.hasAmounts;
    }

    /**
     * Tells whether rows have orders.
     *
     * @return false if an order is unknown
     */
    public boolean hasOrders() {
        return columns.hasOrders;
    }

    /**
     * Returns what was sold by item class.
     *
     * @return empty if the input has no such column
     */
    public SortedMap<String, ClassTotal> itemClasses() {
        return Collections.unmodifiableSortedMap(columns.classes);
    }

    /**
     * Returns what became of the rows.
     *
     * @return counts that add up to the rows read
     */
    public IntakeCounts counts() {
        return columns.counts;
    }

    /**
     * Returns the returns of customers who bought nothing in the input.
     *
     * @return rows
     */
    public long returnsOfStrangers() {
        return columns.returnsOfStrangers;
    }

    /**
     * Returns the customers who were in contact but bought nothing.
     *
     * @return at least zero
     */
    public int customersWithoutPurchase() {
        return columns.withoutPurchase;
    }

    /**
     * Returns the first day of a customer.
     *
     * @param customer from zero
     * @return the date of the first purchase
     */
    public LocalDate firstPurchase(int customer) {
        return LocalDate.ofEpochDay(columns.days[columns.starts[customer]]);
    }

    /**
     * Returns the first day on which anybody bought.
     *
     * @return an epoch day
     * @throws IllegalStateException if nobody did
     */
    public int firstEpochDay() {
        int first = Integer.MAX_VALUE;
        for (int customer = 0; customer < customers(); customer++) {
            first = Math.min(first, columns.days[columns.starts[customer]]);
        }
        if (first == Integer.MAX_VALUE) {
            throw new IllegalStateException("there is no purchase");
        }
        return first;
    }

    /**
     * Returns the last day on which anybody bought.
     *
     * @return an epoch day
     * @throws IllegalStateException if nobody did
     */
    public int lastEpochDay() {
        int last = Integer.MIN_VALUE;
        for (int customer = 0; customer < customers(); customer++) {
            last = Math.max(last, columns.days[columns.starts[customer + 1] - 1]);
        }
        if (last == Integer.MIN_VALUE) {
            throw new IllegalStateException("there is no purchase");
        }
        return last;
    }

    /**
     * Returns the last day of a customer.
     *
     * @param customer from zero
     * @return the date of the last purchase
     */
    public LocalDate lastPurchase(int customer) {
        return LocalDate.ofEpochDay(columns.days[columns.starts[customer + 1] - 1]);
    }
}
