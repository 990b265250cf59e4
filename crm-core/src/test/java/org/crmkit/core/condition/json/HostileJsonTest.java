package org.crmkit.core.condition.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.crmkit.core.attribute.AttributeKey;
import org.crmkit.core.attribute.StandardAttributes;
import org.crmkit.core.condition.ConditionVocabulary;
import org.crmkit.core.json.JsonInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What hands that are not ours may send: each is refused with little work, with the place, and with nothing of what was sent. */
@Timeout(60) // far beyond what any of it takes on any machine: against hanging, not a measure
class HostileJsonTest {
    private static final AttributeKey<Long> AGE = AttributeKey.integer("age");
    private static final AttributeKey<BigDecimal> WEIGHT = AttributeKey.decimal("weight");
    private static final AttributeKey<String> NOTE = AttributeKey.text("note");
    private static final ConditionJson JSON = ConditionJson.of(
            ConditionVocabulary.of(AGE, WEIGHT, NOTE, StandardAttributes.CONDITIONS, StandardAttributes.BIRTH_DATE));
    private static final String NOT = "{\"type\":\"not\",\"of\":";
    private static final String ALWAYS = "{\"type\":\"always\"}";
    private static final String DEEPEST = NOT.repeat(63) + ALWAYS + "}".repeat(63);
    /** What a refusal takes, however short the document: exceptions, and what asserts them. */
    private static final long ONCE = 1L << 20;

    /** The smallest node has 17 characters and makes some twenty objects. */
    private static final int A_CHARACTER = 192;

    private static final int MOST_LOOKS = 6;
    private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static String compare(String attribute, String value) {
        return "{\"type\":\"compare\",\"attribute\":\"" + attribute + "\",\"op\":\"ge\",\"value\":" + value + "}";
    }

    private static String count(String window, String value) {
        return "{\"type\":\"events\",\"stream\":\"purchase\"" + window
                + ",\"aggregate\":\"count\",\"op\":\"ge\",\"value\":" + value + "}";
    }

    private static String list(String type, String name, String element, int size) {
        return "{\"type\":\"" + type + "\"" + name + ":[" + (element + ",").repeat(size - 1) + element + "]}";
    }

    static Stream<Arguments> hostile() {
        String million = "x".repeat(1_000_000);
        String ones = "1".repeat(1_000_000);
        return Stream.of(
                // depth and size
                arguments("a million nested nodes", NOT.repeat(1_000_000), "", "at most 4000000 characters"),
                arguments("as many as the characters allow", NOT.repeat(200_000), "/of/of", "nested at most 64 deep"),
                arguments("one level too many", NOT + DEEPEST + "}", "/of/of", "nested at most 64 deep"),
                arguments("a million nested lists", "[".repeat(1_000_000), "", "nested at most 64 deep"),
                arguments(
                        "a million nested unknown fields",
                        "{\"type\":\"always\",\"x\":" + "{\"x\":".repeat(500_000),
                        "/x/x",
                        "nested at most 64 deep"),
                arguments(
                        "atMost counts twice",
                        "{\"type\":\"atMost\",\"count\":1,\"of\":[".repeat(33) + ALWAYS + "]}".repeat(33),
                        "/of/0",
                        "nested at most 64 deep"),
                arguments(
                        "a million values",
                        list("in", ",\"attribute\":\"age\",\"values\"", "1", 1_000_000),
                        "/values/10000",
                        "list must hold at most 10000 elements"),
                arguments(
                        "a million parts",
                        list("all", ",\"of\"", ALWAYS, 200_000),
                        "/of/10000",
                        "list must hold at most 10000 elements"),
                arguments(
                        "lists of lists of parts",
                        list("all", ",\"of\"", list("any", ",\"of\"", ALWAYS, 500), 40),
                        "",
                        "a condition must have at most 10000 nodes"),
                arguments(
                        "more objects than a condition has",
                        list("all", ",\"of\"", "{\"type\":\"always\",\"x\":[" + "{},".repeat(5_000) + "{}]}", 10),
                        "/of/4/x",
                        "at most 25000 objects"),
                arguments("a million fields", "{" + "\"a\":1,".repeat(3) + "\"b\":1}", "/a", "must be given once"),
                arguments(
                        "too many sequence steps",
                        "{\"type\":\"sequence\",\"steps\":[" + "{\"stream\":\"purchase\"},".repeat(30)
                                + "{\"stream\":\"purchase\"}]}",
                        "",
                        "steps must hold at most 20 elements"),
                // texts
                arguments("a long kind", "{\"type\":\"" + million + "\"}", "/type", "must"),
                arguments("a long name", "{\"" + million + "\":1}", "", "must"),
                arguments("a long literal", compare("note", '"' + million + '"'), "/value", "must"),
                arguments(
                        "a long label",
                        "{\"type\":\"always\",\"label\":\"" + "x".repeat(900) + "\"}",
                        "",
                        "label must have 1 to 200 characters"),
                arguments("half a surrogate pair", compare("note", "\"a\\ud800b\""), "/value", "must be Unicode"),
                arguments("the other half, raw", compare("note", "\"a\udc00b\""), "/value", "must be Unicode"),
                arguments("half a pair in a name", "{\"type\":\"always\",\"\\udfff\":1}", "", "must be Unicode"),
                arguments("a control character", compare("note", "\"a\u0000b\""), "", "must be well-formed"),
                // numbers
                arguments("a million digits", compare("age", ones), "/value", "must"),
                arguments("65 bits", compare("age", "9223372036854775808"), "/value", "64 bits"),
                arguments("a huge exponent", compare("weight", "1e999999999"), "/value", "as text"),
                arguments("a huge exponent as text", compare("weight", "\"1e999999999\""), "/value", "of type decimal"),
                arguments("a tiny exponent as text", compare("weight", "\"1E-999999999\""), "/value", "decimal"),
                arguments("a scale bomb", compare("weight", "\"0." + "0".repeat(900) + "1\""), "/value", "decimal"),
                arguments("a count of a scale bomb", count("", "\"1e2147483647\""), "/value", "of type decimal"),
                arguments("a fraction of a count of bits", count("", "1.5"), "/value", "must be a text, was a number"),
                arguments("not a number", compare("age", "NaN"), "", "must be well-formed"),
                arguments("infinity as text", compare("weight", "\"Infinity\""), "/value", "decimal"),
                arguments("a hexadecimal number", compare("age", "0x10"), "", "must be well-formed"),
                arguments("leading zeros", compare("age", "007"), "", "must be well-formed"),
                arguments(
                        "version beyond 32 bits",
                        "{\"type\":\"segment\",\"id\":\"s\",\"version\":4294967297}",
                        "/version",
                        "32 bits"),
                arguments(
                        "an enormous period",
                        count(",\"window\":{\"last\":\"P999999999D\"}", "1"),
                        "/window",
                        "P73000D"),
                arguments(
                        "a period beyond bits",
                        count(",\"window\":{\"last\":\"P99999999999D\"}", "1"),
                        "/window/last",
                        "must be a period such as P90D"),
                arguments(
                        "an enormous duration",
                        count(",\"window\":{\"last\":\"PT9999999999999H\"}", "1"),
                        "/window",
                        "must be"),
                arguments(
                        "the year 999999999",
                        count(",\"window\":{\"from\":\"+999999999-01-01\"}", "1"),
                        "/window",
                        "years 1 to 9999"),
                arguments(
                        "days beyond all calendars",
                        count(",\"window\":{\"lastDays\":2147483647}", "1"),
                        "/window",
                        "days must be in [1, 73000]"),
                // shapes
                arguments("nothing", "", "", "there must be a value"),
                arguments("null", "null", "", "must be an object, was null"),
                arguments("a number", "1", "", "must be an object, was a number"),
                arguments("a kind that is a list", "{\"type\":[]}", "/type", "must be a text, was a list"),
                arguments("no kind", "{}", "", "field \"type\" must be given"),
                arguments("an unknown kind", "{\"type\":\"exec\"}", "/type", "was \"exec\""),
                arguments("a prototype", "{\"type\":\"always\",\"__proto__\":{}}", "/__proto__", "must be known here"),
                arguments(
                        "a class",
                        "{\"@class\":\"javax.script.ScriptEngineManager\",\"type\":\"always\"}",
                        "/@class",
                        "must be known here"),
                arguments("the same name twice", "{\"type\":\"always\",\"type\":\"never\"}", "/type", "given once"),
                arguments(
                        "the same name twice, escaped",
                        "{\"type\":\"always\",\"\\u0074ype\":\"never\"}",
                        "/type",
                        "given once"),
                arguments("a null part", "{\"type\":\"all\",\"of\":[null]}", "/of/0", "must be an object, was null"),
                arguments(
                        "two windows in one",
                        count(",\"window\":{\"last\":\"P1D\",\"lastDays\":1}", "1"),
                        "/window/lastDays",
                        "must be known here"),
                arguments(
                        "a foreign zone",
                        count(",\"window\":{\"last\":\"P1D\",\"zone\":\"Mars/Base\"}", "1"),
                        "/window/zone",
                        "must be a zone such as Asia/Shanghai, was \"Mars/Base\""),
                arguments(
                        "a regular expression", compare("note", "{\"$regex\":\"(a+)+$\"}"), "/value", "was an object"),
                arguments("long names all the way down", ("{\"" + "n".repeat(900) + "\":").repeat(120), "/nnn", "must"),
                arguments("a hundred thousand blanks", " ".repeat(100_000), "", "there must be a value"),
                arguments("a byte order mark", "\ufeff" + ALWAYS, "", "must be well-formed"),
                arguments("single quotes", "{'type':'always'}", "", "must be well-formed"),
                arguments("a comma too many", "{\"type\":\"always\",}", "", "must be well-formed"),
                arguments("digits of another script", compare("age", "\u0661"), "/value", "must be well-formed"),
                arguments("a word of another case", "{\"type\":\"ALWAYS\"}", "/type", "was \"ALWAYS\""),
                arguments(
                        "an operator of another case",
                        compare("age", "1").replace("\"ge\"", "\"GE\""),
                        "/op",
                        "was \"GE\""),
                arguments("a comment", "/*x*/" + ALWAYS, "", "must be well-formed"),
                arguments("more than one", ALWAYS + ALWAYS, "", "nothing after"),
                arguments("cut short", "{\"type\":\"all\",\"of\":[" + ALWAYS, "", "must be well-formed"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void readCondition_isRefusedCheaplyWithThePlace(String name, String json, String pointer, String problem) {
        assertCheap(json.length(), () -> {
            JsonInputException thrown = catchThrowableOfType(JsonInputException.class, () -> JSON.readCondition(json));
            assertThat(thrown).isNotNull();
            assertThat(thrown.pointer()).as(thrown.getMessage()).startsWith(pointer);
            assertThat(thrown).hasMessageContaining(problem);
            assertThat(thrown.getMessage().length()).isLessThan(1_000);
            assertThat(thrown.getMessage().chars()).noneMatch(Character::isISOControl);
        });
        byte[] bytes = json.getBytes(StandardCharsets.UTF_16BE);
        assertCheap(
                json.length(),
                () -> assertThat(catchThrowableOfType(
                                JsonInputException.class,
                                () -> JSON.keepingUnknownTypes().read(bytes)))
                        .isNotNull());
    }

    private static void assertCheap(int length, Runnable task) {
        task.run(); // What is made once, whatever the document, such as classes, is not counted.
        long before = THREAD.getThreadAllocatedBytes(Thread.currentThread().getId());
        task.run();
        long allocated = THREAD.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
        assertThat(allocated).isLessThan(ONCE + (long) A_CHARACTER * length);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void read_looksAtEachCharacterAFewTimes(String name, String json, String pointer, String problem) {
        CountedText text = new CountedText(json);
        catchThrowable(() -> JsonScanner.read(text, ConditionLimits.STANDARD));
        assertThat(text.looks).isLessThanOrEqualTo(MOST_LOOKS * (json.length() + 1L));
    }

    /** A text that counts how often a character of it is asked for. */
    private static final class CountedText implements CharSequence {
        private final String text;
        private long looks;

        CountedText(String text) {
            this.text = text;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            looks++;
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            looks += end - start;
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    @Test
    void readCondition_theDeepestIsRead_writtenAskedAndHashed() {
        assertThat(JSON.readCondition(DEEPEST).toJson()).isEqualTo(DEEPEST);
        assertThatCode(() -> JSON.readCondition(DEEPEST).hash()).doesNotThrowAnyException();
        String most = "{\"type\":\"all\",\"of\":[" + (ALWAYS + ",").repeat(9_998) + ALWAYS + "]}";
        assertThat(JSON.readCondition(most).toJson()).isEqualTo(most);
    }

    @Test
    void within_asksForLess() {
        ConditionJson strict = JSON.within(new ConditionLimits(2, 5, 2, 20, 200));
        assertThat(strict.readCondition(NOT + ALWAYS + "}").toJson()).isEqualTo(NOT + ALWAYS + "}");
        JsonInputException deep =
                catchThrowableOfType(JsonInputException.class, () -> strict.readCondition(NOT + NOT + ALWAYS + "}}"));
        assertThat(deep).hasMessage("at /of/of: conditions must be nested at most 2 deep");
        JsonInputException wide = catchThrowableOfType(
                JsonInputException.class, () -> strict.readCondition(list("any", ",\"of\"", ALWAYS, 3)));
        assertThat(wide).hasMessage("at /of/2: list must hold at most 2 elements");
    }
}
