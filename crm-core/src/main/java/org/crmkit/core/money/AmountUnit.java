package org.crmkit.core.money;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * The fixed-point unit of a column of amounts: a long stands for that many 10^-decimals.
 *
 * <p>A column of a million amounts holds plain longs; this record says what one of them means. With decimals 4 in euro the long 129900 is
 * EUR 12.99. The unit is never coarser than the currency's minor unit, so any {@link Money} of the currency fits exactly. Files without a
 * currency use {@link #plain(int)}.
 *
 * @param currency the currency of every amount in the column; XXX where there is none
 * @param decimals the number of decimals, from the currency's own number up to 9
 */
public record AmountUnit(Currency currency, int decimals) {

    /** The finest unit: a billionth. */
    public static final int MAX_DECIMALS = 9;

    private static final Currency NO_CURRENCY = Currency.getInstance("XXX");

    /** Up to here a long is exact as a double, and so is the quotient's rounding. */
    private static final long EXACT_DOUBLE = 1L << 53;

    /**
     * Checks the parts.
     *
     * @param currency the currency of every amount in the column
     * @param decimals the number of decimals
     */
    public AmountUnit {
        checkNotNull(currency, "currency");
        int least = Decimals.fractionDigits(currency);
        checkArgument(
                decimals >= least && decimals <= MAX_DECIMALS,
                "decimals must be in [%s, %s] for %s, was %s",
                least,
                MAX_DECIMALS,
                currency,
                decimals);
    }

    /**
     * Returns the currency's own minor unit.
     *
     * @param currency the currency
     * @return the unit with the currency's number of decimals
     */
    public static AmountUnit of(Currency currency) {
        return new AmountUnit(currency, Decimals.fractionDigits(checkNotNull(currency, "currency")));
    }

    /**
     * Returns a unit of plain numbers without a currency.
     *
     * @param decimals the number of decimals, 0 to 9
     * @return the unit with currency code XXX
     */
    public static AmountUnit plain(int decimals) {
        return new AmountUnit(NO_CURRENCY, decimals);
    }

    /**
     * Returns an amount in this unit, exactly.
     *
     * @param amount the amount in major units; trailing zeros are free
     * @return {@code amount * 10^decimals}
     * @throws ArithmeticException if the amount has more decimals than the unit, or does not fit in a long
     */
    public long toUnits(BigDecimal amount) {
        return Decimals.toUnits(checkNotNull(amount, "amount"), decimals, RoundingMode.UNNECESSARY);
    }

    /**
     * Returns money in this unit, exactly.
     *
     * @param money money of this unit's currency
     * @return the money in units
     * @throws CurrencyMismatchException if the money has another currency
     * @throws ArithmeticException if it does not fit in a long
     */
    public long toUnits(Money money) {
        checkNotNull(money, "money");
        if (!currency.equals(money.currency())) {
            throw new CurrencyMismatchException(currency, money.currency());
        }
        return Math.multiplyExact(
                money.amountMinor(), Decimals.powerOfTen(decimals - Decimals.fractionDigits(currency)));
    }

    /**
     * Returns units as a decimal in major units.
     *
     * @param units a value of the column
     * @return {@code units / 10^decimals}, with scale {@code decimals}
     */
    public BigDecimal toDecimal(long units) {
        return BigDecimal.valueOf(units, decimals);
    }

    /**
     * Returns units as the double nearest to their value in major units.
     *
     * @param units a value of the column
     * @return {@code units / 10^decimals}, rounded once
     */
    public double toDouble(long units) {
        if (units >= -EXACT_DOUBLE && units <= EXACT_DOUBLE) {
            return units / (double) Decimals.powerOfTen(decimals);
        }
        return Double.parseDouble(toDecimal(units).toString());
    }

    /**
     * Returns units as money of the currency.
     *
     * @param units a value of the column
     * @param rounding how to round to the currency's minor unit where the column is finer
     * @return the money
     * @throws ArithmeticException if rounding is UNNECESSARY but needed
     */
    public Money toMoney(long units, RoundingMode rounding) {
        return Money.of(toDecimal(units), currency, rounding);
    }

    /**
     * Parses an amount as files write it: {@code 12}, {@code -12.5}, {@code .5}, {@code 1.2e3}.
     *
     * <p>Plain numbers allocate nothing. There is no grouping and the decimal sign is a point; blanks are not trimmed. Decimals beyond the unit's
     * are accepted when they are zeros.
     *
     * @param text the amount in major units
     * @return the amount in units
     * @throws IllegalArgumentException if the text is not such a number, has more decimals than the unit, or does not fit in a long
     */
    public long parse(CharSequence text) {
        return AmountParser.parse(checkNotNull(text, "text"), decimals);
    }
}
