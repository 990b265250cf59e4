package org.crmkit.core.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Currency;
import java.util.Map;

/**
 * Converts money into another currency at an instant.
 *
 * <p>It decides which rate holds and how the result rounds to the target's minor unit. It may assume nothing about the order of calls. It must
 * return money of the target currency, and the amount itself when that already is its currency. Implementations are thread-safe and answer from
 * memory. The library never fetches rates: the host gives them.
 */
@FunctionalInterface
public interface CurrencyConverter {

    /**
     * Returns the amount in the target currency.
     *
     * @param amount what to convert
     * @param target the currency wanted
     * @param at the instant whose rate holds
     * @return money of the target currency
     * @throws IllegalArgumentException if there is no rate for one of the currencies at that instant
     */
    Money convert(Money amount, Currency target, Instant at);

    /**
     * Returns a converter with one table of rates for all time, such as the planning rates of a year.
     *
     * <p>{@code result = amount * rate(from) / rate(target)}, rounded once.
     *
     * @param base the currency that the rates are quoted in
     * @param rates for each other currency how much of the base one unit of it is worth, positive; the base itself may be absent or 1
     * @param rounding how to round to the target's minor unit
     * @return the converter
     */
    static CurrencyConverter fixedRates(Currency base, Map<Currency, BigDecimal> rates, RoundingMode rounding) {
        return FixedRates.of(base, rates, rounding);
    }
}
