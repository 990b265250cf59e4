package org.crmkit.core.condition;

import static com.google.common.base.Preconditions.checkState;

import java.util.List;
import java.util.Optional;

/** What can be asked of the number of a score. */
public final class ScoreClause {
    private final String name;
    private final Optional<String> part;

    ScoreClause(String name, Optional<String> part) {
        this.name = Limits.word(name, "score");
        this.part = part;
    }

    /**
     * Asks a part of the score's explanation in place of the score itself.
     *
     * @param code the code of the part, such as {@code rfm.recency}
     * @return the clause for the part
     */
    public ScoreClause part(String code) {
        return new ScoreClause(name, Optional.of(code));
    }

    /**
     * Returns the condition that the number is at least a value.
     *
     * @param value the value, finite
     * @return the condition
     */
    public Condition atLeast(double value) {
        return leaf(Comparison.GE, value);
    }

    /**
     * Returns the condition that the number is at most a value.
     *
     * @param value the value, finite
     * @return the condition
     */
    public Condition atMost(double value) {
        return leaf(Comparison.LE, value);
    }

    /**
     * Returns the condition that the number is more than a value.
     *
     * @param value the value, finite
     * @return the condition
     */
    public Condition moreThan(double value) {
        return leaf(Comparison.GT, value);
    }

    /**
     * Returns the condition that the number is less than a value.
     *
     * @param value the value, finite
     * @return the condition
     */
    public Condition lessThan(double value) {
        return leaf(Comparison.LT, value);
    }

    /**
     * Returns the condition that the number is a value.
     *
     * @param value the value, finite
     * @return the condition
     */
    public Condition is(double value) {
        return leaf(Comparison.EQ, value);
    }

    /**
     * Returns the condition that a score which is a label, or a cell such as {@code 555}, is one of several.
     *
     * @param labels the labels
     * @return the condition
     * @throws IllegalStateException if a part of the score was asked for: parts are numbers
     */
    public Condition isOneOf(String... labels) {
        checkState(part.isEmpty(), "isOneOf must be asked of the score itself, was asked of its part %s", part);
        return new Leaf.Labeled(name, List.of(labels));
    }

    private Condition leaf(Comparison op, double value) {
        return new Leaf.ScoreTest(name, part, op, Limits.finite(value, "value"));
    }
}
