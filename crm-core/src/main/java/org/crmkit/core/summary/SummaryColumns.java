package org.crmkit.core.summary;

import org.crmkit.core.column.IntColumn;
import org.crmkit.core.column.LongColumn;

/** The columns behind a table, filled customer by customer. */
final class SummaryColumns {
    final IntColumn orders;
    final IntColumn rows;
    final IntColumn purchaseDays;
    final IntColumn firstDay;
    final IntColumn lastDay;
    final LongColumn grossUnits;
    final IntColumn refunds;
    final LongColumn refundUnits;
    final IntColumn dayOffsets;
    final IntColumn days;
    final IntColumn dayOrders;
    final LongColumn dayUnits;
    final long rowsAfterAsOf;

    SummaryColumns(Draft draft) {
        int customers = draft.orders.length;
        int total = draft.dayOffsets[customers];
        orders = IntColumn.copyOf(draft.orders);
        rows = IntColumn.copyOf(draft.rows);
        refunds = IntColumn.copyOf(draft.refunds);
        grossUnits = LongColumn.copyOf(draft.grossUnits);
        refundUnits = LongColumn.copyOf(draft.refundUnits);
        dayOffsets = IntColumn.copyOf(draft.dayOffsets);
        days = IntColumn.tabulate(total, i -> draft.days[i]);
        dayOrders = IntColumn.tabulate(total, i -> draft.dayOrders[i]);
        dayUnits = LongColumn.tabulate(total, i -> draft.dayUnits[i]);
        purchaseDays = IntColumn.tabulate(customers, c -> draft.dayOffsets[c + 1] - draft.dayOffsets[c]);
        firstDay = IntColumn.tabulate(
                customers, c -> purchaseDays.get(c) == 0 ? SummaryTable.NEVER : days.get(dayOffsets.get(c)));
        lastDay = IntColumn.tabulate(
                customers, c -> purchaseDays.get(c) == 0 ? SummaryTable.NEVER : days.get(dayOffsets.get(c + 1) - 1));
        rowsAfterAsOf = draft.rowsAfterAsOf;
    }

    PurchaseDays purchaseDays(int customer) {
        int from = dayOffsets.get(customer);
        int size = dayOffsets.get(customer + 1) - from;
        if (size == 0) {
            return PurchaseDays.EMPTY;
        }
        int[] ownDays = new int[size];
        int[] ownOrders = new int[size];
        long[] ownUnits = new long[size];
        for (int i = 0; i < size; i++) {
            ownDays[i] = days.get(from + i);
            ownOrders[i] = dayOrders.get(from + i);
            ownUnits[i] = dayUnits.get(from + i);
        }
        return new PurchaseDays(ownDays, ownOrders, ownUnits);
    }

    /** The same columns while they are filled; the day columns may be longer than what is used of them. */
    static final class Draft {
        final int[] orders;
        final int[] rows;
        final int[] refunds;
        final long[] grossUnits;
        final long[] refundUnits;
        final int[] dayOffsets;
        final int[] days;
        final int[] dayOrders;
        final long[] dayUnits;
        long rowsAfterAsOf;

        Draft(int customers, int mostDays) {
            orders = new int[customers];
            rows = new int[customers];
            refunds = new int[customers];
            grossUnits = new long[customers];
            refundUnits = new long[customers];
            dayOffsets = new int[customers + 1];
            days = new int[mostDays];
            dayOrders = new int[mostDays];
            dayUnits = new long[mostDays];
        }
    }
}
