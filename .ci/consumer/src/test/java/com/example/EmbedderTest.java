package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Currency;
import java.util.List;
import org.crmkit.core.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbedderTest {

    @Test
    void values_workOnTheEmbeddersClassPath() {
        Currency euro = Currency.getInstance("EUR");
        Basket basket = new Basket(List.of(Money.ofMinor(1299, euro), Money.ofMinor(1, euro)));
        assertEquals(Money.ofMinor(1300, euro), basket.total(euro));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "com.fasterxml.jackson.databind.ObjectMapper",
                "tools.jackson.databind.ObjectMapper",
                "net.jqwik.api.Property",
                "com.tngtech.archunit.lang.ArchRule",
                "org.assertj.core.api.Assertions"
            })
    void optionalAndTestLibraries_doNotReachTheEmbedder(String type) {
        assertThrows(ClassNotFoundException.class, () -> Class.forName(type));
    }
}
