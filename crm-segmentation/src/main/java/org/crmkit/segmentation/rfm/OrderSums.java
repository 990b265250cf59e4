package org.crmkit.segmentation.rfm;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * Adds up single orders by customer.
 *
 * <p>Orders come in any order of customers, so the pass waits for memory, not for arithmetic. What belongs to a customer lies side by
 * side, in one line of the cache, and the lines of a block of orders are fetched before the first of them is added: that many waits
 * overlap, which halves the time.
 */
final class OrderSums {

    /** Orders fetched at once; their lines fit the nearest cache. */
    private static final int BLOCK = 256;

    private static final int MAX_CUSTOMERS = Integer.MAX_VALUE / 2;

    /** Even words: amount. Odd words: last day in the upper half, number of orders in the lower. */
    private final long[] sums;

    private final int customers;
    private final int asOfDay;
    private final Returns returns;
    private final long[] fetched = new long[BLOCK];
    private long afterwards;

    private OrderSums(int customers, int asOfDay, Returns returns) {
        this.customers = customers;
        this.asOfDay = asOfDay;
        this.returns = returns;
        this.sums = new long[2 * customers];
        long never = (long) Integer.MIN_VALUE << Integer.SIZE;
        for (int c = 0; c < customers; c++) {
            sums[2 * c + 1] = never;
        }
    }

    static RfmColumns of(int customers, int[] customer, int[] day, long[] amount, int asOfDay, Returns returns) {
        checkArgument(
                customers >= 0 && customers <= MAX_CUSTOMERS,
                "customers must be in [0, %s], was %s",
                MAX_CUSTOMERS,
                customers);
        checkArgument(
                customer.length == day.length && customer.length == amount.length,
                "columns must be of one length, were %s, %s, %s",
                customer.length,
                day.length,
                amount.length);
        OrderSums sums = new OrderSums(customers, asOfDay, returns);
        for (int from = 0; from < customer.length; from += BLOCK) {
            int to = Math.min(from + BLOCK, customer.length);
            sums.fetch(customer, from, to);
            sums.add(customer, day, amount, from, to);
        }
        return sums.columns();
    }

    /** Brings the customers' lines near; what is read counts for nothing, others of the block may add to it. */
    private void fetch(int[] customer, int from, int to) {
        for (int i = from; i < to; i++) {
            int c = customer[i];
            if (c < 0 || c >= customers) {
                throw new IllegalArgumentException("customer[" + i + "] must be in [0, " + customers + "), was " + c);
            }
            fetched[i - from] = sums[2 * c];
        }
    }

    private void add(int[] customer, int[] day, long[] amounts, int from, int to) {
        boolean counted = returns == Returns.COUNTED;
        boolean subtracted = returns == Returns.SUBTRACTED;
        for (int i = from; i < to; i++) {
            long amount = amounts[i];
            boolean isOrder = amount >= 0 || counted;
            if (day[i] > asOfDay) {
                afterwards++;
            } else if (isOrder || subtracted) {
                int at = 2 * customer[i];
                long before = sums[at];
                long sum = before + amount;
                if (((before ^ sum) & (amount ^ sum)) < 0) {
                    throw new ArithmeticException(
                            "amount of customer " + customer[i] + " overflows: " + before + " + " + amount);
                }
                sums[at] = sum;
                if (isOrder) {
                    long times = sums[at + 1];
                    // Not a branch: which order is the latest cannot be foretold.
                    long last = Math.max((int) (times >> Integer.SIZE), day[i]);
                    sums[at + 1] = last << Integer.SIZE | (int) times + 1;
                }
            }
        }
    }

    private RfmColumns columns() {
        long[] recency = new long[customers];
        long[] frequency = new long[customers];
        long[] monetary = new long[customers];
        for (int c = 0; c < customers; c++) {
            long times = sums[2 * c + 1];
            frequency[c] = (int) times;
            recency[c] = asOfDay - (times >> Integer.SIZE);
            monetary[c] = sums[2 * c];
        }
        return new RfmColumns(recency, frequency, monetary, new long[0], null, afterwards);
    }
}
