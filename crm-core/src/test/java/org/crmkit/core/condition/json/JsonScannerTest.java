package org.crmkit.core.condition.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.crmkit.core.condition.json.JsonValue.Arr;
import org.crmkit.core.condition.json.JsonValue.Bool;
import org.crmkit.core.condition.json.JsonValue.Obj;
import org.crmkit.core.condition.json.JsonValue.Other;
import org.crmkit.core.condition.json.JsonValue.Text;
import org.crmkit.core.condition.json.JsonValue.Whole;
import org.crmkit.core.json.JsonInputException;

/** Our scanner takes what Jackson 2 and Jackson 3 take when they are strict, understands the same by it, and takes nothing else. */
class JsonScannerTest {
    private static final int TRIES = 3_000;
    private static final JsonMapper JACKSON_2 = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final tools.jackson.databind.json.JsonMapper JACKSON_3 =
            tools.jackson.databind.json.JsonMapper.builder(tools.jackson.core.json.JsonFactory.builder()
                            .enable(tools.jackson.core.StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                            .build())
                    .enable(tools.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();
    /**
     * What a text is made of: all that JSON knows, and what only looks like it. Digits of other scripts in an escape are not among them: Jackson takes
     * U+0661 there for an "a", of which it has the last eight bits.
     */
    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "[",
            "]",
            ":",
            ",",
            "\"",
            "\"a\"",
            "\"b\"",
            "\"\\u0061\"",
            "\"\\n\\\\\\/\"",
            "\"\\ud83d\\ude00\"",
            "\"\u4f60\"",
            "\\",
            "0",
            "1",
            "-1",
            "-",
            "00",
            "1.5",
            "1e3",
            "-0",
            ".5",
            "5.",
            "1e",
            "9223372036854775807",
            "true",
            "false",
            "null",
            "nul",
            "NaN",
            "Infinity",
            "+1",
            " ",
            "\n",
            "\t",
            "\u00a0",
            "\ufeff",
            "/*x*/",
            "//x\n",
            "'a'",
            "\"\u0001\"",
            "\"\u007f\"",
            "\"\\x\"",
            "{\"a\":1}",
            "[1,2]",
            "{\"a\":{\"b\":[]}}",
            "\u0000");

    private static Optional<JsonValue> ours(String json) {
        try {
            return Optional.of(JsonScanner.read(json, ConditionLimits.STANDARD));
        } catch (JsonInputException e) {
            return Optional.empty();
        }
    }

    private static Optional<JsonNode> jackson2(String json) {
        try {
            JsonNode node = JACKSON_2.readTree(json);
            return node == null || node.isMissingNode() ? Optional.empty() : Optional.of(node);
        } catch (com.fasterxml.jackson.core.JacksonException e) {
            return Optional.empty();
        }
    }

    private static Optional<tools.jackson.databind.JsonNode> jackson3(String json) {
        try {
            tools.jackson.databind.JsonNode node = JACKSON_3.readTree(json);
            return node.isMissingNode() ? Optional.empty() : Optional.of(node);
        } catch (tools.jackson.core.JacksonException e) {
            return Optional.empty();
        }
    }

    /** Returns the same value in the words of Jackson 2, written by Jackson 2; numbers that are not whole keep their text. */
    private static String written(JsonValue value) {
        StringBuilder out = new StringBuilder();
        write(value, out);
        return out.toString();
    }

    private static void write(JsonValue value, StringBuilder out) {
        if (value instanceof Obj object) {
            out.append('{');
            object.fields().forEach((name, field) -> {
                out.append(out.charAt(out.length() - 1) == '{' ? "" : ",")
                        .append(quoted(name))
                        .append(':');
                write(field, out);
            });
            out.append('}');
        } else if (value instanceof Arr list) {
            out.append('[');
            for (int i = 0; i < list.elements().size(); i++) {
                out.append(i > 0 ? "," : "");
                write(list.elements().get(i), out);
            }
            out.append(']');
        } else if (value instanceof Text text) {
            out.append(quoted(text.value()));
        } else if (value instanceof Whole whole) {
            out.append(whole.value());
        } else if (value instanceof Bool bool) {
            out.append(bool.value());
        } else if (value instanceof Other number) {
            out.append(number.text());
        } else {
            out.append("null");
        }
    }

    private static String quoted(String text) {
        return com.fasterxml.jackson.databind.node.TextNode.valueOf(text).toString();
    }

    /** We are stricter in two things: whole numbers have 64 bits, and half a surrogate pair is no text. */
    private static boolean isBeyondUs(JsonNode node) {
        if (node.isBigInteger() || node.isTextual() && isHalf(node.textValue())) {
            return true;
        }
        for (String name : (Iterable<String>) node::fieldNames) {
            if (isHalf(name) || isBeyondUs(node.get(name))) {
                return true;
            }
        }
        for (JsonNode element : node.isArray() ? node : List.<JsonNode>of()) {
            if (isBeyondUs(element)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isHalf(String text) {
        return text.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE);
    }

    private static void check(String json) {
        Optional<JsonValue> ours = ours(json);
        Optional<JsonNode> two = jackson2(json);
        if (two.isPresent() && isBeyondUs(two.get())) {
            assertThat(ours).as(json).isEmpty();
            return;
        }
        assertThat(ours.isPresent()).as("Jackson 2 on %s", json).isEqualTo(two.isPresent());
        assertThat(ours.isPresent())
                .as("Jackson 3 on %s", json)
                .isEqualTo(jackson3(json).isPresent());
        ours.ifPresent(value -> assertThat(jackson2(written(value))).as(json).isEqualTo(two));
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void takesWhatJacksonTakes_ofPiecesInAnyOrder(@ForAll long seed) {
        Random random = new Random(seed);
        StringBuilder json = new StringBuilder();
        for (int i = random.nextInt(8); i >= 0; i--) {
            json.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        check(json.toString());
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void takesWhatJacksonTakes_ofDocumentsWithASlip(@ForAll long seed) {
        Random random = new Random(seed);
        StringBuilder json = new StringBuilder(
                "{\"type\":\"all\",\"of\":[{\"type\":\"compare\",\"attribute\":\"a\\u0062\",\"value\":-12},{\"x\":[true,null,1.50]}]}");
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(json.length());
            String piece = PIECES.get(random.nextInt(PIECES.size()));
            switch (random.nextInt(3)) {
                case 0 -> json.deleteCharAt(at);
                case 1 -> json.insert(at, piece);
                default -> json.replace(at, at + 1, piece);
            }
        }
        check(json.toString());
    }

    @Example
    void placeIsLineAndColumn() {
        assertThat(refusal("{\"a\":1,\n  \"b\":tru}"))
                .isEqualTo("at /b: JSON must be well-formed, was not at line 2, column 7");
        assertThat(refusal("[1,]")).isEqualTo("at /1: JSON must be well-formed, was not at line 1, column 4");
        assertThat(refusal("{\"a\":1} {}")).isEqualTo("at the top: there must be nothing after the document");
    }

    private static String refusal(String json) {
        try {
            JsonScanner.read(json, ConditionLimits.STANDARD);
            return "";
        } catch (JsonInputException e) {
            return e.getMessage();
        }
    }
}
