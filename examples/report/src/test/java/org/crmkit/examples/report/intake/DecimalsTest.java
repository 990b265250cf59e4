package org.crmkit.examples.report.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {

    private static Decimals read(String text) {
        Decimals number = new Decimals();
        assertThat(number.read(text.toCharArray(), 0, text.length())).as(text).isTrue();
        return number;
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            0, 0
            -0, 0
            1, 1000000
            +1.5, 1500000
            -2.55, -2550000
            .5, 500000
            7., 7000000
            000000000000000000012.50, 12500000
            3.00000000000000000000000, 3000000
            0.0000005, 1
            0.0000004, 0
            -0.0000005, -1
            922337203685.477581, 922337203685477581
            """)
    void inMillionths_isExactUpToSixDecimals(String text, long expected) {
        assertThat(read(text).inMillionths()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            6, 2.55, 15300000
            3, 0.335, 1005000
            -2, 1.25, -2500000
            0.001, 0.0005, 1
            123456789, 987654.321, 121932630989926353
            1000000000, 0.000000000000000001, 0
            """)
    void timesInMillionths_isExactBeforeItIsRounded(String quantity, String price, String expected) {
        Decimals product = read(quantity);
        java.math.BigDecimal exact = new java.math.BigDecimal(quantity)
                .multiply(new java.math.BigDecimal(price))
                .setScale(6, java.math.RoundingMode.HALF_UP);
        if (exact.unscaledValue().bitLength() > 63) {
            assertThatThrownBy(() -> product.timesInMillionths(read(price))).isInstanceOf(ArithmeticException.class);
        } else {
            assertThat(product.timesInMillionths(read(price)))
                    .isEqualTo(exact.unscaledValue().longValueExact());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                ".",
                "NaN",
                "Infinity",
                "1e3",
                "1,50",
                "1.2.3",
                "0x10",
                "12 ",
                "1_000",
                "--1",
                "9999999999999999999",
                "½",
                "٣"
            })
    void read_rejectsWhatIsNotAPlainNumber(String text) {
        assertThat(new Decimals().read(text.toCharArray(), 0, text.length())).isFalse();
    }

    @Test
    void inMillionths_rejectsWhatDoesNotFit() {
        assertThatThrownBy(() -> read("999999999999999999").inMillionths()).isInstanceOf(ArithmeticException.class);
    }
}
