package org.crmkit.core.attribute;

import static com.google.common.base.Preconditions.checkArgument;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.crmkit.core.internal.check.Years;

/** Normal and text forms of attribute values. Messages never print a value: it may be sensitive. */
final class AttributeTexts {

    static final char SEPARATOR = '|';

    private static final int MAX_TEXT = 10_000;
    private static final int MAX_CODE = 200;
    private static final int MAX_DIGITS = 100;

    private AttributeTexts() {}

    static boolean parseBoolean(String text) {
        checkArgument(text.equals("true") || text.equals("false"), "text must be true or false");
        return text.equals("true");
    }

    static long parseLong(String text) {
        return Long.parseLong(text);
    }

    static BigDecimal parseDecimal(String text) {
        checkArgument(
                text.length() <= 3 * MAX_DIGITS,
                "decimal must have at most %s characters, had %s",
                3 * MAX_DIGITS,
                text.length());
        return canonical(new BigDecimal(text));
    }

    static BigDecimal canonical(BigDecimal value) {
        if (value.signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal stripped = value.stripTrailingZeros();
        long integerDigits = (long) stripped.precision() - stripped.scale();
        checkArgument(
                integerDigits <= MAX_DIGITS && stripped.scale() <= MAX_DIGITS,
                "decimal must have at most %s digits before and after the point, had %s and %s",
                MAX_DIGITS,
                integerDigits,
                stripped.scale());
        // A negative scale (1E+3) would print differently from what was read; 1000 is the same number for everyone.
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    static String checkedText(String value) {
        checkArgument(
                value.length() <= MAX_TEXT, "text must have at most %s characters, had %s", MAX_TEXT, value.length());
        return value;
    }

    static String checkedCode(String value) {
        checkArgument(
                !value.isBlank() && value.length() <= MAX_CODE,
                "code must have 1 to %s characters and not be blank, had %s",
                MAX_CODE,
                value.length());
        return value;
    }

    static LocalDate parseDate(String text) {
        return LocalDate.parse(text);
    }

    static Instant parseInstant(String text) {
        return Instant.parse(text);
    }

    /** Ages and anniversaries are counted from dates: beyond these years there would be none. */
    static LocalDate checkedDate(LocalDate date) {
        checkArgument(Years.contain(date), "date must be in the years 0 to 9999, was in %s", date.getYear());
        return date;
    }

    static Instant checkedInstant(Instant instant) {
        checkArgument(
                Years.contain(instant),
                "instant must be in the years 0 to 9999, was %s them",
                instant.getEpochSecond() < 0 ? "before" : "after");
        return instant;
    }

    static Set<String> sortedSet(Set<String> values) {
        TreeSet<String> sorted = new TreeSet<>();
        for (Object value : values) {
            checkArgument(value instanceof String, "text-set must hold texts only");
            String text = checkedCode((String) value);
            checkArgument(text.indexOf(SEPARATOR) < 0, "element of a text-set must not contain '%s'", SEPARATOR);
            sorted.add(text);
        }
        return Collections.unmodifiableSortedSet(sorted);
    }

    static Set<String> parseSet(String text) {
        return text.isEmpty() ? Set.of() : sortedSet(new TreeSet<>(List.of(text.split("\\|", -1))));
    }

    static String formatSet(Set<String> values) {
        return String.join(String.valueOf(SEPARATOR), values);
    }
}
