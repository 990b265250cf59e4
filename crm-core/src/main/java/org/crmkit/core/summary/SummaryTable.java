package org.crmkit.core.summary;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkElementIndex;
import static com.google.common.base.Preconditions.checkNotNull;

import java.util.List;
import java.util.Map;
import org.crmkit.core.activity.ActivityHistory;
import org.crmkit.core.activity.ActivityLog;
import org.crmkit.core.column.IntColumn;
import org.crmkit.core.column.LongColumn;
import org.crmkit.core.customer.CustomerId;
import org.crmkit.core.money.AmountUnit;
import org.crmkit.core.time.AsOf;

/**
 * The purchase summaries of a population as of an instant, as columns.
 *
 * <p>Customers stand in {@linkplain org.crmkit.core.customer.CustomerOrder their order}; index i of every column is the customer at row i. What
 * happened after the instant is left out. Immutable and safe to share between threads; about 52 bytes a customer and 16 bytes a purchase day.
 */
public final class SummaryTable {
    /** Stands in {@link #firstDay} and {@link #lastDay} for a customer who never bought. */
    public static final int NEVER = Integer.MIN_VALUE;

    private final AsOf asOf;
    private final AmountUnit unit;
    private final List<CustomerId> customers;
    private final SummaryColumns columns;

    SummaryTable(AsOf asOf, AmountUnit unit, List<CustomerId> customers, SummaryColumns columns) {
        this.asOf = asOf;
        this.unit = unit;
        this.customers = customers;
        this.columns = columns;
    }

    /**
     * Returns the summaries of all customers of a log.
     *
     * @param log what they did
     * @param asOf the instant up to which it counts, and the zone of its days
     * @return one row a customer of the log, those without purchases included
     */
    public static SummaryTable of(ActivityLog log, AsOf asOf) {
        return of(log, log.customers(), asOf);
    }

    /**
     * Returns the summaries of given customers, whether or not they did anything.
     *
     * @param log what they did
     * @param customers who is to be in the table, without repetition; others of the log are left out
     * @param asOf the instant up to which it counts, and the zone of its days
     * @return one row a customer
     * @throws IllegalArgumentException if a customer is given twice
     */
    public static SummaryTable of(ActivityLog log, List<CustomerId> customers, AsOf asOf) {
        Builder builder = builder(asOf, log.unit());
        for (int i = 0; i < customers.size(); i++) {
            CustomerId customer = customers.get(i);
            checkArgument(builder.customer(customer) == i, "customer %s must be given once, was given twice", customer);
            builder.history(i, log.history(customer));
        }
        return builder.build();
    }

    /**
     * Returns a builder that takes rows, for logs that are read once and not kept.
     *
     * @param asOf the instant up to which rows count; with it the zone that the caller's days are in
     * @param unit the unit of the amounts
     * @return an empty builder
     */
    public static Builder builder(AsOf asOf, AmountUnit unit) {
        return new Builder(checkNotNull(asOf, "asOf"), checkNotNull(unit, "unit"));
    }

    /**
     * Returns the instant up to which activities count.
     *
     * @return instant and zone
     */
    public AsOf asOf() {
        return asOf;
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
     * Returns the customers, in {@linkplain org.crmkit.core.customer.CustomerOrder their order}.
     *
     * @return one id a row
     */
    public List<CustomerId> customers() {
        return customers;
    }

    /**
     * Returns the number of customers.
     *
     * @return at least zero
     */
    public int size() {
        return customers.size();
    }

    /**
     * Returns the number of purchases and refunds that were left out because they lie after the instant.
     *
     * @return at least zero
     */
    public long rowsAfterAsOf() {
        return columns.rowsAfterAsOf;
    }

    /**
     * Returns the number of different orders.
     *
     * @return at least zero each
     */
    public IntColumn orders() {
        return columns.orders;
    }

    /**
     * Returns the number of rows (order lines) that were purchases.
     *
     * @return at least the number of orders each
     */
    public IntColumn rows() {
        return columns.rows;
    }

    /**
     * Returns the number of different days of purchase.
     *
     * @return at least zero each
     */
    public IntColumn purchaseDays() {
        return columns.purchaseDays;
    }

    /**
     * Returns the day of the first purchase.
     *
     * @return days since 1970-01-01, or {@link #NEVER}
     */
    public IntColumn firstDay() {
        return columns.firstDay;
    }

    /**
     * Returns the day of the last purchase.
     *
     * @return days since 1970-01-01, or {@link #NEVER}
     */
    public IntColumn lastDay() {
        return columns.lastDay;
    }

    /**
     * Returns the whole days from the last purchase's date to the date of the instant.
     *
     * @return at least zero each, or -1 for a customer who never bought
     */
    public IntColumn recencyDays() {
        int today = Math.toIntExact(asOf.date().toEpochDay());
        return IntColumn.tabulate(
                size(), row -> columns.lastDay.get(row) == NEVER ? -1 : today - columns.lastDay.get(row));
    }

    /**
     * Returns what was charged, before refunds.
     *
     * @return amounts in {@link #unit()}
     */
    public LongColumn grossUnits() {
        return columns.grossUnits;
    }

    /**
     * Returns the number of refunds.
     *
     * @return at least zero each
     */
    public IntColumn refunds() {
        return columns.refunds;
    }

    /**
     * Returns what was given back.
     *
     * @return amounts in {@link #unit()}, not negative
     */
    public LongColumn refundUnits() {
        return columns.refundUnits;
    }

    /**
     * Returns what was charged less what was given back.
     *
     * @return amounts in {@link #unit()}; negative where more was given back
     */
    public LongColumn netUnits() {
        return LongColumn.tabulate(
                size(), row -> Math.subtractExact(columns.grossUnits.get(row), columns.refundUnits.get(row)));
    }

    /**
     * Returns where each customer's days begin in {@link #days}, {@link #dayOrders} and {@link #dayUnits}.
     *
     * @return length size + 1; the days of row i stand at [offsets(i), offsets(i + 1))
     */
    public IntColumn dayOffsets() {
        return columns.dayOffsets;
    }

    /**
     * Returns the days of purchase of all customers, one after the other, each customer's oldest first.
     *
     * @return days since 1970-01-01
     */
    public IntColumn days() {
        return columns.days;
    }

    /**
     * Returns the number of orders on each of the {@link #days}.
     *
     * @return at least 1 each
     */
    public IntColumn dayOrders() {
        return columns.dayOrders;
    }

    /**
     * Returns what was charged on each of the {@link #days}.
     *
     * @return amounts in {@link #unit()}
     */
    public LongColumn dayUnits() {
        return columns.dayUnits;
    }

    /**
     * Returns the summary of the customer at a row.
     *
     * @param row in [0, size)
     * @return purchases and refunds; without touches, which a table does not hold
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public CustomerSummary summary(int row) {
        checkElementIndex(row, size());
        return new CustomerSummary(
                asOf.zone(),
                unit,
                columns.purchaseDays(row),
                columns.refunds.get(row),
                columns.refundUnits.get(row),
                Map.of());
    }

    /** Takes purchases and refunds as rows, in any order. */
    public static final class Builder {
        private final AsOf asOf;
        private final AmountUnit unit;
        private final SummaryRows rows;

        private Builder(AsOf asOf, AmountUnit unit) {
            this.asOf = asOf;
            this.unit = unit;
            this.rows = new SummaryRows(asOf.date().toEpochDay());
        }

        /**
         * Returns the number under which a customer's rows are given; a customer without rows stays in the table.
         *
         * @param customer the id
         * @return its number, the same for the same id
         */
        public int customer(CustomerId customer) {
            return rows.customer(customer);
        }

        /**
         * Takes a row of an order.
         *
         * @param customer the number given by {@link #customer}
         * @param order rows of a customer with the same order are one order, on the earliest of their days
         * @param epochDay the local date, as days since 1970-01-01
         * @param units what was charged, in the unit of the table
         * @return this builder
         */
        public Builder purchase(int customer, long order, long epochDay, long units) {
            checkArgument(units >= 0, "units of a purchase must be at least 0, was %s", units);
            rows.add(customer, order, epochDay, units, false);
            return this;
        }

        /**
         * Takes a refund.
         *
         * @param customer the number given by {@link #customer}
         * @param epochDay the local date, as days since 1970-01-01
         * @param units what was given back, in the unit of the table, not negative
         * @return this builder
         */
        public Builder refund(int customer, long epochDay, long units) {
            checkArgument(units >= 0, "units of a refund must be at least 0, was %s", units);
            rows.add(customer, 0, epochDay, units, true);
            return this;
        }

        /** Takes what one customer did, each purchase being an order of its own. */
        private void history(int customer, ActivityHistory history) {
            int seen = history.until(asOf.instant()).size();
            for (int i = 0; i < history.size(); i++) {
                String code = history.code(i);
                boolean refund = code.equals(SummaryAccumulator.REFUND);
                if (!refund && !code.equals(SummaryAccumulator.PURCHASE)) {
                    continue;
                }
                if (i < seen) {
                    rows.add(customer, i, asOf.dateOf(history.at(i)).toEpochDay(), history.units(i), refund);
                } else {
                    rows.leaveOut();
                }
            }
        }

        /**
         * Returns the table of all that was taken; the builder can go on.
         *
         * @return the table
         * @throws ArithmeticException if a customer's amounts do not fit a long
         */
        public SummaryTable build() {
            return rows.toTable(asOf, unit);
        }
    }
}
