package org.crmkit.core.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Currency;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CurrencyConverterTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Currency CNY = Currency.getInstance("CNY");
    private static final Currency JPY = Currency.getInstance("JPY");
    private static final Instant AT = Instant.parse("2026-02-28T23:59:59Z");

    private final CurrencyConverter converter = CurrencyConverter.fixedRates(
            EUR, Map.of(CNY, new BigDecimal("0.125"), JPY, new BigDecimal("0.00625")), RoundingMode.HALF_UP);

    @Test
    void convert_goesThroughTheBaseAndRoundsOnce() {
        assertThat(converter.convert(Money.parse("CNY 80.04"), EUR, AT)).isEqualTo(Money.parse("EUR 10.01"));
        assertThat(converter.convert(Money.parse("EUR 1"), CNY, AT)).isEqualTo(Money.parse("CNY 8.00"));
        assertThat(converter.convert(Money.parse("CNY 1.03"), JPY, AT)).isEqualTo(Money.parse("JPY 21"));
        assertThat(converter.convert(Money.parse("CNY -1.03"), JPY, AT)).isEqualTo(Money.parse("JPY -21"));
    }

    @Test
    void convert_sameCurrency_isTheAmount() {
        Currency usd = Currency.getInstance("USD");
        assertThat(converter.convert(Money.parse("USD 1"), usd, AT)).isEqualTo(Money.parse("USD 1"));
    }

    @Test
    void convert_unknownCurrency_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> converter.convert(Money.parse("USD 1"), EUR, AT))
                .withMessage("currency must be one of [CNY, EUR, JPY], was USD");
    }

    @Test
    void fixedRates_refusesBadRates() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CurrencyConverter.fixedRates(EUR, Map.of(CNY, BigDecimal.ZERO), RoundingMode.DOWN))
                .withMessage("rate of CNY must be above 0, was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CurrencyConverter.fixedRates(EUR, Map.of(EUR, BigDecimal.TEN), RoundingMode.DOWN))
                .withMessage("rate of the base EUR must be 1, was 10");
    }
}
