package org.crmkit.core.money;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;

/**
 * An exact amount of one currency, counted in its minor unit.
 *
 * <p>EUR 12.99 is 1299 minor units, JPY 500 is 500, KWD 1.234 is 1234; a currency code without a minor unit (XXX, XAU) counts whole units. All
 * arithmetic is exact: a result that does not fit in a long is an {@link ArithmeticException}, and whatever must round takes a rounding mode.
 * Two currencies never mix: {@link CurrencyMismatchException}. Models compute in {@code double} and become money once, at their edge.
 *
 * <p>Equal amounts of equal currency are equal. Order is defined within a currency only.
 *
 * @param amountMinor the amount in minor units, negative for what is owed the other way
 * @param currency the ISO 4217 currency
 */
public record Money(long amountMinor, Currency currency) implements Comparable<Money> {

    private static final int CODE_LENGTH = 3;

    /**
     * Checks the parts.
     *
     * @param amountMinor the amount in minor units
     * @param currency the ISO 4217 currency
     */
    public Money {
        checkNotNull(currency, "currency");
    }

    /**
     * Returns an amount given in minor units, such as cents.
     *
     * @param amountMinor the amount in minor units
     * @param currency the currency
     * @return the amount
     */
    public static Money ofMinor(long amountMinor, Currency currency) {
        return new Money(amountMinor, currency);
    }

    /**
     * Returns an amount given in whole major units, such as euros.
     *
     * @param amountMajor the amount in major units
     * @param currency the currency
     * @return the amount
     * @throws ArithmeticException if it does not fit in a long of minor units
     */
    public static Money ofMajor(long amountMajor, Currency currency) {
        checkNotNull(currency, "currency");
        return new Money(
                Math.multiplyExact(amountMajor, Decimals.powerOfTen(Decimals.fractionDigits(currency))), currency);
    }

    /**
     * Returns a decimal amount that needs no rounding.
     *
     * @param amount the amount in major units; trailing zeros are free
     * @param currency the currency
     * @return the amount
     * @throws ArithmeticException if the amount has more decimals than the currency, or does not fit in a long of minor units
     */
    public static Money of(BigDecimal amount, Currency currency) {
        return of(amount, currency, RoundingMode.UNNECESSARY);
    }

    /**
     * Returns a decimal amount rounded to the minor unit.
     *
     * @param amount the amount in major units
     * @param currency the currency
     * @param rounding how to round to the minor unit
     * @return the amount
     * @throws ArithmeticException if the result does not fit in a long of minor units
     */
    public static Money of(BigDecimal amount, Currency currency, RoundingMode rounding) {
        checkNotNull(amount, "amount");
        checkNotNull(currency, "currency");
        checkNotNull(rounding, "rounding");
        return new Money(Decimals.toUnits(amount, Decimals.fractionDigits(currency), rounding), currency);
    }

    /**
     * Parses the form that {@link #toString()} writes: code, one space, decimal amount.
     *
     * @param text such as {@code EUR 12.99} or {@code JPY -500}
     * @return the amount
     * @throws IllegalArgumentException if the text has another form, an unknown code, or more decimals than the currency
     */
    public static Money parse(String text) {
        checkNotNull(text, "text");
        checkArgument(
                text.length() > CODE_LENGTH + 1 && text.charAt(CODE_LENGTH) == ' ',
                "money must be a currency code, a space and an amount such as EUR 12.99, was \"%s\"",
                Texts.shortened(text));
        Currency currency = currencyOf(text.substring(0, CODE_LENGTH));
        return new Money(AmountUnit.of(currency).parse(text.substring(CODE_LENGTH + 1)), currency);
    }

    /**
     * Returns nothing of a currency.
     *
     * @param currency the currency
     * @return zero
     */
    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    /**
     * Returns the sum.
     *
     * @param other an amount of the same currency
     * @return this plus other
     * @throws CurrencyMismatchException if the currencies differ
     * @throws ArithmeticException if the sum does not fit
     */
    public Money plus(Money other) {
        checkSameCurrency(other);
        return new Money(Math.addExact(amountMinor, other.amountMinor), currency);
    }

    /**
     * Returns the difference.
     *
     * @param other an amount of the same currency
     * @return this minus other
     * @throws CurrencyMismatchException if the currencies differ
     * @throws ArithmeticException if the difference does not fit
     */
    public Money minus(Money other) {
        checkSameCurrency(other);
        return new Money(Math.subtractExact(amountMinor, other.amountMinor), currency);
    }

    /**
     * Returns the amount with the other sign.
     *
     * @return zero minus this
     * @throws ArithmeticException if this is the smallest long
     */
    public Money negated() {
        return new Money(Math.negateExact(amountMinor), currency);
    }

    /**
     * Returns a whole multiple, such as the price of several packs.
     *
     * @param factor any whole number
     * @return this times factor
     * @throws ArithmeticException if the product does not fit
     */
    public Money multipliedBy(long factor) {
        return new Money(Math.multiplyExact(amountMinor, factor), currency);
    }

    /**
     * Returns a fraction or multiple, rounded to the minor unit.
     *
     * @param factor such as 0.15 for a discount of 15 percent
     * @param rounding how to round to the minor unit
     * @return this times factor
     * @throws ArithmeticException if the product does not fit
     */
    public Money multipliedBy(BigDecimal factor, RoundingMode rounding) {
        checkNotNull(factor, "factor");
        checkNotNull(rounding, "rounding");
        return new Money(Decimals.toUnits(BigDecimal.valueOf(amountMinor).multiply(factor), 0, rounding), currency);
    }

    /**
     * Splits the amount in proportion to weights, losing nothing.
     *
     * <p>Largest remainder: each part first gets its share rounded toward zero, and the minor units that are left go one each to the largest
     * remainders, the earlier part first when remainders tie. Each part differs from its exact share by less than one minor unit, a weight of
     * zero gets zero, and the parts sum to this amount.
     *
     * @param weights at least one weight, none negative, at least one positive
     * @return one part for each weight, in their order
     * @throws IllegalArgumentException if weights are empty, negative or all zero
     */
    public List<Money> allocate(long... weights) {
        return Allocation.allocate(this, weights);
    }

    /**
     * Tells whether this is nothing.
     *
     * @return true for zero
     */
    public boolean isZero() {
        return amountMinor == 0;
    }

    /**
     * Tells whether this is below zero.
     *
     * @return true for less than zero
     */
    public boolean isNegative() {
        return amountMinor < 0;
    }

    /**
     * Tells whether this is above zero.
     *
     * @return true for more than zero
     */
    public boolean isPositive() {
        return amountMinor > 0;
    }

    /**
     * Returns the amount in major units.
     *
     * @return a decimal whose scale is the currency's number of decimals
     */
    public BigDecimal toBigDecimal() {
        return BigDecimal.valueOf(amountMinor, Decimals.fractionDigits(currency));
    }

    /**
     * Orders amounts of one currency.
     *
     * @throws CurrencyMismatchException if the currencies differ
     */
    @Override
    public int compareTo(Money other) {
        checkSameCurrency(other);
        return Long.compare(amountMinor, other.amountMinor);
    }

    /** Returns the code and the amount, such as {@code EUR 12.99}. */
    @Override
    public String toString() {
        return currency.getCurrencyCode() + ' ' + toBigDecimal().toPlainString();
    }

    private void checkSameCurrency(Money other) {
        checkNotNull(other, "other");
        if (!currency.equals(other.currency)) {
            throw new CurrencyMismatchException(currency, other.currency);
        }
    }

    private static Currency currencyOf(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "currency must be an ISO 4217 code such as EUR, was \"" + code + "\"", e);
        }
    }
}
