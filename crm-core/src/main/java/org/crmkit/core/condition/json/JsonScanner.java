package org.crmkit.core.condition.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crmkit.core.condition.json.JsonValue.Arr;
import org.crmkit.core.condition.json.JsonValue.Bool;
import org.crmkit.core.condition.json.JsonValue.Null;
import org.crmkit.core.condition.json.JsonValue.Obj;
import org.crmkit.core.condition.json.JsonValue.Other;
import org.crmkit.core.condition.json.JsonValue.Text;
import org.crmkit.core.condition.json.JsonValue.Whole;
import org.crmkit.core.json.JsonInputException;

/** Reads JSON token by token, counting as it goes; what exceeds a limit is refused at the token that does. */
final class JsonScanner {
    /** A condition is an object in a list in an object. */
    private static final int LEVELS_A_CONDITION = 2;

    private static final int OTHER_LEVELS = 6;
    private static final int LONGEST_NUMBER = 20;

    private final JsonParser parser;
    private final ConditionLimits limits;
    private final StringBuilder pointer = new StringBuilder();
    private int nodes;

    private JsonScanner(JsonParser parser, ConditionLimits limits) {
        this.parser = parser;
        this.limits = limits;
    }

    static JsonValue read(String json, ConditionLimits limits) {
        if (json.length() > limits.characters()) {
            throw new JsonInputException(
                    "", "JSON must have at most " + limits.characters() + " characters, had " + json.length());
        }
        JsonFactory factory =
                JsonFactory.builder().streamReadConstraints(constraints(limits)).build();
        try (JsonParser parser = factory.createParser(json.toCharArray())) {
            return new JsonScanner(parser, limits).document();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StreamReadConstraints constraints(ConditionLimits limits) {
        return StreamReadConstraints.builder()
                .maxNestingDepth(levels(limits) + OTHER_LEVELS)
                .maxStringLength(limits.textLength() * 2 + 100)
                .maxNameLength(limits.textLength() * 2 + 100)
                .maxNumberLength(1_000)
                .build();
    }

    private static int levels(ConditionLimits limits) {
        return limits.depth() * LEVELS_A_CONDITION + OTHER_LEVELS;
    }

    private JsonValue document() throws IOException {
        try {
            parser.nextToken();
            JsonValue value = value(0);
            if (parser.nextToken() != null) {
                throw refused("there must be nothing after the document");
            }
            return value;
        } catch (JsonProcessingException e) {
            // The parser's own message may quote what it read; it looks ahead, so it knows better than we do where it
            // is.
            throw new JsonInputException(
                    pointer(parser.getParsingContext()),
                    "JSON must be well-formed and within limits, was not at line "
                            + parser.currentLocation().getLineNr() + ", column "
                            + parser.currentLocation().getColumnNr());
        }
    }

    private static String pointer(JsonStreamContext context) {
        StringBuilder text = new StringBuilder();
        for (JsonStreamContext at = context; at != null && !at.inRoot(); at = at.getParent()) {
            if (at.inObject() && at.hasCurrentName()) {
                text.insert(0, '/' + Pointers.escaped(at.getCurrentName()));
            } else if (at.inArray() && at.hasCurrentIndex()) {
                text.insert(0, "/" + at.getCurrentIndex());
            }
        }
        return text.toString();
    }

    private JsonValue value(int level) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw refused("there must be a value, was nothing");
        }
        return switch (token) {
            case START_OBJECT -> object(level);
            case START_ARRAY -> array(level);
            case VALUE_STRING -> new Text(text(parser.getText(), "text"));
            case VALUE_NUMBER_INT -> whole();
            case VALUE_NUMBER_FLOAT -> new Other(text(parser.getText(), "number"));
            case VALUE_TRUE -> new Bool(true);
            case VALUE_FALSE -> new Bool(false);
            case VALUE_NULL -> new Null();
            default -> throw refused("there must be a value, was " + token);
        };
    }

    private JsonValue whole() throws IOException {
        String digits = parser.getText();
        if (digits.length() > LONGEST_NUMBER) {
            throw refused("number must be a whole one of 64 bits, had " + digits.length() + " digits");
        }
        try {
            return new Whole(Long.parseLong(digits));
        } catch (NumberFormatException e) {
            throw refused("number must be a whole one of 64 bits");
        }
    }

    private String text(String text, String what) {
        if (text.length() > limits.textLength()) {
            throw refused(what + " must have at most " + limits.textLength() + " characters, had " + text.length());
        }
        if (!isUnicode(text)) {
            throw refused(what + " must be Unicode, had half a surrogate pair");
        }
        return text;
    }

    /** Half a pair has no UTF-8: written and read again it would be another text, with the fingerprint of yet others. */
    private static boolean isUnicode(String text) {
        return text.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE);
    }

    private JsonValue object(int level) throws IOException {
        checkLevel(level);
        if (++nodes > limits.nodes()) {
            throw refused("there must be at most " + limits.nodes() + " objects");
        }
        int from = (int) parser.currentTokenLocation().getCharOffset();
        Map<String, JsonValue> fields = new LinkedHashMap<>();
        int length = pointer.length();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = text(parser.currentName(), "name");
            append(name);
            if (fields.containsKey(name)) {
                throw refused("field must be given once, was given twice");
            }
            if (fields.size() >= limits.elements()) {
                throw refused("object must have at most " + limits.elements() + " fields");
            }
            parser.nextToken();
            fields.put(name, value(level + 1));
            pointer.setLength(length);
        }
        return new Obj(fields, from, (int) parser.currentTokenLocation().getCharOffset() + 1);
    }

    private JsonValue array(int level) throws IOException {
        checkLevel(level);
        List<JsonValue> elements = new ArrayList<>();
        int length = pointer.length();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            pointer.append('/').append(elements.size());
            if (elements.size() >= limits.elements()) {
                throw refused("list must hold at most " + limits.elements() + " elements");
            }
            elements.add(value(level + 1));
            pointer.setLength(length);
        }
        return new Arr(elements);
    }

    private void checkLevel(int level) {
        if (level > levels(limits)) {
            throw refused("conditions must be nested at most " + limits.depth() + " deep");
        }
    }

    private void append(String name) {
        pointer.append('/').append(Pointers.escaped(name));
    }

    private JsonInputException refused(String problem) {
        return new JsonInputException(pointer.toString(), problem);
    }
}
