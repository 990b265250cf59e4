package org.crmkit.core.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/** Fixed-point conversions that stay cheap for decimals with absurd exponents. */
final class Decimals {

    /** More integer digits than any long has. */
    private static final int MAX_INTEGER_DIGITS = 19;

    private static final long[] POWERS_OF_TEN = powersOfTen();

    private Decimals() {}

    /** Digits of the minor unit; codes without one (XXX, XAU) count as zero. */
    static int fractionDigits(Currency currency) {
        return Math.max(0, currency.getDefaultFractionDigits());
    }

    /** 10^exponent for 0 to 18. */
    static long powerOfTen(int exponent) {
        return POWERS_OF_TEN[exponent];
    }

    /**
     * Returns {@code amount * 10^decimals} as a long, rounded as told.
     *
     * @throws ArithmeticException if rounding is UNNECESSARY but needed, or the result does not fit in a long
     */
    static long toUnits(BigDecimal amount, int decimals, RoundingMode rounding) {
        if (amount.signum() == 0) {
            return 0;
        }
        // The position of the leading digit; computed as a long because scale and precision are extreme ints for
        // 1e-2000000000.
        long integerDigits = (long) amount.precision() - amount.scale();
        if (integerDigits > MAX_INTEGER_DIGITS) {
            throw new ArithmeticException("amount must fit in a long of 10^-" + decimals + " units, has "
                    + integerDigits + " integer digits");
        }
        // Below a tenth of a unit only the sign decides how it rounds, and dividing the real number would build a giant
        // power of ten.
        BigDecimal bounded =
                integerDigits < -decimals - 1L ? BigDecimal.valueOf(amount.signum(), decimals + 2) : amount;
        return bounded.setScale(decimals, rounding).unscaledValue().longValueExact();
    }

    private static long[] powersOfTen() {
        long[] powers = new long[MAX_INTEGER_DIGITS];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = powers[i - 1] * 10;
        }
        return powers;
    }
}
