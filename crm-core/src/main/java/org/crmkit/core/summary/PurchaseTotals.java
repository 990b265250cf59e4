package org.crmkit.core.summary;

import static com.google.common.base.Preconditions.checkElementIndex;

/** What a tally added up, as columns: one row a customer, immutable. */
public final class PurchaseTotals {

    private final long[][] chunks;
    private final int[] positions;
    private final int[] firstDays;
    private final int[] lastDays;
    private final int[] purchases;
    private final long[] amounts;

    private PurchaseTotals(long[][] chunks, int[] positions) {
        this.chunks = chunks;
        this.positions = positions;
        this.firstDays = new int[positions.length];
        this.lastDays = new int[positions.length];
        this.purchases = new int[positions.length];
        this.amounts = new long[positions.length];
    }

    /** Ids are read from the tally's memory, which never changes there; the figures are copied. */
    static PurchaseTotals of(long[][] chunks, int[] positions) {
        PurchaseTotals totals = new PurchaseTotals(chunks.clone(), positions);
        for (int row = 0; row < positions.length; row++) {
            long[] chunk = chunks[positions[row] >>> PurchaseTally.CHUNK_BITS];
            int at = positions[row] & PurchaseTally.CHUNK - 1;
            totals.amounts[row] = chunk[at + PurchaseTally.AMOUNT];
            totals.lastDays[row] = PurchaseTally.upper(chunk[at + PurchaseTally.DAYS]);
            totals.firstDays[row] = PurchaseTally.lower(chunk[at + PurchaseTally.DAYS]);
            totals.purchases[row] = PurchaseTally.upper(chunk[at + PurchaseTally.COUNTS]);
        }
        return totals;
    }

    /**
     * Returns the number of customers.
     *
     * @return at least zero
     */
    public int size() {
        return positions.length;
    }

    /**
     * Returns the id of a customer.
     *
     * @param row from zero
     * @return the id
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public String id(int row) {
        int position = positions[checkElementIndex(row, positions.length, "row")];
        long[] chunk = chunks[position >>> PurchaseTally.CHUNK_BITS];
        int at = position & PurchaseTally.CHUNK - 1;
        return IdWords.textAt(chunk, at + PurchaseTally.ID, PurchaseTally.lower(chunk[at + PurchaseTally.COUNTS]));
    }

    /**
     * Returns the day of a customer's first purchase.
     *
     * @param row from zero
     * @return days from 1970-01-01; {@code Integer.MAX_VALUE} for a customer with returns only
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public int firstDay(int row) {
        return firstDays[row];
    }

    /**
     * Returns the day of a customer's last purchase.
     *
     * @param row from zero
     * @return days from 1970-01-01; {@code Integer.MIN_VALUE} for a customer with returns only
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public int lastDay(int row) {
        return lastDays[row];
    }

    /**
     * Returns the number of a customer's purchases.
     *
     * @param row from zero
     * @return at least zero; zero for a customer with returns only
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public int purchases(int row) {
        return purchases[row];
    }

    /**
     * Returns a customer's amount, net of returns.
     *
     * @param row from zero
     * @return in minor units
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public long amountMinor(int row) {
        return amounts[row];
    }
}
