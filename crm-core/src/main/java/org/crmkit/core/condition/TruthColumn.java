package org.crmkit.core.condition;

import static com.google.common.base.Preconditions.checkElementIndex;

import java.util.Arrays;
import org.crmkit.core.column.IntColumn;

/** The answers of a population; index i is the customer at row i. Immutable; one byte a customer. */
public final class TruthColumn {
    private static final Truth[] TRUTHS = Truth.values();

    private final byte[] codes;

    /** Takes over the array, which nobody else may hold: {@link Codes} of the answers. */
    TruthColumn(byte[] codes) {
        this.codes = codes;
    }

    /**
     * Returns the number of customers.
     *
     * @return at least zero
     */
    public int size() {
        return codes.length;
    }

    /**
     * Returns the answer for the customer at a row.
     *
     * @param row in [0, size)
     * @return the answer
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public Truth get(int row) {
        return Codes.truth(codes[checkElementIndex(row, codes.length)]);
    }

    /**
     * Returns how many customers have an answer.
     *
     * @param truth the answer
     * @return in [0, size]
     */
    public int count(Truth truth) {
        byte code = (byte) Codes.of(truth);
        int count = 0;
        for (byte each : codes) {
            count += each == code ? 1 : 0;
        }
        return count;
    }

    /**
     * Returns the customers that a policy admits.
     *
     * @param policy decides on the unknown
     * @return their rows, ascending
     */
    public IntColumn members(MembershipPolicy policy) {
        boolean[] admitted = new boolean[Codes.TRUE + 1];
        for (Truth truth : TRUTHS) {
            admitted[Codes.of(truth)] = policy.admits(truth);
        }
        int[] rows = new int[codes.length];
        int size = 0;
        for (int row = 0; row < codes.length; row++) {
            if (admitted[codes[row]]) {
                rows[size++] = row;
            }
        }
        return IntColumn.copyOf(Arrays.copyOf(rows, size));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TruthColumn that && Arrays.equals(codes, that.codes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(codes);
    }

    @Override
    public String toString() {
        return "TruthColumn[size=" + codes.length + ", true=" + count(Truth.TRUE) + ", unknown=" + count(Truth.UNKNOWN)
                + ']';
    }
}
