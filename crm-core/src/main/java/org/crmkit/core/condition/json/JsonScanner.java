package org.crmkit.core.condition.json;

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

/**
 * Reads JSON character by character (RFC 8259, nothing beyond it), counting as it goes; what exceeds a limit is refused at the place that does.
 *
 * <p>Written by hand, as the writer is: conditions are stored and read alike beside Jackson 2, Jackson 3 and neither of them.
 */
final class JsonScanner {
    /** A condition is an object in a list in an object. */
    private static final int LEVELS_A_CONDITION = 2;

    private static final int OTHER_LEVELS = 6;
    private static final int LONGEST_NUMBER = 20;
    private static final int HEX_DIGITS = 4;
    private static final int RADIX = 16;
    private static final char END = '\0';

    private final CharSequence json;
    private final ConditionLimits limits;
    private final StringBuilder pointer = new StringBuilder();
    private int at;
    private int nodes;

    private JsonScanner(CharSequence json, ConditionLimits limits) {
        this.json = json;
        this.limits = limits;
    }

    /** Reads a text once from its beginning; it is looked at character by character only. */
    static JsonValue read(CharSequence json, ConditionLimits limits) {
        if (json.length() > limits.characters()) {
            throw new JsonInputException(
                    "", "JSON must have at most " + limits.characters() + " characters, had " + json.length());
        }
        return new JsonScanner(json, limits).document();
    }

    private int mostLevels() {
        return limits.depth() * LEVELS_A_CONDITION + OTHER_LEVELS;
    }

    private JsonValue document() {
        skipBlanks();
        if (at == json.length()) {
            throw refused("there must be a value, was nothing");
        }
        JsonValue value = value(0);
        skipBlanks();
        if (at < json.length()) {
            throw refused("there must be nothing after the document");
        }
        return value;
    }

    private JsonValue value(int level) {
        return switch (peek()) {
            case '{' -> object(level);
            case '[' -> array(level);
            case '"' -> new Text(text("text"));
            case 't' -> literal("true", new Bool(true));
            case 'f' -> literal("false", new Bool(false));
            case 'n' -> literal("null", new Null());
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
            default -> throw malformed();
        };
    }

    private JsonValue literal(String word, JsonValue value) {
        int from = at;
        for (int i = 0; i < word.length(); i++) {
            if (!skip(word.charAt(i))) {
                at = from;
                throw malformed();
            }
        }
        return value;
    }

    private JsonValue object(int level) {
        checkLevel(level);
        if (++nodes > limits.nodes()) {
            throw refused("there must be at most " + limits.nodes() + " objects");
        }
        int from = at++;
        Map<String, JsonValue> fields = new LinkedHashMap<>();
        if (!closes('}')) {
            do {
                skipBlanks();
                field(level, fields);
            } while (continues('}'));
        }
        return new Obj(fields, from, at);
    }

    private void field(int level, Map<String, JsonValue> fields) {
        if (peek() != '"') {
            throw malformed();
        }
        int length = pointer.length();
        String name = text("name");
        pointer.append('/').append(Pointers.escaped(name));
        if (fields.containsKey(name)) {
            throw refused("field must be given once, was given twice");
        }
        if (fields.size() >= limits.elements()) {
            throw refused("object must have at most " + limits.elements() + " fields");
        }
        skipBlanks();
        if (peek() != ':') {
            throw malformed();
        }
        at++;
        skipBlanks();
        fields.put(name, value(level + 1));
        pointer.setLength(length);
    }

    private JsonValue array(int level) {
        checkLevel(level);
        at++;
        List<JsonValue> elements = new ArrayList<>();
        if (!closes(']')) {
            int length = pointer.length();
            do {
                skipBlanks();
                pointer.append('/').append(elements.size());
                if (elements.size() >= limits.elements()) {
                    throw refused("list must hold at most " + limits.elements() + " elements");
                }
                elements.add(value(level + 1));
                pointer.setLength(length);
            } while (continues(']'));
        }
        return new Arr(elements);
    }

    private void checkLevel(int level) {
        if (level > mostLevels()) {
            throw refused("conditions must be nested at most " + limits.depth() + " deep");
        }
    }

    private boolean closes(char end) {
        skipBlanks();
        if (peek() != end) {
            return false;
        }
        at++;
        return true;
    }

    private boolean continues(char end) {
        if (closes(end)) {
            return false;
        }
        if (peek() != ',') {
            throw malformed();
        }
        at++;
        return true;
    }

    private String text(String what) {
        StringBuilder text = new StringBuilder();
        at++;
        while (peek() != '"') {
            if (text.length() == limits.textLength()) {
                throw refused(what + " must have at most " + limits.textLength() + " characters, had more");
            }
            text.append(character());
        }
        at++;
        if (!isUnicode(text)) {
            throw refused(what + " must be Unicode, had half a surrogate pair");
        }
        return text.toString();
    }

    private char character() {
        char c = peek();
        if (c < ' ') {
            throw malformed();
        }
        at++;
        return c == '\\' ? escaped() : c;
    }

    private char escaped() {
        char c = peek();
        char meant = switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> hexadecimal();
            default -> throw malformed();
        };
        at++;
        return meant;
    }

    private char hexadecimal() {
        int code = 0;
        for (int i = 0; i < HEX_DIGITS; i++) {
            at++;
            char c = peek();
            // Digits of other scripts are digits to Character, not to JSON.
            int digit = c < 128 ? Character.digit(c, RADIX) : -1;
            if (digit < 0) {
                throw malformed();
            }
            code = code * RADIX + digit;
        }
        return (char) code;
    }

    /** Half a pair has no UTF-8: written and read again it would be another text, with the fingerprint of yet others. */
    private static boolean isUnicode(CharSequence text) {
        return text.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE);
    }

    private JsonValue number() {
        int from = at;
        skip('-');
        if (!skip('0')) {
            digits();
        }
        int end = at;
        if (skip('.')) {
            digits();
        }
        if (skip('e') || skip('E')) {
            if (!skip('+')) {
                skip('-');
            }
            digits();
        }
        return at == end ? whole(part(from, Math.min(at, from + LONGEST_NUMBER + 1))) : other(from);
    }

    private JsonValue whole(String digits) {
        if (digits.length() > LONGEST_NUMBER) {
            throw refused("number must be a whole one of 64 bits, had more digits than that");
        }
        try {
            return new Whole(Long.parseLong(digits));
        } catch (NumberFormatException e) {
            throw refused("number must be a whole one of 64 bits");
        }
    }

    private JsonValue other(int from) {
        if (at - from > limits.textLength()) {
            throw refused("number must have at most " + limits.textLength() + " characters, had more");
        }
        return new Other(part(from, at));
    }

    private String part(int from, int to) {
        return json.subSequence(from, to).toString();
    }

    private void digits() {
        int from = at;
        while (peek() >= '0' && peek() <= '9') {
            at++;
        }
        if (at == from) {
            throw malformed();
        }
    }

    private boolean skip(char c) {
        if (peek() != c) {
            return false;
        }
        at++;
        return true;
    }

    private void skipBlanks() {
        while (peek() == ' ' || peek() == '\n' || peek() == '\r' || peek() == '\t') {
            at++;
        }
    }

    /** Returns the next character; behind the last one a character that no JSON may have outside of escapes. */
    private char peek() {
        return at < json.length() ? json.charAt(at) : END;
    }

    private JsonInputException malformed() {
        int line = 1;
        int start = 0;
        for (int i = 0; i < Math.min(at, json.length()); i++) {
            if (json.charAt(i) == '\n') {
                line++;
                start = i + 1;
            }
        }
        return refused("JSON must be well-formed, was not at line " + line + ", column " + (at - start + 1));
    }

    private JsonInputException refused(String problem) {
        return new JsonInputException(Pointers.shown(pointer.toString()), problem);
    }
}
