package org.crmkit.core.condition;

import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;

/**
 * A column of whole numbers, packed as differences from the least of them.
 *
 * @param least the least number that occurs
 * @param greatest the greatest; less than the least if there is none
 * @param codes 0 where the number is missing, else 1 for the least number, and so on
 */
record NumberColumn(long least, long greatest, LaneColumn codes) {

    static NumberColumn of(int size, IntPredicate isMissing, IntToLongFunction numberAt) {
        long low = Long.MAX_VALUE;
        long high = Long.MIN_VALUE;
        for (int row = 0; row < size; row++) {
            if (!isMissing.test(row)) {
                long number = numberAt.applyAsLong(row);
                low = Math.min(low, number);
                high = Math.max(high, number);
            }
        }
        long least = low;
        return new NumberColumn(
                least,
                high,
                LaneColumn.pack(
                        size,
                        high < low ? 0 : high - low + 1,
                        row -> isMissing.test(row) ? 0 : numberAt.applyAsLong(row) - least + 1));
    }

    boolean isEmpty() {
        return greatest < least;
    }

    /** Tells whether no number has a code of its own: the least and the greatest lie as far apart as they can. */
    boolean isTooWide() {
        return !isEmpty() && greatest - least == -1;
    }

    /** Returns the code of a number in [least, greatest]. */
    long code(long number) {
        return number - least + 1;
    }

    /** Returns how many numbers lie between the ends, both included, or the greatest long if they are more. */
    long span() {
        long span = greatest - least + 1;
        return isEmpty() ? 0 : span <= 0 ? Long.MAX_VALUE : span;
    }
}
