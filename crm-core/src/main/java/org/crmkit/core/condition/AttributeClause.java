package org.crmkit.core.condition;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.crmkit.core.attribute.AttributeKey;
import org.crmkit.core.attribute.AttributeType;
import org.crmkit.core.consent.Purpose;

/**
 * What can be asked of an attribute.
 *
 * <p>What needs another type than the attribute has is refused when the condition is built.
 *
 * @param <T> the type of the values
 */
public final class AttributeClause<T> {
    private final AttributeKey<T> key;
    private final Optional<Purpose> purpose;

    AttributeClause(AttributeKey<T> key, Optional<Purpose> purpose) {
        this.key = checkNotNull(key, "key");
        this.purpose = purpose;
    }

    /**
     * Names the purpose that the attribute is read for; a sensitive one cannot be read without.
     *
     * @param newPurpose what for
     * @return the clause with the purpose
     */
    public AttributeClause<T> forPurpose(Purpose newPurpose) {
        return new AttributeClause<>(key, Optional.of(newPurpose));
    }

    /**
     * Returns the condition that the attribute is a value.
     *
     * @param value the value
     * @return the condition
     */
    public Condition is(T value) {
        return compare(Comparison.EQ, value);
    }

    /**
     * Returns the condition that the attribute is known and another value.
     *
     * @param value the value
     * @return the condition
     */
    public Condition isNot(T value) {
        return compare(Comparison.NE, value);
    }

    /**
     * Returns the condition that the attribute is at least a value.
     *
     * @param value the value, of an ordered type
     * @return the condition
     */
    public Condition atLeast(T value) {
        return compare(Comparison.GE, value);
    }

    /**
     * Returns the condition that a number is at least a whole one.
     *
     * @param value the number
     * @return the condition
     */
    public Condition atLeast(long value) {
        return compare(Comparison.GE, number(value));
    }

    /**
     * Returns the condition that the attribute is at least a value.
     *
     * @param text the value as text: a decimal {@code 80.5}, a date {@code 2026-12-31}, an amount {@code CNY 100.00}
     * @return the condition
     */
    public Condition atLeast(String text) {
        return compare(Comparison.GE, parsed(text));
    }

    /**
     * Returns the condition that the attribute is at most a value.
     *
     * @param value the value, of an ordered type
     * @return the condition
     */
    public Condition atMost(T value) {
        return compare(Comparison.LE, value);
    }

    /**
     * Returns the condition that a number is at most a whole one.
     *
     * @param value the number
     * @return the condition
     */
    public Condition atMost(long value) {
        return compare(Comparison.LE, number(value));
    }

    /**
     * Returns the condition that the attribute is at most a value.
     *
     * @param text the value as text: a decimal {@code 80.5}, a date {@code 2026-12-31}, an amount {@code CNY 100.00}
     * @return the condition
     */
    public Condition atMost(String text) {
        return compare(Comparison.LE, parsed(text));
    }

    /**
     * Returns the condition that the attribute is more than a value.
     *
     * @param value the value, of an ordered type
     * @return the condition
     */
    public Condition moreThan(T value) {
        return compare(Comparison.GT, value);
    }

    /**
     * Returns the condition that a number is more than a whole one.
     *
     * @param value the number
     * @return the condition
     */
    public Condition moreThan(long value) {
        return compare(Comparison.GT, number(value));
    }

    /**
     * Returns the condition that the attribute is more than a value.
     *
     * @param text the value as text: a decimal {@code 80.5}, a date {@code 2026-12-31}, an amount {@code CNY 100.00}
     * @return the condition
     */
    public Condition moreThan(String text) {
        return compare(Comparison.GT, parsed(text));
    }

    /**
     * Returns the condition that the attribute is less than a value.
     *
     * @param value the value, of an ordered type
     * @return the condition
     */
    public Condition lessThan(T value) {
        return compare(Comparison.LT, value);
    }

    /**
     * Returns the condition that a number is less than a whole one.
     *
     * @param value the number
     * @return the condition
     */
    public Condition lessThan(long value) {
        return compare(Comparison.LT, number(value));
    }

    /**
     * Returns the condition that the attribute is less than a value.
     *
     * @param text the value as text: a decimal {@code 80.5}, a date {@code 2026-12-31}, an amount {@code CNY 100.00}
     * @return the condition
     */
    public Condition lessThan(String text) {
        return compare(Comparison.LT, parsed(text));
    }

    /**
     * Returns the condition that a number is a whole one.
     *
     * @param value the number
     * @return the condition
     */
    public Condition is(long value) {
        return compare(Comparison.EQ, number(value));
    }

    /**
     * Returns the condition that a number is known and anything but a whole one.
     *
     * @param value the number
     * @return the condition
     */
    public Condition isNot(long value) {
        return compare(Comparison.NE, number(value));
    }

    /**
     * Returns the condition that the attribute lies in a range, both ends included.
     *
     * @param low the low end
     * @param high the high end, not below the low end
     * @return the condition
     */
    public Condition between(T low, T high) {
        return between(low, high, Bounds.CLOSED);
    }

    /**
     * Returns the condition that a number lies in a range, both ends included.
     *
     * @param low the low end
     * @param high the high end, not below the low end
     * @return the condition
     */
    public Condition between(long low, long high) {
        return between(number(low), number(high), Bounds.CLOSED);
    }

    /**
     * Returns the condition that the attribute lies in a range, both ends included.
     *
     * @param low the low end as text: a decimal {@code 80.5}, a date {@code 2026-12-31}, an amount {@code CNY 100.00}
     * @param high the high end as text, not below the low end
     * @return the condition
     */
    public Condition between(String low, String high) {
        return between(parsed(low), parsed(high), Bounds.CLOSED);
    }

    /**
     * Returns the condition that the attribute lies in a range.
     *
     * @param low the low end
     * @param high the high end, not below the low end
     * @param bounds which ends belong to it
     * @return the condition
     */
    public Condition between(T low, T high, Bounds bounds) {
        return new Leaf.Between<>(read(), low, high, bounds);
    }

    /**
     * Returns the condition that the attribute is one of several values.
     *
     * @param values the values
     * @return the condition
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // List.of copies the array and keeps no reference to it
    public final Condition isOneOf(T... values) {
        return new Leaf.OneOf<>(read(), List.of(values));
    }

    /**
     * Returns the condition that the attribute is known and none of several values.
     *
     * @param values the values
     * @return the condition
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // List.of copies the array and keeps no reference to it
    public final Condition isNoneOf(T... values) {
        return new Leaf.OneOf<>(read(), List.of(values)).negated();
    }

    /**
     * Returns the condition that the attribute has a value.
     *
     * @return the condition
     */
    public Condition isPresent() {
        return new Leaf.Present(read());
    }

    /**
     * Returns the condition that the attribute has no value.
     *
     * @return the condition
     */
    public Condition isMissing() {
        return isPresent().negated();
    }

    /**
     * Returns the condition that the day and month of a date return within some days.
     *
     * @param daysAhead how many days ahead of today count, in [0, 183]; 0 for none but today
     * @param daysBehind how many days before today count, in [0, 182]
     * @return the condition
     */
    public Condition anniversary(int daysAhead, int daysBehind) {
        return new Leaf.Anniversary(date(), daysAhead, daysBehind);
    }

    /**
     * Returns the condition that a text begins with a value.
     *
     * @param value the value
     * @return the condition
     */
    public Condition startsWith(String value) {
        return new Leaf.TextTest(text(), Leaf.TextTest.Op.STARTS_WITH, value);
    }

    /**
     * Returns the condition that a text ends with a value.
     *
     * @param value the value
     * @return the condition
     */
    public Condition endsWith(String value) {
        return new Leaf.TextTest(text(), Leaf.TextTest.Op.ENDS_WITH, value);
    }

    /**
     * Returns the condition that a text contains a value.
     *
     * @param value the value
     * @return the condition
     */
    public Condition contains(String value) {
        return new Leaf.TextTest(text(), Leaf.TextTest.Op.CONTAINS, value);
    }

    /**
     * Returns the condition that a text is a value, whatever the case of its letters.
     *
     * @param value the value
     * @return the condition
     */
    public Condition equalsIgnoringCase(String value) {
        return new Leaf.TextTest(text(), Leaf.TextTest.Op.EQUALS_IGNORE_CASE, value);
    }

    /**
     * Returns the condition that a set contains at least one of several values.
     *
     * @param values the values
     * @return the condition
     */
    public Condition containsAny(String... values) {
        return new Leaf.SetTest(set(), Leaf.SetTest.Op.CONTAINS_ANY, List.of(values));
    }

    /**
     * Returns the condition that a set contains each of several values.
     *
     * @param values the values
     * @return the condition
     */
    public Condition containsAll(String... values) {
        return new Leaf.SetTest(set(), Leaf.SetTest.Op.CONTAINS_ALL, List.of(values));
    }

    /**
     * Returns the condition that a set contains none of several values.
     *
     * @param values the values
     * @return the condition
     */
    public Condition containsNone(String... values) {
        return new Leaf.SetTest(set(), Leaf.SetTest.Op.CONTAINS_NONE, List.of(values));
    }

    private Condition compare(Comparison op, T value) {
        return new Leaf.Compare<>(read(), op, value);
    }

    private Read<T> read() {
        return new Read<>(key, purpose);
    }

    private T parsed(String text) {
        checkArgument(key.type().isOrdered(), "type of %s must be ordered to compare so, was %s", key, key.type());
        return key.type().parse(text);
    }

    private T number(long value) {
        AttributeType<T> type = key.type();
        checkArgument(
                type.equals(AttributeType.INTEGER) || type.equals(AttributeType.DECIMAL),
                "type of %s must be integer or decimal to compare with a whole number, was %s",
                key,
                type);
        return type.check(type.equals(AttributeType.INTEGER) ? (Object) value : BigDecimal.valueOf(value));
    }

    @SuppressWarnings("unchecked") // both types hold strings
    private Read<String> text() {
        AttributeType<T> type = key.type();
        checkArgument(
                type.equals(AttributeType.TEXT) || type.equals(AttributeType.CODE),
                "type of %s must be text or code, was %s",
                key,
                type);
        return (Read<String>) read();
    }

    @SuppressWarnings("unchecked") // the type holds dates
    private Read<LocalDate> date() {
        checkArgument(key.type().equals(AttributeType.DATE), "type of %s must be date, was %s", key, key.type());
        return (Read<LocalDate>) read();
    }

    @SuppressWarnings("unchecked") // the type holds sets of strings
    private Read<Set<String>> set() {
        checkArgument(
                key.type().equals(AttributeType.TEXT_SET), "type of %s must be text-set, was %s", key, key.type());
        return (Read<Set<String>>) read();
    }
}
