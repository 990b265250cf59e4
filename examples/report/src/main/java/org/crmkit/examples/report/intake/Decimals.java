package org.crmkit.examples.report.intake;

/**
 * Reads decimal numbers exactly, as whole numbers and a scale; no floating point takes part.
 *
 * <p>An instance is a reusable register for one number: rows are read by the million and none needs an object.
 */
final class Decimals {

    /** Amounts are held in millionths: six decimals of a currency, up to nine trillion a sum. */
    static final int SCALE = 6;

    private static final int MOST_DIGITS = 18;
    private static final long[] POWERS = new long[19];

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = POWERS[i - 1] * 10;
        }
    }

    long unscaled;
    int scale;

    /** Reads a number; false if the text is not one of at most 18 digits, such as {@code 1.2e3}, {@code NaN} or {@code 1,50}. */
    boolean read(char[] text, int from, int to) {
        int at = from;
        boolean negative = false;
        if (at < to && (text[at] == '-' || text[at] == '+')) {
            negative = text[at] == '-';
            at++;
        }
        long value = 0;
        int digits = 0;
        int seen = 0;
        int point = -1;
        int lastNonZero = 0;
        for (; at < to; at++) {
            char c = text[at];
            if (c == '.' && point < 0) {
                point = seen;
                lastNonZero = seen;
            } else if (c >= '0' && c <= '9') {
                seen++;
                if (point >= 0 && c != '0') {
                    lastNonZero = seen;
                }
            } else {
                return false;
            }
        }
        if (seen == 0) {
            return false;
        }
        // Trailing zeros after the point carry no value, and would only eat digits.
        int used = point < 0 ? seen : lastNonZero;
        int index = 0;
        for (int i = from; i < to && index < used; i++) {
            char c = text[i];
            if (c >= '0' && c <= '9') {
                index++;
                if (value != 0 || c != '0') {
                    digits++;
                }
                if (digits > MOST_DIGITS) {
                    return false;
                }
                value = value * 10 + (c - '0');
            }
        }
        unscaled = negative ? -value : value;
        scale = point < 0 ? 0 : used - point;
        return true;
    }

    int signum() {
        return Long.signum(unscaled);
    }

    /** The number in millionths, rounded half up beyond; {@link ArithmeticException} when it is too large. */
    long inMillionths() {
        return rescale(unscaled, scale);
    }

    /** The product in millionths, exact before it is rounded; {@link ArithmeticException} when it is too large. */
    long timesInMillionths(Decimals other) {
        int scales = scale + other.scale;
        long product = unscaled * other.unscaled;
        if (Math.multiplyHigh(unscaled, other.unscaled) == product >> 63) {
            return rescale(product, scales);
        }
        return new java.math.BigDecimal(java.math.BigInteger.valueOf(unscaled), scale)
                .multiply(new java.math.BigDecimal(java.math.BigInteger.valueOf(other.unscaled), other.scale))
                .setScale(SCALE, java.math.RoundingMode.HALF_UP)
                .unscaledValue()
                .longValueExact();
    }

    /** Whether the number, or its product with another, has more decimals than are kept. */
    static boolean isFinerThanKept(int scale) {
        return scale > SCALE;
    }

    private static long rescale(long value, int scale) {
        if (scale <= SCALE) {
            return Math.multiplyExact(value, POWERS[SCALE - scale]);
        }
        int drop = scale - SCALE;
        return drop > MOST_DIGITS ? 0 : roundHalfUp(value, POWERS[drop]);
    }

    /** Divides and rounds half up, that is away from zero, as a shop does. */
    static long roundHalfUp(long value, long divisor) {
        long quotient = value / divisor;
        long rest = Math.abs(value % divisor);
        return rest >= divisor - rest ? quotient + Long.signum(value) : quotient;
    }
}
