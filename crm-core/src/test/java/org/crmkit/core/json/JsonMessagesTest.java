package org.crmkit.core.json;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.crmkit.core.activity.Activity;
import org.crmkit.core.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A wrong document is told where it is wrong and what is allowed there, in its own words, and never a value of a customer. */
class JsonMessagesTest {

    private static final CrmJson JSON = CrmJson.standard();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"currency":"EUR"}                               | at /amountMinor: must be given
            {"currency":null,"amountMinor":1}                | at /currency: must not be null
            {"currency":"EUX","amountMinor":1}               | at /currency: must be a currency code of ISO 4217 such as EUR, was another text
            {"currency":"EUR","amountMinor":1.5}             | at /amountMinor: must be a whole number in [-9223372036854775808, 9223372036854775807], was a decimal number
            {"currency":"EUR","amountMinor":"secret"}        | at /amountMinor: must be a whole number in [-9223372036854775808, 9223372036854775807], was a text
            {"currency":"EUR","amountMinor":9999999999999999999} | at /amountMinor: must be a whole number in [-9223372036854775808, 9223372036854775807], was a number beyond that
            {"currency":"EUR","amountMinor":[]}              | at /amountMinor: must be a whole number in [-9223372036854775808, 9223372036854775807], was an array
            {"currency":"EUR","amountMinor":NaN}             | at /amountMinor: must be a number that JSON knows, was NaN
            {"currency":"EUR","amountMinor":1,"amountMinor":2} | at /amountMinor: field "amountMinor" must be given once, was given twice
            {"currency":"EUR","amountMinor":1,"unit":2}      | at /unit: must not be given: known here are [amountMinor, currency]
            {"currency":"EUR","amountMinor":1} 5             | at the top: must be one JSON value, was followed by more
            []                                               | at the top: must be a valid Money, was an array
            {                                                | at the top: must be a whole JSON document, was cut off
            {'currency':"EUR"}                               | at the top: Unexpected character (''' (code 39)): was expecting double-quote to start field name (line 1, column 2)
            """)
    void wrongMoney_isToldWhatIsAllowed(String json, String message) {
        assertThatThrownBy(() -> JSON.read(json, Money.class))
                .isInstanceOf(JsonInputException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"kind":"purchas","id":"1"} | at /kind: kind must be one of [custom, interaction, purchase, refund, service-case, survey], was "purchas"
            {"id":"1"}                  | at the top: kind must be given
            {"kind":"purchase","id":"1","customer":"a","at":"yesterday"} | at /at: must be an instant such as 2026-03-07T12:00:00Z, was another text
            """)
    void wrongActivity_isToldWhatIsAllowed(String json, String message) {
        assertThatThrownBy(() -> JSON.read(json, Activity.class))
                .isInstanceOf(JsonInputException.class)
                .hasMessage(message);
    }

    @Test
    void nothing_isNoDocument() {
        assertThatThrownBy(() -> JSON.read("", Money.class))
                .hasMessage("at the top: must be a JSON document, was empty");
    }
}
