package org.crmkit.segmentation.band;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/** An exact threshold: a numerator over a whole number of parts, on a line of whole or fractional numbers. */
record Fraction(BigDecimal numerator, long parts) {

    /** Digits beyond those of a double, so that the first guess is off by one neighbor at most. */
    private static final MathContext GUESS = new MathContext(30);

    private static final BigInteger HIGHEST = BigInteger.valueOf(Long.MAX_VALUE);
    private static final BigInteger HIGHEST_FRACTIONAL = BigInteger.valueOf(Keys.ofFractional(Double.MAX_VALUE));

    static Fraction between(BigDecimal low, BigDecimal high, long part, long parts) {
        return new Fraction(
                low.multiply(BigDecimal.valueOf(parts)).add(high.subtract(low).multiply(BigDecimal.valueOf(part))),
                parts);
    }

    Fraction plus(long addend) {
        return new Fraction(numerator.add(BigDecimal.valueOf(addend).multiply(BigDecimal.valueOf(parts))), parts);
    }

    /** Returns the key of the lowest number of the line that is at least this. */
    long firstAtLeast(boolean whole) {
        return clamped(whole ? wholeRounded(RoundingMode.CEILING) : BigInteger.valueOf(fractionalAtLeast()), whole);
    }

    /** Returns the key of the lowest number of the line that is above this. */
    long firstAbove(boolean whole) {
        if (whole) {
            return clamped(wholeRounded(RoundingMode.FLOOR).add(BigInteger.ONE), true);
        }
        long key = fractionalAtLeast();
        return compare(Keys.toFractional(key)) == 0 ? key + 1 : key;
    }

    double toDouble() {
        return numerator.divide(BigDecimal.valueOf(parts), GUESS).doubleValue();
    }

    private BigInteger wholeRounded(RoundingMode mode) {
        return numerator.divide(BigDecimal.valueOf(parts), 0, mode).toBigInteger();
    }

    /** A threshold beyond the line is reached by nobody, one before it by all; no fitted value is at either end. */
    private static long clamped(BigInteger key, boolean whole) {
        BigInteger end = whole ? HIGHEST : HIGHEST_FRACTIONAL;
        return key.max(end.negate()).min(end).longValueExact();
    }

    private long fractionalAtLeast() {
        long key = Keys.ofFractional(toDouble());
        while (compare(Keys.toFractional(key)) < 0) {
            key++;
        }
        while (compare(Keys.toFractional(key - 1)) >= 0) {
            key--;
        }
        return key;
    }

    private int compare(double number) {
        if (Double.isInfinite(number)) {
            return number > 0 ? 1 : -1;
        }
        return new BigDecimal(number).multiply(BigDecimal.valueOf(parts)).compareTo(numerator);
    }
}
