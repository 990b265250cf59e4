package org.crmkit.lifecycle.backtest;

import java.util.stream.IntStream;

/** Orders rows by their scores, the highest first, equal ones as they stand: a radix sort, for a base may have millions of rows. */
final class BestFirst {

    private static final int DIGIT_BITS = 11;
    private static final int DIGITS = 1 << DIGIT_BITS;

    private BestFirst() {}

    /** Returns the rows with a score; NaN is none. */
    static int[] rows(double[] scores) {
        int[] rows = IntStream.range(0, scores.length)
                .filter(row -> !Double.isNaN(scores[row]))
                .toArray();
        long[] keys = new long[rows.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = falling(scores[rows[i]]);
        }
        long[] nextKeys = new long[keys.length];
        int[] nextRows = new int[rows.length];
        for (int shift = 0; shift < Long.SIZE; shift += DIGIT_BITS) {
            int[] starts = starts(keys, shift);
            for (int i = 0; i < keys.length; i++) {
                int at = starts[digit(keys[i], shift)]++;
                nextKeys[at] = keys[i];
                nextRows[at] = rows[i];
            }
            long[] spareKeys = keys;
            keys = nextKeys;
            nextKeys = spareKeys;
            int[] spareRows = rows;
            rows = nextRows;
            nextRows = spareRows;
        }
        return rows;
    }

    /** A number that rises, without sign, as the score falls. */
    private static long falling(double score) {
        long bits = Double.doubleToLongBits(score);
        return ~(bits ^ (bits >> (Long.SIZE - 1) | Long.MIN_VALUE));
    }

    /** Where each digit's keys begin. */
    private static int[] starts(long[] keys, int shift) {
        int[] starts = new int[DIGITS + 1];
        for (long key : keys) {
            starts[digit(key, shift) + 1]++;
        }
        for (int digit = 0; digit < DIGITS; digit++) {
            starts[digit + 1] += starts[digit];
        }
        return starts;
    }

    private static int digit(long key, int shift) {
        return (int) (key >>> shift) & (DIGITS - 1);
    }
}
