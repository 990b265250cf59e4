package org.crmkit.core.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Reads decimal text into fixed-point longs without making objects for plain numbers. */
final class AmountParser {

    /** So many significant digits always fit in a long. */
    private static final int SAFE_DIGITS = 18;

    /** Longer texts are not amounts; the limit keeps hostile input from being expanded. */
    private static final int MAX_LENGTH = 100;

    private static final long NOT_PLAIN = Long.MIN_VALUE;

    private AmountParser() {}

    static long parse(CharSequence text, int decimals) {
        long units = parsePlain(text, decimals);
        return units != NOT_PLAIN ? units : parseGeneral(text, decimals);
    }

    /** Handles sign, up to 18 digits and a point; anything else, wrong or merely rare, goes to the general path. */
    private static long parsePlain(CharSequence text, int decimals) {
        int length = text.length();
        int i = length > 0 && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
        boolean negative = i == 1 && text.charAt(0) == '-';
        long value = 0;
        int digits = 0;
        int fraction = -1;
        for (; i < length; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                value = value * 10 + (c - '0');
                if (++digits > SAFE_DIGITS || (fraction >= 0 && ++fraction > decimals)) {
                    return NOT_PLAIN;
                }
            } else if (c == '.' && fraction < 0) {
                fraction = 0;
            } else {
                return NOT_PLAIN;
            }
        }
        int shift = decimals - Math.max(0, fraction);
        if (digits == 0 || digits + shift > SAFE_DIGITS) {
            return NOT_PLAIN;
        }
        long units = value * Decimals.powerOfTen(shift);
        return negative ? -units : units;
    }

    private static long parseGeneral(CharSequence text, int decimals) {
        if (text.length() > MAX_LENGTH || !isAsciiNumber(text)) {
            throw refused(text, decimals, null);
        }
        try {
            return Decimals.toUnits(new BigDecimal(text.toString()), decimals, RoundingMode.UNNECESSARY);
        } catch (NumberFormatException | ArithmeticException e) {
            throw refused(text, decimals, e);
        }
    }

    /** BigDecimal also takes the digits of other scripts; files that mix them are broken. */
    private static boolean isAsciiNumber(CharSequence text) {
        return text.chars()
                .allMatch(c -> (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.' || c == 'e' || c == 'E');
    }

    private static IllegalArgumentException refused(CharSequence text, int decimals, @Nullable Exception cause) {
        String message = "amount must be a number with at most " + decimals + " decimals in ["
                + BigDecimal.valueOf(Long.MIN_VALUE, decimals) + ", " + BigDecimal.valueOf(Long.MAX_VALUE, decimals)
                + "], was \"" + Texts.shortened(text) + '"';
        return new IllegalArgumentException(message, cause);
    }
}
