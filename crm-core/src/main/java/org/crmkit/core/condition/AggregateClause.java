package org.crmkit.core.condition;

import java.math.BigDecimal;
import java.util.Optional;
import org.crmkit.core.attribute.AttributeKey;

/** What can be asked of the number that events add up to. */
public final class AggregateClause {
    private final EventsClause events;
    private final Aggregate aggregate;
    private final Optional<AttributeKey<?>> field;

    AggregateClause(EventsClause events, Aggregate aggregate, Optional<AttributeKey<?>> field) {
        this.events = events;
        this.aggregate = aggregate;
        this.field = field;
    }

    /**
     * Returns the condition that the number is at least a whole one.
     *
     * @param value the number
     * @return the condition
     */
    public Condition atLeast(long value) {
        return leaf(Comparison.GE, BigDecimal.valueOf(value));
    }

    /**
     * Returns the condition that the number is at least a decimal.
     *
     * @param decimal the number, such as {@code 500.00}
     * @return the condition
     */
    public Condition atLeast(String decimal) {
        return leaf(Comparison.GE, Limits.decimal(decimal, "value"));
    }

    /**
     * Returns the condition that the number is at most a whole one.
     *
     * @param value the number
     * @return the condition
     */
    public Condition atMost(long value) {
        return leaf(Comparison.LE, BigDecimal.valueOf(value));
    }

    /**
     * Returns the condition that the number is at most a decimal.
     *
     * @param decimal the number, such as {@code 500.00}
     * @return the condition
     */
    public Condition atMost(String decimal) {
        return leaf(Comparison.LE, Limits.decimal(decimal, "value"));
    }

    /**
     * Returns the condition that the number is more than a whole one.
     *
     * @param value the number
     * @return the condition
     */
    public Condition moreThan(long value) {
        return leaf(Comparison.GT, BigDecimal.valueOf(value));
    }

    /**
     * Returns the condition that the number is more than a decimal.
     *
     * @param decimal the number, such as {@code 500.00}
     * @return the condition
     */
    public Condition moreThan(String decimal) {
        return leaf(Comparison.GT, Limits.decimal(decimal, "value"));
    }

    /**
     * Returns the condition that the number is less than a whole one.
     *
     * @param value the number
     * @return the condition
     */
    public Condition lessThan(long value) {
        return leaf(Comparison.LT, BigDecimal.valueOf(value));
    }

    /**
     * Returns the condition that the number is less than a decimal.
     *
     * @param decimal the number, such as {@code 500.00}
     * @return the condition
     */
    public Condition lessThan(String decimal) {
        return leaf(Comparison.LT, Limits.decimal(decimal, "value"));
    }

    /**
     * Returns the condition that the number is exactly a whole one.
     *
     * @param value the number
     * @return the condition
     */
    public Condition is(long value) {
        return leaf(Comparison.EQ, BigDecimal.valueOf(value));
    }

    /**
     * Returns the condition that the number is exactly a decimal.
     *
     * @param decimal the number, such as {@code 500.00}
     * @return the condition
     */
    public Condition is(String decimal) {
        return leaf(Comparison.EQ, Limits.decimal(decimal, "value"));
    }

    /**
     * Returns the condition that the number is anything but a whole one.
     *
     * @param value the number
     * @return the condition
     */
    public Condition isNot(long value) {
        return leaf(Comparison.NE, BigDecimal.valueOf(value));
    }

    /**
     * Returns the condition that the number is anything but a decimal.
     *
     * @param decimal the number, such as {@code 500.00}
     * @return the condition
     */
    public Condition isNot(String decimal) {
        return leaf(Comparison.NE, Limits.decimal(decimal, "value"));
    }

    private Condition leaf(Comparison op, BigDecimal value) {
        return events.leaf(aggregate, field, op, value);
    }
}
