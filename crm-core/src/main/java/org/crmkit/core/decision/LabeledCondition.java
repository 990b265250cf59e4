package org.crmkit.core.decision;

import static com.google.common.base.Preconditions.checkNotNull;

import org.crmkit.core.condition.Condition;

/**
 * A condition, and what is so while it holds.
 *
 * @param label what is so, such as {@code at-risk-high}
 * @param condition when it is so
 */
public record LabeledCondition(String label, Condition condition) {

    /**
     * Checks the parts.
     *
     * @param label what is so
     * @param condition when it is so
     */
    public LabeledCondition {
        Checks.name(label, "label");
        checkNotNull(condition, "condition");
    }

    /**
     * Returns a condition with its label.
     *
     * @param label what is so
     * @param condition when it is so
     * @return the pair
     */
    public static LabeledCondition of(String label, Condition condition) {
        return new LabeledCondition(label, condition);
    }
}
