package org.crmkit.examples.report.customers;

import java.time.LocalDate;
import java.util.Arrays;
import org.crmkit.examples.report.intake.InputProblem;
import org.crmkit.examples.report.intake.ShopLog;
import org.crmkit.examples.report.intake.Shown;

/** The plain figures of each customer with a purchase: index i is the customer at i of the log. */
public final class CustomerTable {

    private final ShopLog log;
    private final MoneyUnit unit;
    private final LocalDate asOf;
    private final int[] orders;
    private final int[] purchaseDays;
    private final int[] frequency;
    private final int[] recencyDays;
    private final long[] netMinor;
    private final long[] monetaryMinor;

    /**
     * Adds up a log.
     *
     * @param log the purchases
     * @param asOf the day of the analysis
     * @param kind what frequency counts
     * @param netReturns whether returns are taken off the monetary value
     * @param unit rounds sums half up
     */
    public CustomerTable(ShopLog log, LocalDate asOf, FrequencyKind kind, boolean netReturns, MoneyUnit unit) {
        this.log = log;
        this.unit = unit;
        this.asOf = asOf;
        int n = log.customers();
        orders = new int[n];
        purchaseDays = new int[n];
        frequency = new int[n];
        recencyDays = new int[n];
        netMinor = new long[n];
        monetaryMinor = new long[n];
        int today = Math.toIntExact(asOf.toEpochDay());
        for (int i = 0; i < n; i++) {
            int from = log.start(i);
            int to = log.start(i + 1);
            long gross;
            long net;
            try {
                gross = sum(from, to);
                net = Math.subtractExact(gross, returned(i));
            } catch (ArithmeticException tooLarge) {
                throw new InputProblem("the amounts of customer '%s' add up to more than 9 trillion"
                        .formatted(Shown.of(log.customerId(i))));
            }
            orders[i] = log.hasOrders() ? distinctOrders(from, to) : 0;
            purchaseDays[i] = distinctDays(from, to);
            frequency[i] =
                    kind == FrequencyKind.ORDERS ? orders[i] : kind == FrequencyKind.DAYS ? purchaseDays[i] : to - from;
            recencyDays[i] = today - log.epochDay(to - 1);
            netMinor[i] = unit.minor(net);
            monetaryMinor[i] = unit.minor(netReturns ? net : gross);
        }
    }

    private long sum(int from, int to) {
        long sum = 0;
        for (int row = from; row < to; row++) {
            sum = Math.addExact(sum, log.millionths(row));
        }
        return sum;
    }

    private long returned(int customer) {
        long sum = 0;
        for (int row = log.returnStart(customer); row < log.returnStart(customer + 1); row++) {
            sum = Math.addExact(sum, log.returnMillionths(row));
        }
        return sum;
    }

    private int distinctDays(int from, int to) {
        int count = 1;
        for (int row = from + 1; row < to; row++) {
            if (log.epochDay(row) != log.epochDay(row - 1)) {
                count++;
            }
        }
        return count;
    }

    private int distinctOrders(int from, int to) {
        long[] seen = new long[to - from];
        int changes = 0;
        for (int row = from; row < to; row++) {
            if (row == from || log.order(row) != log.order(row - 1)) {
                seen[changes++] = log.order(row);
            }
        }
        Arrays.sort(seen, 0, changes);
        int count = 0;
        for (int i = 0; i < changes; i++) {
            if (i == 0 || seen[i] != seen[i - 1]) {
                count++;
            }
        }
        return count;
    }

    /**
     * Returns the number of customers.
     *
     * @return at least zero
     */
    public int size() {
        return orders.length;
    }

    /**
     * Returns the log the figures come from.
     *
     * @return the purchases
     */
    public ShopLog log() {
        return log;
    }

    /**
     * Returns how amounts are rounded and written.
     *
     * @return the unit of all minor amounts here
     */
    public MoneyUnit unit() {
        return unit;
    }

    /**
     * Returns the day of the analysis.
     *
     * @return the last day that counts
     */
    public LocalDate asOf() {
        return asOf;
    }

    /**
     * Returns a customer's orders.
     *
     * @param customer from zero
     * @return at least one, zero if the log has no orders
     */
    public int orders(int customer) {
        return orders[customer];
    }

    /**
     * Returns the days on which a customer bought.
     *
     * @param customer from zero
     * @return at least one
     */
    public int purchaseDays(int customer) {
        return purchaseDays[customer];
    }

    /**
     * Returns F.
     *
     * @param customer from zero
     * @return at least one
     */
    public int frequency(int customer) {
        return frequency[customer];
    }

    /**
     * Returns R.
     *
     * @param customer from zero
     * @return whole days since the last purchase, at least zero
     */
    public int recencyDays(int customer) {
        return recencyDays[customer];
    }

    /**
     * Returns the amounts less returns.
     *
     * @param customer from zero
     * @return minor units, possibly negative
     */
    public long netMinor(int customer) {
        return netMinor[customer];
    }

    /**
     * Returns M.
     *
     * @param customer from zero
     * @return minor units
     */
    public long monetaryMinor(int customer) {
        return monetaryMinor[customer];
    }
}
