package org.crmkit.core.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Says in the words of the document what a parser complains of: what must stand there, and what kind of value stood there.
 *
 * <p>The value itself is told only where it can be nothing but a word of the format: data of a customer must not reach a message.
 */
final class JsonComplaints {
    private static final int LONGEST_WORD = 60;
    private static final Pattern KNOWN_KINDS = Pattern.compile("known type ids = \\[([^]]*)]");
    private static final Pattern CLASS_NAME = Pattern.compile("`[a-z0-9_.]+\\.([A-Za-z0-9_$]+)(<[^`]*>)?`");
    private static final Pattern SETTING = Pattern.compile(", from `?StreamReadConstraints[^)]*\\)`?");
    private static final Pattern OUT_OF_RANGE = Pattern.compile("^Numeric value \\(.*\\) out of range of `?(int|long)");

    private static final Map<Class<?>, String> EXPECTED = Map.ofEntries(
            Map.entry(int.class, "a whole number in [-2147483648, 2147483647]"),
            Map.entry(long.class, "a whole number in [-9223372036854775808, 9223372036854775807]"),
            Map.entry(double.class, "a number"),
            Map.entry(boolean.class, "true or false"),
            Map.entry(String.class, "a text"),
            Map.entry(Instant.class, "an instant such as 2026-03-07T12:00:00Z"),
            Map.entry(LocalDate.class, "a date such as 2026-03-07"),
            Map.entry(Duration.class, "a duration such as PT24H"),
            Map.entry(Period.class, "a period such as P30D"),
            Map.entry(ZoneId.class, "a time zone such as Europe/Berlin"),
            Map.entry(Currency.class, "a currency code of ISO 4217 such as EUR"));

    private static final String[][] FOUND = {
        {"Floating-point value", "a decimal number"},
        {"Integer value", "a whole number"},
        {"Boolean value", "true or false"},
        {"String value", "a text"},
        {"from String", "another text"},
        {"Array value", "an array"},
        {"Object value", "an object"},
        {"Null value", "null"},
    };

    private JsonComplaints() {}

    static String of(JsonProcessingException problem) {
        String line = problem.getOriginalMessage().lines().findFirst().orElse("must be valid JSON");
        if (problem instanceof UnrecognizedPropertyException unknown) {
            return "must not be given: known here are " + sorted(unknown.getKnownPropertyIds());
        }
        if (problem instanceof InvalidTypeIdException kind) {
            return kind(kind, line);
        }
        if (problem instanceof JsonEOFException) {
            return "must be a whole JSON document, was cut off";
        }
        Matcher tooLarge = OUT_OF_RANGE.matcher(line);
        if (tooLarge.find()) {
            return mustBe(tooLarge.group(1).equals("int") ? int.class : long.class, "a number beyond that");
        }
        if (problem instanceof MismatchedInputException mismatch) {
            return mismatch(mismatch, line);
        }
        return syntax(line, problem.getLocation());
    }

    private static String kind(InvalidTypeIdException problem, String line) {
        if (problem.getTypeId() == null) {
            return "kind must be given";
        }
        Matcher known = KNOWN_KINDS.matcher(line);
        String allowed = known.find() ? "one of [" + known.group(1) + ']' : "a kind that is known here";
        return "kind must be " + allowed + ", was " + word(problem.getTypeId());
    }

    private static String mismatch(MismatchedInputException problem, String line) {
        if (line.startsWith("Missing required") || line.startsWith("Missing creator")) {
            return "must be given";
        }
        if (line.startsWith("Null value for") || line.startsWith("Null ")) {
            return "must not be null";
        }
        if (line.startsWith("No content to map")) {
            return "must be a JSON document, was empty";
        }
        if (line.startsWith("Trailing token")) {
            return "must be one JSON value, was followed by more";
        }
        Class<?> type = problem.getTargetType();
        if (problem instanceof InvalidFormatException format && type != null && type.isEnum()) {
            return "must be one of " + Arrays.toString(type.getEnumConstants()) + ", was " + word(format.getValue());
        }
        return mustBe(type, found(line));
    }

    private static String mustBe(@Nullable Class<?> type, String found) {
        return "must be " + expected(type) + ", was " + found;
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "what is expected here";
        }
        String known = EXPECTED.get(type);
        if (known != null) {
            return known;
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "an array";
        }
        return type == Optional.class || type == Object.class ? "a value" : "a valid " + type.getSimpleName();
    }

    /** The parser's words for what it met: it forgets the token itself before anybody can ask. */
    private static String found(String line) {
        for (String[] words : FOUND) {
            if (line.contains(words[0])) {
                return words[1];
            }
        }
        return "not valid";
    }

    private static String syntax(String line, @Nullable JsonLocation location) {
        if (line.startsWith("Duplicate field")) {
            return "field " + word(line.replaceAll("^[^']*'(.*)'.*$", "$1")) + " must be given once, was given twice";
        }
        if (line.startsWith("Non-standard token")) {
            return "must be a number that JSON knows, was " + line.replaceAll("^[^']*'([^']{1,60})'.*$", "$1");
        }
        if (line.startsWith("Unrecognized token")) {
            return "must be a JSON value, was a word without quotation marks" + place(location);
        }
        String words =
                SETTING.matcher(CLASS_NAME.matcher(line).replaceAll("$1")).replaceAll("");
        return words + place(location);
    }

    private static String place(@Nullable JsonLocation location) {
        return location == null ? "" : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ')';
    }

    private static String word(Object value) {
        String text = String.valueOf(value);
        return '"' + (text.length() <= LONGEST_WORD ? text : text.substring(0, LONGEST_WORD) + '…') + '"';
    }

    private static String sorted(@Nullable Collection<Object> names) {
        TreeSet<String> sorted = new TreeSet<>();
        if (names != null) {
            names.forEach(name -> sorted.add(String.valueOf(name)));
        }
        return sorted.toString();
    }
}
