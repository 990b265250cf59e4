package org.crmkit.core.money;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** One table of rates, the same at every instant. */
record FixedRates(SortedMap<Currency, BigDecimal> baseForOne, RoundingMode rounding) implements CurrencyConverter {

    static FixedRates of(Currency base, Map<Currency, BigDecimal> rates, RoundingMode rounding) {
        checkNotNull(base, "base");
        checkNotNull(rounding, "rounding");
        SortedMap<Currency, BigDecimal> table = new TreeMap<>(Comparator.comparing(Currency::getCurrencyCode));
        rates.forEach((currency, rate) -> {
            checkArgument(rate.signum() > 0, "rate of %s must be above 0, was %s", currency, rate);
            table.put(currency, rate);
        });
        BigDecimal own = table.getOrDefault(base, BigDecimal.ONE);
        checkArgument(own.compareTo(BigDecimal.ONE) == 0, "rate of the base %s must be 1, was %s", base, own);
        table.put(base, BigDecimal.ONE);
        return new FixedRates(Collections.unmodifiableSortedMap(table), rounding);
    }

    @Override
    public Money convert(Money amount, Currency target, Instant at) {
        checkNotNull(amount, "amount");
        checkNotNull(target, "target");
        checkNotNull(at, "at");
        if (amount.currency().equals(target)) {
            return amount;
        }
        BigDecimal inBase = amount.toBigDecimal().multiply(rateOf(amount.currency()));
        BigDecimal converted = inBase.divide(rateOf(target), Decimals.fractionDigits(target), rounding);
        return Money.of(converted, target);
    }

    private BigDecimal rateOf(Currency currency) {
        BigDecimal rate = baseForOne.get(currency);
        checkArgument(rate != null, "currency must be one of %s, was %s", baseForOne.keySet(), currency);
        return checkNotNull(rate, "rate");
    }
}
