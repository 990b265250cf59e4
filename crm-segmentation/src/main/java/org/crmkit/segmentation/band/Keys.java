package org.crmkit.segmentation.band;

import static com.google.common.base.Preconditions.checkArgument;

import java.math.BigDecimal;

/**
 * Numbers as longs in the same order: whole numbers as they are, fractional ones by their bits.
 *
 * <p>In both, {@code key(-v) = -key(v)}, and {@code key + 1} is the next number on the line. So thresholds, reversal and
 * sorting need one implementation.
 */
final class Keys {

    private Keys() {}

    static void checkWhole(long[] values) {
        for (int i = 0; i < values.length; i++) {
            long value = values[i];
            if (value == Long.MIN_VALUE || value == Long.MAX_VALUE) {
                throw new IllegalArgumentException("values[" + i + "] must be in (-2^63, 2^63 - 1), was " + value);
            }
        }
    }

    static long[] ofFractional(double[] values) {
        long[] keys = new long[values.length];
        for (int i = 0; i < keys.length; i++) {
            // The outermost doubles are left out so that there is always a next number to put a cut at.
            if (!(Math.abs(values[i]) < Double.MAX_VALUE)) {
                throw new IllegalArgumentException(
                        "values[" + i + "] must be in (-1.797E308, 1.797E308), was " + values[i]);
            }
            keys[i] = ofFractional(values[i]);
        }
        return keys;
    }

    /** Infinities have keys beyond all finite numbers. */
    static long ofFractional(double value) {
        checkArgument(!Double.isNaN(value), "value must be a number, was %s", value);
        long bits = Double.doubleToRawLongBits(value);
        return bits >= 0 ? bits : -(bits & Long.MAX_VALUE);
    }

    static long of(BigDecimal number, boolean whole) {
        return whole ? number.longValueExact() : ofFractional(number.doubleValue());
    }

    static BigDecimal toNumber(long key, boolean whole) {
        return whole ? BigDecimal.valueOf(key) : BigDecimal.valueOf(toFractional(key));
    }

    /** Unlike {@link #toNumber}, every digit of the double, for exact arithmetic. */
    static BigDecimal toExact(long key, boolean whole) {
        return whole ? BigDecimal.valueOf(key) : new BigDecimal(toFractional(key));
    }

    static double toFractional(long key) {
        return key >= 0 ? Double.longBitsToDouble(key) : -Double.longBitsToDouble(-key);
    }
}
