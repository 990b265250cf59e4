package org.crmkit.segmentation.rfm;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * Adds up single orders by customer.
 *
 * <p>Orders come in any order of customers, so the pass waits for memory, not for arithmetic: what belongs to a customer lies side
 * by side, one line of the cache instead of three.
 */
final class OrderSums {

    private OrderSums() {}

    static RfmColumns of(int customers, int[] customer, int[] day, long[] amount, int asOfDay, Returns returns) {
        checkArgument(customers >= 0, "customers must be at least 0, was %s", customers);
        checkArgument(
                customer.length == day.length && customer.length == amount.length,
                "columns must be of one length, were %s, %s, %s",
                customer.length,
                day.length,
                amount.length);
        // Even words: amount. Odd words: last day in the upper half, number of orders in the lower.
        long[] sums = new long[2 * customers];
        long never = (long) Integer.MIN_VALUE << 32;
        for (int c = 0; c < customers; c++) {
            sums[2 * c + 1] = never;
        }
        long afterwards = 0;
        for (int i = 0; i < customer.length; i++) {
            if (day[i] > asOfDay) {
                afterwards++;
            } else if (amount[i] >= 0 || returns == Returns.COUNTED) {
                int at = at(customer, i, customers);
                add(sums, at, amount[i]);
                long times = sums[at + 1];
                long last = times >= (long) day[i] << 32 ? times >> 32 : day[i];
                sums[at + 1] = last << 32 | (int) times + 1;
            } else if (returns == Returns.SUBTRACTED) {
                add(sums, at(customer, i, customers), amount[i]);
            }
        }
        return columns(sums, customers, asOfDay, afterwards);
    }

    private static int at(int[] customer, int i, int customers) {
        int c = customer[i];
        if (c < 0 || c >= customers) {
            throw new IllegalArgumentException("customer[" + i + "] must be in [0, " + customers + "), was " + c);
        }
        return 2 * c;
    }

    private static void add(long[] sums, int at, long amount) {
        long before = sums[at];
        long sum = before + amount;
        if (((before ^ sum) & (amount ^ sum)) < 0) {
            throw new ArithmeticException("amount of customer " + at / 2 + " overflows: " + before + " + " + amount);
        }
        sums[at] = sum;
    }

    private static RfmColumns columns(long[] sums, int customers, int asOfDay, long afterwards) {
        long[] recency = new long[customers];
        long[] frequency = new long[customers];
        long[] monetary = new long[customers];
        for (int c = 0; c < customers; c++) {
            long times = sums[2 * c + 1];
            frequency[c] = (int) times;
            recency[c] = asOfDay - (times >> 32);
            monetary[c] = sums[2 * c];
        }
        return new RfmColumns(recency, frequency, monetary, new long[0], null, afterwards);
    }
}
