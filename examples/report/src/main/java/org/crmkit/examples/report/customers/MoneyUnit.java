package org.crmkit.examples.report.customers;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;

/**
 * The currency of the report's amounts, if one was given, and how amounts are rounded and written.
 *
 * @param code ISO 4217 code; empty for plain numbers, which are rounded to two decimals
 * @param decimals decimals of the smallest unit, 0 to 4
 */
public record MoneyUnit(Optional<String> code, int decimals) {

    private static final int MILLIONTHS = 6;
    private static final long MOST_EXACT = 1L << 53;
    private static final double[] POWERS_OF_TEN = {1, 10, 100, 1_000, 10_000};

    /** Plain numbers with two decimals. */
    public static final MoneyUnit PLAIN = new MoneyUnit(Optional.empty(), 2);

    /**
     * Takes the smallest unit of a currency.
     *
     * @param currency with its number of decimals; two if it has none of its own
     * @return the unit
     */
    public static MoneyUnit of(Currency currency) {
        int decimals = currency.getDefaultFractionDigits();
        return new MoneyUnit(Optional.of(currency.getCurrencyCode()), decimals < 0 ? 2 : decimals);
    }

    /**
     * Rounds an exact amount half up to the smallest unit.
     *
     * @param millionths millionths of the currency
     * @return minor units, such as cents
     */
    public long minor(long millionths) {
        long divisor = 1;
        for (int i = decimals; i < MILLIONTHS; i++) {
            divisor *= 10;
        }
        long quotient = millionths / divisor;
        long rest = Math.abs(millionths % divisor);
        return rest >= divisor - rest ? quotient + Long.signum(millionths) : quotient;
    }

    /**
     * Writes minor units as a plain decimal number, such as {@code 1234.50}.
     *
     * @param minor minor units
     * @param text takes the digits
     */
    public void appendPlain(long minor, StringBuilder text) {
        long size = Math.absExact(minor);
        if (minor < 0) {
            text.append('-');
        }
        long one = (long) POWERS_OF_TEN[decimals];
        text.append(size / one);
        if (decimals > 0) {
            text.append('.');
            long rest = size % one;
            for (long digit = one / 10; digit > 0; digit /= 10) {
                text.append((char) ('0' + rest / digit % 10));
            }
        }
    }

    /**
     * Returns minor units as a number of the major unit.
     *
     * @param minor minor units
     * @return such as {@code 1234.5}
     */
    public double major(long minor) {
        // Both are doubles without rounding, so their quotient is the nearest double to the exact one.
        return Math.abs(minor) <= MOST_EXACT
                ? minor / POWERS_OF_TEN[decimals]
                : BigDecimal.valueOf(minor, decimals).doubleValue();
    }

    /**
     * Writes an amount for a reader: grouped, without decimals from a hundred on.
     *
     * @param amount in the major unit
     * @return such as {@code EUR 1,234}
     */
    public String shown(double amount) {
        String number = plainShown(amount);
        return code.map(name -> name + " " + number).orElse(number);
    }

    /**
     * Writes an amount for a reader who knows the currency.
     *
     * @param amount in the major unit
     * @return such as {@code 1,234}
     */
    public String plainShown(double amount) {
        boolean whole = decimals == 0 || Math.abs(amount) >= 100;
        BigDecimal rounded = BigDecimal.valueOf(amount).setScale(whole ? 0 : decimals, RoundingMode.HALF_UP);
        return String.format(Locale.ROOT, whole ? "%,.0f" : "%,." + decimals + "f", rounded);
    }
}
