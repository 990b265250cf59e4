package org.crmkit.core.summary;

import java.util.Arrays;

/** The rows of one customer, and their way to orders and from orders to days; used again for each customer. */
final class CustomerRows {
    private static final int FIRST_CAPACITY = 64;

    private Order[] purchases = new Order[FIRST_CAPACITY];
    private int size;
    private int refunds;
    private long refundUnits;

    void clear() {
        size = 0;
        refunds = 0;
        refundUnits = 0;
    }

    void add(long order, int day, long units) {
        if (units < 0) {
            refunds++;
            refundUnits = Math.addExact(refundUnits, ~units);
            return;
        }
        if (size == purchases.length) {
            purchases = Arrays.copyOf(purchases, size * 2);
        }
        Order row = purchases[size];
        if (row == null) {
            row = new Order();
            purchases[size] = row;
        }
        row.key = order;
        row.day = day;
        row.units = units;
        size++;
    }

    void writeTo(SummaryColumns.Draft draft, int customer) {
        draft.rows[customer] = size;
        draft.refunds[customer] = refunds;
        draft.refundUnits[customer] = refundUnits;
        int orders = collapseToOrders();
        draft.orders[customer] = orders;
        int next = draft.dayOffsets[customer];
        Arrays.sort(purchases, 0, orders, (a, b) -> Integer.compare(a.day, b.day));
        for (int i = 0; i < orders; i++) {
            Order order = purchases[i];
            if (next == draft.dayOffsets[customer] || draft.days[next - 1] != order.day) {
                draft.days[next++] = order.day;
            }
            draft.dayOrders[next - 1]++;
            draft.dayUnits[next - 1] = Math.addExact(draft.dayUnits[next - 1], order.units);
            draft.grossUnits[customer] = Math.addExact(draft.grossUnits[customer], order.units);
        }
        draft.dayOffsets[customer + 1] = next;
    }

    /** Rows with the same key become one order, on the earliest of their days. */
    private int collapseToOrders() {
        Arrays.sort(purchases, 0, size, (a, b) -> {
            int byKey = Long.compare(a.key, b.key);
            return byKey != 0 ? byKey : Integer.compare(a.day, b.day);
        });
        int orders = 0;
        for (int i = 0; i < size; i++) {
            if (orders > 0 && purchases[orders - 1].key == purchases[i].key) {
                purchases[orders - 1].units = Math.addExact(purchases[orders - 1].units, purchases[i].units);
            } else {
                Order moved = purchases[orders];
                purchases[orders++] = purchases[i];
                purchases[i] = moved;
            }
        }
        return orders;
    }

    private static final class Order {
        private long key;
        private int day;
        private long units;
    }
}
