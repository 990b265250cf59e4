package org.crmkit.core.condition;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.math.BigDecimal;
import java.util.List;
import org.crmkit.core.attribute.AttributeType;

/** What a condition may not exceed, and the form of its words. */
final class Limits {
    static final int MOST_CHILDREN = 10_000;
    static final int MOST_VALUES = 10_000;
    static final int LONGEST_TEXT = 1_000;
    static final int LONGEST_WORD = 200;
    private static final int QUOTED = 40;

    private Limits() {}

    static String word(String value, String name) {
        checkNotNull(value, name);
        checkArgument(
                !value.isBlank() && value.length() <= LONGEST_WORD,
                "%s must have 1 to %s characters and not be blank, had %s",
                name,
                LONGEST_WORD,
                value.length());
        return unicode(value, name);
    }

    /** Half a surrogate pair has no UTF-8: written and read again it would be another text. */
    static String unicode(String value, String name) {
        checkArgument(
                value.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE),
                "%s must be Unicode, had half a surrogate pair",
                name);
        return value;
    }

    static String text(String value, String name) {
        checkNotNull(value, name);
        checkArgument(
                value.length() <= LONGEST_TEXT,
                "%s must have at most %s characters, had %s",
                name,
                LONGEST_TEXT,
                value.length());
        return unicode(value, name);
    }

    static BigDecimal finite(double value, String name) {
        checkArgument(Double.isFinite(value), "%s must be finite, was %s", name, value);
        return BigDecimal.valueOf(value);
    }

    static BigDecimal decimal(String text, String name) {
        try {
            return AttributeType.DECIMAL.parse(checkNotNull(text, name));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + " must be a decimal such as 500.00, was " + quoted(text), e);
        }
    }

    static <T> List<T> list(List<? extends T> values, String name, int most) {
        checkNotNull(values, name);
        checkArgument(values.size() <= most, "%s must hold at most %s elements, held %s", name, most, values.size());
        return List.copyOf(values);
    }

    static <T> List<T> filled(List<? extends T> values, String name, int most) {
        checkArgument(!checkNotNull(values, name).isEmpty(), "%s must hold at least 1 element, held none", name);
        return list(values, name, most);
    }

    static String quoted(String value) {
        return '"' + (value.length() <= QUOTED ? value : value.substring(0, QUOTED) + "...") + '"';
    }
}
