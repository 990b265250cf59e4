package org.crmkit.core.condition;

import static com.google.common.base.Preconditions.checkElementIndex;

import java.util.Arrays;
import java.util.function.Predicate;
import org.crmkit.core.column.IntColumn;

/** The answers of a population; index i is the customer at row i. Immutable; one byte a customer. */
public final class TruthColumn {
    private static final Truth[] TRUTHS = Truth.values();
    /** The bit of each byte that says "is true". */
    private static final long TRUE_BITS = 0x0101010101010101L;

    private final long[] words;
    private final int size;

    /** Takes over the words, which nobody else may hold: {@link Codes} of the answers, eight rows a word, nothing behind the last row. */
    TruthColumn(long[] words, int size) {
        this.words = words;
        this.size = size;
    }

    /**
     * Returns the number of customers.
     *
     * @return at least zero
     */
    public int size() {
        return size;
    }

    /**
     * Returns the answer for the customer at a row.
     *
     * @param row in [0, size)
     * @return the answer
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public Truth get(int row) {
        return Codes.truth(code(checkElementIndex(row, size)));
    }

    private int code(int row) {
        return (int) (words[row / LaneBlock.ROWS] >>> row % LaneBlock.ROWS * Byte.SIZE) & Codes.TRUE;
    }

    /**
     * Returns how many customers have an answer.
     *
     * @param truth the answer
     * @return in [0, size]
     */
    public int count(Truth truth) {
        return switch (truth) {
            case TRUE -> bits(TRUE_BITS);
            case UNKNOWN -> bits(TRUE_BITS << 1) - bits(TRUE_BITS);
            case FALSE -> size - bits(TRUE_BITS << 1);
        };
    }

    private int bits(long mask) {
        int count = 0;
        for (long word : words) {
            count += Long.bitCount(word & mask);
        }
        return count;
    }

    /**
     * Returns the customers with an answer; those of {@link Truth#UNKNOWN} are the bucket of the undetermined.
     *
     * @param truth the answer
     * @return their rows, ascending
     */
    public IntColumn rows(Truth truth) {
        return rows(truth::equals);
    }

    /**
     * Returns the customers that a policy admits.
     *
     * @param policy decides on the unknown
     * @return their rows, ascending
     */
    public IntColumn members(MembershipPolicy policy) {
        return rows(policy::admits);
    }

    private IntColumn rows(Predicate<Truth> chosen) {
        boolean[] admitted = new boolean[Codes.TRUE + 1];
        for (Truth truth : TRUTHS) {
            admitted[Codes.of(truth)] = chosen.test(truth);
        }
        int[] rows = new int[size];
        int members = 0;
        for (int row = 0; row < size; row++) {
            if (admitted[code(row)]) {
                rows[members++] = row;
            }
        }
        return IntColumn.copyOf(Arrays.copyOf(rows, members));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TruthColumn that && size == that.size && Arrays.equals(words, that.words);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(words) + size;
    }

    @Override
    public String toString() {
        return "TruthColumn[size=" + size + ", true=" + count(Truth.TRUE) + ", unknown=" + count(Truth.UNKNOWN) + ']';
    }
}
