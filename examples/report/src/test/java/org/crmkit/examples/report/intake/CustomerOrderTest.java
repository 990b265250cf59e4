package org.crmkit.examples.report.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CustomerOrderTest {

    @Test
    void of_wholeNumbers_comparesTheirValues() {
        assertThat(Stream.of("10", "9", "-3", "007", "7", "-12", "123456789012345678901").sorted(CustomerOrder.of(true)))
                .containsExactly("-12", "-3", "007", "7", "9", "10", "123456789012345678901");
    }

    @Test
    void of_text_comparesCodePoints() {
        // The rod of Asclepius is one code point above U+FF21 but its first surrogate is below.
        assertThat(Stream.of("b", "B", "10", "9", "a", "\uD83E\uDE7A", "\uFF21").sorted(CustomerOrder.of(false)))
                .containsExactly("10", "9", "B", "a", "b", "\uFF21", "\uD83E\uDE7A");
    }

    @Test
    void isWholeNumber_needsADigit() {
        assertThat(Stream.of("0", "-1", "0012").allMatch(CustomerOrder::isWholeNumber)).isTrue();
        assertThat(Stream.of("", "-", "1.0", "x1").noneMatch(CustomerOrder::isWholeNumber)).isTrue();
    }
}
