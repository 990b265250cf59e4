package org.crmkit.core.condition.json;

import java.util.List;
import java.util.Map;

/** JSON that has been read within limits; integers and texts only, since decimals are written as text. */
sealed interface JsonValue {

    /** An object with its place in the source, so that it can be kept character by character. */
    record Obj(Map<String, JsonValue> fields, int from, int to) implements JsonValue {}

    /** A list. */
    record Arr(List<JsonValue> elements) implements JsonValue {}

    /** A text. */
    record Text(String value) implements JsonValue {}

    /** A whole number of 64 bits. */
    record Whole(long value) implements JsonValue {}

    /** Yes or no. */
    record Bool(boolean value) implements JsonValue {}

    /** Nothing. */
    record Null() implements JsonValue {}

    /** A number with a point or an exponent: kept as text, for what is only passed on. */
    record Other(String text) implements JsonValue {}
}
