package org.crmkit.core.attribute;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;
import static com.google.common.base.Preconditions.checkState;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.crmkit.core.internal.check.Words;
import org.crmkit.core.money.Money;

/**
 * The type of an attribute's values, out of a closed set.
 *
 * <p>Values are normalized when they enter: decimals drop trailing zeros (so that 1.50 equals 1.5), sets of texts are sorted. Every type has a
 * text form, and {@code parse(format(value))} is the value.
 *
 * @param <T> the Java type of the values
 */
public final class AttributeType<T> {

    /** Yes or no; text form {@code true} or {@code false}. */
    public static final AttributeType<Boolean> BOOLEAN =
            new AttributeType<>("boolean", Boolean.class, false, v -> v, AttributeTexts::parseBoolean, String::valueOf);

    /** A whole number of 64 bits. */
    public static final AttributeType<Long> INTEGER =
            new AttributeType<>("integer", Long.class, true, v -> v, AttributeTexts::parseLong, String::valueOf);

    /** An exact decimal of at most 100 digits either side of the point, without trailing zeros. */
    public static final AttributeType<BigDecimal> DECIMAL = new AttributeType<>(
            "decimal",
            BigDecimal.class,
            true,
            AttributeTexts::canonical,
            AttributeTexts::parseDecimal,
            BigDecimal::toPlainString);

    /** Free text of at most 10,000 characters. */
    public static final AttributeType<String> TEXT = new AttributeType<>(
            "text", String.class, false, AttributeTexts::checkedText, AttributeTexts::checkedText, v -> v);

    /** One code of a code list: 1 to 200 characters, not blank. */
    public static final AttributeType<String> CODE = new AttributeType<>(
            "code", String.class, false, AttributeTexts::checkedCode, AttributeTexts::checkedCode, v -> v);

    /** A calendar date of the years 0 to 9999; text form {@code 2026-11-23}. */
    public static final AttributeType<LocalDate> DATE = new AttributeType<>(
            "date", LocalDate.class, true, AttributeTexts::checkedDate, AttributeTexts::parseDate, LocalDate::toString);

    /** A moment of the years 0 to 9999; text form in UTC, {@code 2026-11-23T08:00:00Z}. */
    public static final AttributeType<Instant> INSTANT = new AttributeType<>(
            "instant",
            Instant.class,
            true,
            AttributeTexts::checkedInstant,
            AttributeTexts::parseInstant,
            Instant::toString);

    /** Money; text form {@code EUR 12.99}. Ordered within one currency. */
    public static final AttributeType<Money> MONEY =
            new AttributeType<>("money", Money.class, true, v -> v, Money::parse, Money::toString);

    /** A set of codes in sorted order; text form joins them with {@code |}, which no element may contain. */
    @SuppressWarnings("unchecked") // a class literal has no type argument; check() looks at the elements
    public static final AttributeType<Set<String>> TEXT_SET = new AttributeType<>(
            "text-set",
            (Class<Set<String>>) (Class<?>) Set.class,
            false,
            AttributeTexts::sortedSet,
            AttributeTexts::parseSet,
            AttributeTexts::formatSet);

    private static final List<AttributeType<?>> ALL =
            List.of(BOOLEAN, INTEGER, DECIMAL, TEXT, CODE, DATE, INSTANT, MONEY, TEXT_SET);

    private final String name;
    private final Class<T> javaType;
    private final boolean ordered;
    private final Function<T, T> normalize;
    private final Function<String, T> parse;
    private final Function<T, String> format;

    private AttributeType(
            String name,
            Class<T> javaType,
            boolean ordered,
            Function<T, T> normalize,
            Function<String, T> parse,
            Function<T, String> format) {
        this.name = name;
        this.javaType = javaType;
        this.ordered = ordered;
        this.normalize = normalize;
        this.parse = parse;
        this.format = format;
    }

    /**
     * Returns all types.
     *
     * @return the closed set, in order of declaration
     */
    public static List<AttributeType<?>> values() {
        return ALL;
    }

    /**
     * Returns the type of a name.
     *
     * @param name such as {@code decimal}
     * @return the type
     * @throws IllegalArgumentException if there is no such type
     */
    public static AttributeType<?> of(String name) {
        for (AttributeType<?> type : ALL) {
            if (type.name.equals(checkNotNull(name, "name"))) {
                return type;
            }
        }
        throw new IllegalArgumentException(
                "attribute type must be one of " + ALL + ", was \"" + Words.quoted(name) + '"');
    }

    /**
     * Returns the fixed name.
     *
     * @return such as {@code text-set}
     */
    public String name() {
        return name;
    }

    /**
     * Returns the class of the values.
     *
     * @return the Java type
     */
    public Class<T> javaType() {
        return javaType;
    }

    /**
     * Tells whether values have an order that "less than" may use.
     *
     * @return true for numbers, dates, instants and money
     */
    public boolean isOrdered() {
        return ordered;
    }

    /**
     * Compares two values of an ordered type.
     *
     * @param a one value
     * @param b the other value
     * @return negative, zero or positive as {@code a} is less than, equal to or greater than {@code b}
     * @throws IllegalStateException if the type is not ordered
     * @throws org.crmkit.core.money.CurrencyMismatchException for money of two currencies
     */
    @SuppressWarnings("unchecked") // every ordered type's values are comparable with each other
    public int compare(T a, T b) {
        checkState(ordered, "type must be ordered to compare, was %s", name);
        return ((Comparable<T>) a).compareTo(b);
    }

    /**
     * Checks and normalizes a value of unknown class.
     *
     * @param value any object
     * @return the value in normal form
     * @throws IllegalArgumentException if it has another class or is out of range; the message does not print the value, but the year of one that
     *     lies beyond all calendars
     */
    public T check(Object value) {
        checkNotNull(value, "value");
        checkArgument(
                javaType.isInstance(value),
                "value must be %s for type %s, was %s",
                javaType.getSimpleName(),
                name,
                value.getClass().getSimpleName());
        return normalize.apply(javaType.cast(value));
    }

    /**
     * Reads the text form.
     *
     * @param text such as {@code format} writes
     * @return the value
     * @throws IllegalArgumentException if it is not of the form or out of range; the message does not print the text, which may be sensitive
     */
    public T parse(String text) {
        T value;
        try {
            value = parse.apply(checkNotNull(text, "text"));
        } catch (IllegalArgumentException | DateTimeException e) {
            // Without the cause, whose message quotes the text.
            throw new IllegalArgumentException(
                    "text must be a value of type " + name + ", was " + text.length() + " characters of another form");
        }
        return normalize.apply(value);
    }

    /**
     * Writes the text form.
     *
     * @param value the value
     * @return text that {@link #parse} reads back
     */
    public String format(T value) {
        return format.apply(check(value));
    }

    /** Returns the name. */
    @Override
    public String toString() {
        return name;
    }
}
