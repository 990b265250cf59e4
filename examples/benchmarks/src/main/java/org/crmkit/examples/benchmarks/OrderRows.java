package org.crmkit.examples.benchmarks;

import java.nio.charset.StandardCharsets;

/**
 * The same orders as a stream of rows with text for an id, as a reader of files or a database driver hands them out: a fresh
 * string a row.
 */
final class OrderRows {

    private static final int ID_BYTES = 9;

    private final Orders orders;
    private final byte[] ids;
    private int next;

    OrderRows(Orders orders) {
        this.orders = orders;
        this.ids = new byte[orders.size() * ID_BYTES];
        for (int i = 0; i < orders.size(); i++) {
            byte[] id = id(orders.customer[i]).getBytes(StandardCharsets.ISO_8859_1);
            System.arraycopy(id, 0, ids, i * ID_BYTES, ID_BYTES);
        }
    }

    static String id(int customer) {
        return "C" + (10_000_000 + customer);
    }

    static int customer(String id) {
        return Integer.parseInt(id.substring(1)) - 10_000_000;
    }

    void rewind() {
        next = 0;
    }

    /** Fills the arrays with the next rows and returns how many there were, zero at the end. */
    int read(String[] id, int[] day, long[] amountMinor) {
        int rows = Math.min(id.length, orders.size() - next);
        for (int i = 0; i < rows; i++) {
            id[i] = new String(ids, next * ID_BYTES, ID_BYTES, StandardCharsets.ISO_8859_1);
            day[i] = orders.day[next];
            amountMinor[i] = orders.amountMinor[next];
            next++;
        }
        return rows;
    }
}
