package org.crmkit.core.attribute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.math.BigDecimal;
import java.util.Set;
import org.crmkit.core.money.CurrencyMismatchException;
import org.crmkit.core.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttributeTypeTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            boolean, true, true
            integer, -9223372036854775808, -9223372036854775808
            integer, +7, 7
            decimal, 1.500, 1.5
            decimal, -0.00, 0
            decimal, 1E+3, 1000
            decimal, 0E+2000000000, 0
            text, '', ''
            code, 3A, 3A
            date, 2024-02-29, 2024-02-29
            instant, 2026-10-25T03:00:00+02:00, 2026-10-25T01:00:00Z
            money, EUR 1.5, EUR 1.50
            text-set, b|a|b, a|b
            text-set, '', ''
            """)
    void parse_format_normalForm(String type, String text, String normal) {
        assertThat(reformat(AttributeType.of(type), text)).isEqualTo(normal);
        assertThat(reformat(AttributeType.of(type), normal)).isEqualTo(normal);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            boolean, TRUE
            boolean, 1
            integer, 1.0
            integer, 9223372036854775808
            integer, ''
            decimal, NaN
            decimal, Infinity
            decimal, 1e101
            decimal, 1e-101
            decimal, 1e2000000000
            code, ' '
            date, 2023-02-29
            date, 23.11.2026
            instant, 2026-11-23
            money, 12.99
            money, EUR 1.999
            text-set, a||b
            text-set, '|'
            """)
    void parse_refusesOtherForms_withoutPrintingThem(String type, String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AttributeType.of(type).parse(text))
                .withMessage("text must be a value of type " + type + ", was " + text.length()
                        + " characters of another form");
    }

    @Test
    void check_refusesOtherClassesAndRanges() {
        assertThat(AttributeType.INTEGER.check(7L)).isEqualTo(7L);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AttributeType.INTEGER.check(7))
                .withMessage("value must be Long for type integer, was Integer");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AttributeType.TEXT_SET.check(Set.of(1)))
                .withMessage("text-set must hold texts only");
        assertThatIllegalArgumentException().isThrownBy(() -> AttributeType.TEXT_SET.check(Set.of("a|b")));
        assertThatIllegalArgumentException().isThrownBy(() -> AttributeType.TEXT.check("x".repeat(10_001)));
        assertThatIllegalArgumentException().isThrownBy(() -> AttributeType.CODE.check("x".repeat(201)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AttributeType.DECIMAL.check(new BigDecimal("1e2147483647")));
    }

    @Test
    void of_unknownName_listsTheTypes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AttributeType.of("float"))
                .withMessage(
                        "attribute type must be one of [boolean, integer, decimal, text, code, date, instant, money, text-set], was \"float\"");
        assertThat(AttributeType.values())
                .allSatisfy(type -> assertThat(AttributeType.of(type.name())).isSameAs(type));
    }

    @Test
    void compare_orderedTypesOnly() {
        assertThat(AttributeType.DECIMAL.compare(BigDecimal.ONE, BigDecimal.TEN))
                .isNegative();
        assertThatIllegalStateException().isThrownBy(() -> AttributeType.TEXT.compare("a", "b"));
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> AttributeType.MONEY.compare(Money.parse("EUR 1"), Money.parse("USD 1")));
    }

    private static <T> String reformat(AttributeType<T> type, String text) {
        return type.format(type.parse(text));
    }
}
