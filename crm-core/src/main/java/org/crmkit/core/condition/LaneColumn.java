package org.crmkit.core.condition;

import java.util.function.IntToLongFunction;

/**
 * A column of numbers packed into words, each as narrow as the greatest allows: 8, 16, 32 or 64 bits.
 *
 * <p>Code 0 stands for a value that is missing. Eight rows share a word of answers; where codes are wider than a byte, they are spread over several
 * planes so that the sign of each comparison falls on the bit of its row, or a number of whole bytes above it. A comparison with a range of codes then
 * takes five operations a word and no branch.
 */
final class LaneColumn {
    private static final int BYTE_MAX = 0x7f;
    private static final int SHORT_MAX = 0x7fff;

    private final int width;
    private final long[][] planes;
    private final long greatest;
    private final long ones;
    private final long signs;
    private final int planeMask;
    private final int planeShift;
    private boolean missing;

    private LaneColumn(int size, long greatest) {
        this.greatest = greatest;
        this.width = width(greatest);
        int planeCount = width / Byte.SIZE;
        this.planes = new long[planeCount][(size + LaneBlock.ROWS - 1) / LaneBlock.ROWS];
        this.ones = width == Long.SIZE ? 1 : Long.divideUnsigned(-1L, (1L << width) - 1);
        this.signs = ones << width - 1;
        this.planeMask = planeCount - 1;
        this.planeShift = Integer.numberOfTrailingZeros(planeCount);
    }

    private static int width(long greatest) {
        if (greatest < 0 || greatest > Integer.MAX_VALUE) {
            return Long.SIZE;
        }
        return greatest <= BYTE_MAX ? Byte.SIZE : greatest <= SHORT_MAX ? Short.SIZE : Integer.SIZE;
    }

    /**
     * Packs codes.
     *
     * @param size the number of rows
     * @param greatest the greatest code, unsigned
     * @param codeAt the code of a row, 0 if its value is missing
     */
    static LaneColumn pack(int size, long greatest, IntToLongFunction codeAt) {
        LaneColumn column = new LaneColumn(size, greatest);
        for (int row = 0; row < size; row++) {
            long code = codeAt.applyAsLong(row);
            column.planes[row & column.planeMask][row / LaneBlock.ROWS] |= code << column.shift(row);
            column.missing |= code == 0;
        }
        return column;
    }

    private int shift(int row) {
        return ((row & LaneBlock.ROWS - 1) >>> planeShift) * width;
    }

    /** Returns the greatest code, unsigned. */
    long greatest() {
        return greatest;
    }

    /** Returns the width of a code. */
    int bytes() {
        return planes.length;
    }

    boolean isAtMost(long most) {
        return Long.compareUnsigned(greatest, most) <= 0;
    }

    long code(int row) {
        long word = planes[row & planeMask][row / LaneBlock.ROWS] >>> shift(row);
        return width == Long.SIZE ? word : word & (1L << width) - 1;
    }

    /** Tells whether any row has no value. */
    boolean hasMissing() {
        return missing;
    }

    /** Sets the lanes of the rows whose code lies in a range. */
    void addRange(long low, long high, int from, int count, long[] out) {
        for (int plane = 0; plane < planes.length; plane++) {
            int shift = Byte.SIZE * (planes.length - 1 - plane);
            if (width == Long.SIZE) {
                addWide(planes[plane], from, count, low, high, shift, out);
            } else {
                addNarrow(planes[plane], from, count, signs, low * ones, high * ones | signs, shift, out);
            }
        }
    }

    /** With its sign set, no code borrows from its neighbor when a smaller one is taken away; the sign stays where it was not needed. */
    private static void addNarrow(
            long[] codes, int from, int count, long signs, long low, long signedHigh, int shift, long[] out) {
        for (int i = 0; i < count; i++) {
            long code = codes[from + i];
            out[i] |= (((code | signs) - low) & (signedHigh - code) & signs) >>> shift;
        }
    }

    /** The borrow of an unsigned difference (Warren, Hacker's Delight, 2nd ed. 2013, section 2-13) tells which of two is less. */
    private static void addWide(long[] codes, int from, int count, long low, long high, int shift, long[] out) {
        for (int i = 0; i < count; i++) {
            long code = codes[from + i];
            long below = ~code & low | (~code | low) & (code - low);
            long above = ~high & code | (~high | code) & (high - code);
            out[i] |= (~(below | above) & Long.MIN_VALUE) >>> shift;
        }
    }
}
