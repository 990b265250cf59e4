package org.crmkit.core.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountUnitTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Currency JPY = Currency.getInstance("JPY");

    @ParameterizedTest
    @CsvSource(textBlock = """
            0,      2, 0
            -0,     2, 0
            -0.00,  2, 0
            12,     2, 1200
            +12.5,  2, 1250
            -12.55, 2, -1255
            .5,     2, 50
            5.,     2, 500
            1.2300, 2, 123
            1.2e3,  2, 120000
            1E-2,   2, 1
            0000000000000000000000012, 0, 12
            92233720368547758.07,  2, 9223372036854775807
            -92233720368547758.08, 2, -9223372036854775808
            9223372036.854775807,  9, 9223372036854775807
            8.911407903, 9, 8911407903
            """)
    void parse_readsFilesNumbers(String text, int decimals, long units) {
        assertThat(AmountUnit.plain(decimals).parse(text)).isEqualTo(units);
        assertThat(AmountUnit.plain(decimals).parse(new StringBuilder(text))).isEqualTo(units);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-",
                "+",
                ".",
                "-.",
                "1 ",
                " 1",
                "1,5",
                "1.234",
                "NaN",
                "Infinity",
                "-Infinity",
                "1e400",
                "1e2147483647",
                "1e-2147483647",
                "abc",
                "--1",
                "1-",
                "1.2.3",
                "0x10",
                "1_000",
                "92233720368547758.08",
                "-92233720368547758.09",
                "9223372036854775808",
                "\u0661\u0662",
                "1d",
                "1f",
                "12\u0000"
            })
    void parse_refusesTheRest(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AmountUnit.plain(2).parse(text))
                .withMessageContaining("amount must be a number with at most 2 decimals")
                .withMessageContaining("was \"" + text + '"');
    }

    @Test
    void parse_longText_isShortenedInTheMessage() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AmountUnit.plain(2).parse("9".repeat(1_000_000)))
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(200));
    }

    @Test
    void decimals_betweenTheCurrencysAndNine() {
        assertThat(AmountUnit.of(EUR)).isEqualTo(new AmountUnit(EUR, 2));
        assertThat(AmountUnit.of(JPY).decimals()).isZero();
        assertThat(AmountUnit.plain(0).currency().getCurrencyCode()).isEqualTo("XXX");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AmountUnit(EUR, 1))
                .withMessage("decimals must be in [2, 9] for EUR, was 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AmountUnit.plain(-1))
                .withMessage("decimals must be in [0, 9] for XXX, was -1");
        assertThatIllegalArgumentException().isThrownBy(() -> AmountUnit.plain(10));
    }

    @Test
    void toUnits_isExactOrRefused() {
        AmountUnit unit = new AmountUnit(EUR, 4);
        assertThat(unit.toUnits(new BigDecimal("12.99"))).isEqualTo(129_900);
        assertThat(unit.toUnits(Money.parse("EUR 12.99"))).isEqualTo(129_900);
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> unit.toUnits(new BigDecimal("0.00001")));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> unit.toUnits(new BigDecimal("1e16")));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> unit.toUnits(Money.ofMinor(Long.MAX_VALUE, EUR)));
        assertThatExceptionOfType(CurrencyMismatchException.class).isThrownBy(() -> unit.toUnits(Money.zero(JPY)));
    }

    @Test
    void toMoney_roundsAsTold() {
        AmountUnit unit = new AmountUnit(EUR, 4);
        assertThat(unit.toMoney(129_950, RoundingMode.HALF_EVEN)).isEqualTo(Money.parse("EUR 13.00"));
        assertThat(unit.toMoney(129_949, RoundingMode.HALF_EVEN)).isEqualTo(Money.parse("EUR 12.99"));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> unit.toMoney(129_950, RoundingMode.UNNECESSARY));
    }

    @Test
    void toDouble_isTheNearestDouble() {
        assertThat(AmountUnit.plain(2).toDouble(1299)).isEqualTo(12.99);
        assertThat(AmountUnit.plain(9).toDouble(Long.MAX_VALUE)).isEqualTo(9.223372036854775807e9);
        assertThat(AmountUnit.plain(0).toDouble(Long.MIN_VALUE)).isEqualTo(-0x1p63);
        assertThat(AmountUnit.plain(2).toDecimal(-1)).isEqualTo("-0.01");
    }
}
