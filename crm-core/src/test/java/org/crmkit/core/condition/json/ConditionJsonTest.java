package org.crmkit.core.condition.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.crmkit.core.attribute.AttributeKey;
import org.crmkit.core.attribute.StandardAttributes;
import org.crmkit.core.condition.Condition;
import org.crmkit.core.condition.ConditionDocument;
import org.crmkit.core.condition.ConditionVocabulary;
import org.crmkit.core.condition.Conditions;
import org.crmkit.core.condition.Leaf;
import org.crmkit.core.json.JsonInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionJsonTest {
    private static final AttributeKey<Long> AGE = AttributeKey.integer("age");
    private static final AttributeKey<BigDecimal> WEIGHT = AttributeKey.decimal("weight");
    private static final ConditionJson JSON = ConditionJson.of(
            ConditionVocabulary.of(AGE, WEIGHT, StandardAttributes.CONDITIONS, StandardAttributes.BIRTH_DATE));

    /** The hashes are stored with every change of membership: a version that gives others makes all of history look edited. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            chronic-vip, 9564e22e04f43fc43e9e83d912ec728a1bd612cf309aaa1b7661d7859b21ece4
            every-node,  eacaf6ab6c4c7e95a3800d8437ac543f5d2a482e4ef858ed5ca34424c056b2f9
            every-form,  cfd6716a663267271e7a68fbdcdb88ff3bda70bcbe881a36f87f72cb51d93e09
            """)
    void read_goldenFile_writesTheSameBytesBack_andHasItsHash(String name, String hash) throws IOException {
        String golden = golden(name);
        ConditionDocument document = ConditionJson.of(ConditionVocabulary.of(StandardAttributes.schema()))
                .read(golden);
        assertThat(document.toJson()).isEqualTo(golden);
        assertThat(document.rule().hash()).isEqualTo(hash);
    }

    private static String golden(String name) throws IOException {
        try (InputStream file = ConditionJsonTest.class.getResourceAsStream("/json/v1/condition-" + name + ".json")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"type":"compare","attribute":"agee","op":"ge","value":3}              | /attribute | must be an attribute of the vocabulary, was "agee"
            {"type":"compare","attribute":"age","op":"=>","value":3}               | /op        | must be one of eq, ne, lt, le, gt, ge, was "=>"
            {"type":"compare","attribute":"age","op":"ge","value":"three"}         | /value     | must be a value of type integer
            {"type":"compare","attribute":"age","op":"ge","value":1.5}             | /value     | must be a value of type integer
            {"type":"compare","attribute":"age","op":"ge","value":true}            | /value     | must be a value of type integer
            {"type":"compare","attribute":"weight","op":"ge","value":1.5}          | /value     | as text
            {"type":"compare","attribute":"age","op":"ge","value":99999999999999999999} | /value | must be a whole one of 64 bits
            {"type":"compare","attribute":"weight","op":"ge","value":"1e999999999"} | /value    | must be a value of type decimal
            {"type":"compare","attribute":"age","op":"ge"}                         | ``         | field "value" must be given
            {"type":"compare","attribute":"age","op":"ge","value":3,"vaule":4}     | /vaule     | field must be known here
            {"type":"compare","attribute":"age","op":"ge","op":"le","value":3}     | /op        | must be given once
            {"type":"compare","attribute":"age","op":"ge","value":NaN}             | /value     | must be well-formed
            {"type":"all","of":[{"type":"always"},{"type":"alwyas"}]}              | /of/1/type | must be a kind of condition that is known, was "alwyas"
            {"type":"all","of":{"type":"always"}}                                  | /of        | must be a list, was an object
            {"type":"all","of":[],"ifMissing":true}                                | /ifMissing | must be said of a leaf
            {"type":"atLeast","count":2,"of":[{"type":"always"}]}                  | ``         | count must be in [0, 1], was 2
            {"type":"between","attribute":"age","low":5,"high":3}                  | ``         | high must not be below low for age
            {"type":"set","attribute":"age","op":"containsAny","values":["x"]}     | /attribute | must be an attribute of type text-set, was of type integer
            {"type":"set","attribute":"conditions","op":"containsAny","values":["x"]} | /attribute | purpose must be named to read conditions
            {"type":"events","stream":"purchase","window":{"last":"P-3D"},"aggregate":"count","op":"ge","value":1} | /window | period must be in [P0D, P73000D]
            {"type":"events","stream":"purchase","window":{},"aggregate":"count","op":"ge","value":1} | /window | must say one of last, lastDays
            {"type":"events","stream":"purchase","aggregate":"sum","op":"ge","value":1} | `` | field must be named for sum
            {"type":"sample","salt":"x","share":"1.5"}                             | ``         | share must be in [0, 1], was 1.5
            {"type":"in","attribute":"age","values":[]}                            | ``         | values must hold at least 1 element
            {"type":"cluster","model":"m","labels":[]}                             | ``         | labels must hold at least 1 element
            [1]                                                                    | ``         | must be an object
            {"type":"always"} x                                                    | ``         | nothing after the document
            {"type":"always"                                                       | ``         | must be well-formed
            {"type":"events","stream":"purchase","window":{"lastDay":3},"aggregate":"count","op":"ge","value":1} | /window/lastDay | field must be known here
            {"type":"events","stream":"purchase","window":{"zone":"UTC"},"aggregate":"count","op":"ge","value":1} | /window | must say one of last, lastDays
            {"type":"events","stream":"purchase","window":{"last":"90"},"aggregate":"count","op":"ge","value":1} | /window/last | must be a period such as P90D or a duration such as PT24H, was "90"
            {"type":"events","stream":"purchase","window":{"between":["P1D","x"]},"aggregate":"count","op":"ge","value":1} | /window/between/1 | must be a period such as P90D, was "x"
            {"type":"events","stream":"purchase","window":{"from":"1.1.2026"},"aggregate":"count","op":"ge","value":1} | /window/from | must be a date such as 2026-12-31, was "1.1.2026"
            {"type":"events","stream":"order","aggregate":"count","op":"ge","value":1} | /stream | stream must be activity, purchase, refund or spending
            {"type":"events","stream":"purchase","where":{"type":"tag","tag":"x"},"aggregate":"count","op":"ge","value":1} | `` | where must read facts of activities or lines only, read tag
            {"type":"set","attribute":"conditions","op":"containsAny","values":["x"],"purpose":"Care"} | /purpose | must be a purpose such as care, was "Care"
            """)
    void readCondition_wrong_tellsWhere(String json, String pointer, String problem) {
        JsonInputException thrown = catchThrowableOfType(JsonInputException.class, () -> JSON.readCondition(json));
        assertThat(thrown).as(json).isNotNull();
        assertThat(thrown.pointer()).as(thrown.getMessage()).isEqualTo(pointer);
        assertThat(thrown).hasMessageContaining(problem);
    }

    @Test
    void readCondition_messageNeverPrintsASensitiveLiteral() {
        String json = "{\"type\":\"in\",\"attribute\":\"conditions\",\"values\":[\"hiv\"],\"purpose\":\"care\"}";
        assertThat(JSON.readCondition(json).toString()).doesNotContain("hiv").contains("***");
        assertThatThrownBy(() -> JSON.readCondition(json.replace("\"in\"", "\"compare\"")))
                .hasMessageNotContaining("hiv");
        assertThatThrownBy(() -> JSON.readCondition(json.replace("]", "")))
                .isInstanceOf(JsonInputException.class)
                .hasMessageNotContaining("hiv");
    }

    @Test
    void readCondition_unknownType_isKeptCharacterByCharacterWhenAsked() {
        String foreign = "{\"type\":\"acme.moon\", \"phase\" : \"full\",\"x\":[1.50,null]}";
        Condition kept = JSON.keepingUnknownTypes().readCondition("{\"type\":\"not\",\"of\":" + foreign + "}");
        assertThat(((Condition.Not) kept).of()).isEqualTo(new Leaf.Opaque("acme.moon", foreign));
        assertThat(kept.toJson()).isEqualTo("{\"type\":\"not\",\"of\":" + foreign + "}");
    }

    @Test
    void readCondition_unknownType_isKeptAmongWhatIsAskedOfEvents() {
        String json = "{\"type\":\"events\",\"stream\":\"purchase\",\"where\":{\"type\":\"acme.gift\"},"
                + "\"aggregate\":\"count\",\"op\":\"ge\",\"value\":1}";
        assertThat(JSON.keepingUnknownTypes().readCondition(json).toJson()).isEqualTo(json);
        assertThatThrownBy(() -> JSON.readCondition(json)).hasMessageContaining("/where/type");
    }

    @Test
    void read_bytes_mustBeUtf8() {
        assertThatThrownBy(() -> JSON.read(new byte[] {(byte) 0xff, 0}))
                .hasMessage("at the top: JSON must be UTF-8, was not");
    }

    @Test
    void read_document_namesFormatAndVersion() {
        ConditionDocument document =
                new ConditionDocument("x", 3, Conditions.where(AGE).atLeast(18));
        assertThat(document.toJson())
                .isEqualTo("{\"format\":\"crm-rule/1\",\"id\":\"x\",\"version\":3,"
                        + "\"rule\":{\"type\":\"compare\",\"attribute\":\"age\",\"op\":\"ge\",\"value\":18}}");
        assertThat(JSON.read(document.toJson())).isEqualTo(document);
        assertThatThrownBy(() -> JSON.read(document.toJson().replace("rule/1", "rule/2")))
                .hasMessage("at /format: must be crm-rule/1, was \"crm-rule/2\"");
    }
}
