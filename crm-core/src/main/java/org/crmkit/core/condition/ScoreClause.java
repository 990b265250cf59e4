package org.crmkit.core.condition;

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

    private Condition leaf(Comparison op, double value) {
        return new Leaf.ScoreTest(name, part, op, Limits.finite(value, "value"));
    }
}
