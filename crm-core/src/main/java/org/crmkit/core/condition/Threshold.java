package org.crmkit.core.condition;

import java.math.BigDecimal;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import java.util.function.LongPredicate;

/**
 * A decimal among whole numbers that count in another unit: comparing with it is then comparing whole numbers.
 *
 * @param atLeast the first number that is at least the decimal, if there is one
 * @param above the first number that is above it, if there is one
 */
record Threshold(OptionalLong atLeast, OptionalLong above) {

    static Threshold of(BigDecimal decimal, LongFunction<BigDecimal> valueOf) {
        return new Threshold(
                first(Long.MIN_VALUE, Long.MAX_VALUE, n -> valueOf.apply(n).compareTo(decimal) >= 0),
                first(Long.MIN_VALUE, Long.MAX_VALUE, n -> valueOf.apply(n).compareTo(decimal) > 0));
    }

    /** Returns the first number of a range from which on something holds, if it holds for any. */
    static OptionalLong first(long least, long greatest, LongPredicate holds) {
        if (!holds.test(greatest)) {
            return OptionalLong.empty();
        }
        long low = least;
        long high = greatest;
        while (low < high) {
            // The mean, rounded down, without overflow.
            long middle = (low & high) + ((low ^ high) >> 1);
            if (holds.test(middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return OptionalLong.of(low);
    }

    /** Returns a negative number, zero or a positive one as a number is less than, equal to or greater than the decimal. */
    int compare(long number) {
        if (atLeast.isEmpty() || number < atLeast.getAsLong()) {
            return -1;
        }
        return above.isEmpty() || number < above.getAsLong() ? 0 : 1;
    }
}
