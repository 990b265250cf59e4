package org.crmkit.core.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Currency USD = Currency.getInstance("USD");
    private static final Currency JPY = Currency.getInstance("JPY");

    /** Number of decimals by ISO 4217; codes without a minor unit count whole units. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            EUR 12.99, 1299
            EUR -0.01, -1
            EUR 5,     500
            EUR 5.10,  510
            JPY 500,   500
            KWD 1.234, 1234
            XXX 7,     7
            XAU 3,     3
            EUR 92233720368547758.07, 9223372036854775807
            EUR -92233720368547758.08, -9223372036854775808
            """)
    void parse_countsMinorUnits(String text, long minor) {
        assertThat(Money.parse(text).amountMinor()).isEqualTo(minor);
        assertThat(Money.parse(Money.parse(text).toString())).isEqualTo(Money.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "EUR",
                "EUR ",
                "EUR12.99",
                "12.99 EUR",
                "eur 1",
                "ZZZ 1",
                "EUR  1",
                "EUR 1 ",
                "EUR 1,5",
                "EUR 1.234",
                "JPY 0.5",
                "EUR NaN",
                "EUR Infinity",
                "EUR 1e400",
                "EUR 92233720368547758.08",
                "EUR --1",
                "EUR .",
                "EUR 1.2.3",
                "EUR 0x1",
                "EUR \u0661"
            })
    void parse_refusesOtherForms(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Money.parse(text)).withMessageContaining("must be");
    }

    @Test
    void parse_messageNamesValueAndWhatIsAllowed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Money.parse("EUR 1.234"))
                .withMessage(
                        "amount must be a number with at most 2 decimals in [-92233720368547758.08, 92233720368547758.07], was \"1.234\"");
    }

    @Test
    void of_exactOrArithmeticException() {
        assertThat(Money.of(new BigDecimal("12.9900"), EUR)).isEqualTo(Money.ofMinor(1299, EUR));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> Money.of(new BigDecimal("12.999"), EUR));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> Money.of(new BigDecimal("1e17"), EUR));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            1.005, HALF_UP,   101
            1.005, HALF_EVEN, 100
            1.005, DOWN,      100
            -1.005, HALF_UP,  -101
            0.0049999, HALF_UP, 0
            1e-1000000000, HALF_UP, 0
            1e-1000000000, UP, 1
            -1e-1000000000, FLOOR, -1
            """)
    void of_roundsAsTold(BigDecimal amount, RoundingMode rounding, long minor) {
        assertThat(Money.of(amount, EUR, rounding).amountMinor()).isEqualTo(minor);
    }

    @Test
    void of_absurdExponents_failFast() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Money.of(new BigDecimal("1e1000000000"), EUR, RoundingMode.DOWN));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Money.of(new BigDecimal("1e-1000000000"), EUR));
        assertThat(Money.of(new BigDecimal("0e1000000000"), EUR)).isEqualTo(Money.zero(EUR));
    }

    @Test
    void arithmetic_overflows_isRefused() {
        Money max = Money.ofMinor(Long.MAX_VALUE, EUR);
        Money min = Money.ofMinor(Long.MIN_VALUE, EUR);
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> max.plus(Money.ofMinor(1, EUR)));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> min.minus(Money.ofMinor(1, EUR)));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(min::negated);
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> max.multipliedBy(2));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> Money.ofMajor(Long.MAX_VALUE, EUR));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> max.multipliedBy(BigDecimal.TEN, RoundingMode.DOWN));
    }

    @Test
    void arithmetic_isExact() {
        Money price = Money.ofMajor(12, EUR).plus(Money.ofMinor(99, EUR));
        assertThat(price.multipliedBy(3)).isEqualTo(Money.parse("EUR 38.97"));
        assertThat(price.minus(Money.parse("EUR 13"))).isEqualTo(Money.parse("EUR -0.01"));
        assertThat(price.multipliedBy(new BigDecimal("0.15"), RoundingMode.HALF_UP))
                .isEqualTo(Money.parse("EUR 1.95"));
        assertThat(price.toBigDecimal()).isEqualTo("12.99");
        assertThat(Money.ofMajor(500, JPY)).hasToString("JPY 500");
        assertThat(price.isPositive()).isTrue();
        assertThat(price.negated().isNegative()).isTrue();
        assertThat(Money.zero(EUR).isZero()).isTrue();
    }

    @Test
    void mixedCurrencies_areRefusedWithBoth() {
        Money euro = Money.ofMajor(1, EUR);
        Money dollar = Money.ofMajor(1, USD);
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> euro.plus(dollar))
                .withMessage("currency must be EUR, was USD")
                .satisfies(
                        e -> assertThat(e.expected()).isEqualTo(EUR),
                        e -> assertThat(e.actual()).isEqualTo(USD));
        assertThatExceptionOfType(CurrencyMismatchException.class).isThrownBy(() -> euro.minus(dollar));
        assertThatExceptionOfType(CurrencyMismatchException.class).isThrownBy(() -> euro.compareTo(dollar));
        assertThat(euro).isNotEqualTo(dollar);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            100,  1 1 1,   34 33 33
            101,  1 1 1,   34 34 33
            -100, 1 1 1,   -34 -33 -33
            5,    3 7,     2 3
            0,    1 2,     0 0
            1,    0 1 0,   0 1 0
            10,   1,       10
            2,    1 1 1 1, 1 1 0 0
            9223372036854775807, 9223372036854775807 9223372036854775807, 4611686018427387904 4611686018427387903
            -9223372036854775808, 1 1, -4611686018427387904 -4611686018427387904
            """)
    void allocate_largestRemainder(long minor, String weights, String parts) {
        assertThat(Money.ofMinor(minor, EUR).allocate(longs(weights)))
                .extracting(Money::amountMinor)
                .containsExactly(boxed(parts));
    }

    @Test
    void allocate_badWeights_areRefused() {
        Money amount = Money.ofMinor(10, EUR);
        assertThatIllegalArgumentException()
                .isThrownBy(amount::allocate)
                .withMessageContaining("at least one weight, was empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> amount.allocate(1, -1))
                .withMessage("weights[1] must be at least 0, was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> amount.allocate(0, 0))
                .withMessage("weights must hold at least one positive weight, was [0, 0]");
    }

    @Test
    @SuppressWarnings("NullAway") // the null is the case
    void nulls_areNamed() {
        assertThatNullPointerException().isThrownBy(() -> new Money(1, null)).withMessage("currency");
        assertThatNullPointerException().isThrownBy(() -> Money.parse(null)).withMessage("text");
        assertThatNullPointerException()
                .isThrownBy(() -> Money.zero(EUR).plus(null))
                .withMessage("other");
    }

    private static long[] longs(String text) {
        return Arrays.stream(text.split(" ")).mapToLong(Long::parseLong).toArray();
    }

    private static Long[] boxed(String text) {
        return Arrays.stream(longs(text)).boxed().toArray(Long[]::new);
    }
}
