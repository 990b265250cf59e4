package org.crmkit.segmentation.band;

import java.util.Arrays;

/** Sorts a column of keys: by counting where the range is small, else by radix; linear in both. */
final class SortedKeys {

    private static final int DIGIT_BITS = 11;
    private static final int DIGITS = 1 << DIGIT_BITS;
    /** Below this many keys a comparison sort is faster than clearing the digit counts. */
    private static final int SMALL = 512;
    /** The widest range that is sorted by counting: 4 MB of counts. */
    private static final int MAX_COUNTED = 1 << 20;

    private SortedKeys() {}

    /** Returns the keys in rising order; the argument stays as it is. */
    static long[] of(long[] keys) {
        if (keys.length < SMALL) {
            long[] sorted = keys.clone();
            Arrays.sort(sorted);
            return sorted;
        }
        long min = keys[0];
        long max = keys[0];
        for (long key : keys) {
            min = Math.min(min, key);
            max = Math.max(max, key);
        }
        long range = max - min; // as an unsigned number it never overflows
        if (Long.compareUnsigned(range, Math.min(MAX_COUNTED, 2L * keys.length)) < 0) {
            return counted(keys, min, (int) range);
        }
        return radix(keys, min, Long.SIZE - Long.numberOfLeadingZeros(range));
    }

    private static long[] counted(long[] keys, long min, int range) {
        int[] counts = new int[range + 1];
        for (long key : keys) {
            counts[(int) (key - min)]++;
        }
        long[] sorted = new long[keys.length];
        int from = 0;
        for (int value = 0; value <= range; value++) {
            int to = from + counts[value];
            Arrays.fill(sorted, from, to, min + value);
            from = to;
        }
        return sorted;
    }

    private static long[] radix(long[] keys, long min, int bits) {
        long[] from = keys;
        long[] spare = new long[keys.length];
        long[] to = new long[keys.length];
        int[] starts = new int[DIGITS];
        for (int shift = 0; shift < bits; shift += DIGIT_BITS) {
            Arrays.fill(starts, 0);
            for (long key : from) {
                starts[(int) ((key - min) >>> shift) & DIGITS - 1]++;
            }
            int start = 0;
            for (int digit = 0; digit < DIGITS; digit++) {
                int count = starts[digit];
                starts[digit] = start;
                start += count;
            }
            for (long key : from) {
                to[starts[(int) ((key - min) >>> shift) & DIGITS - 1]++] = key;
            }
            long[] done = to;
            to = from == keys ? spare : from;
            from = done;
        }
        return from;
    }

    /** Returns how many of the sorted keys are below the given one. */
    static int countBelow(long[] sorted, long key) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < key) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Returns how many of the sorted keys are at most the given one. */
    static int countAtMost(long[] sorted, long key) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] <= key) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    static long[] distinct(long[] sorted) {
        long[] distinct = new long[sorted.length];
        int size = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                distinct[size++] = sorted[i];
            }
        }
        return Arrays.copyOf(distinct, size);
    }
}
