package org.crmkit.core.condition;

import static com.google.common.base.Preconditions.checkNotNull;

import java.time.Period;
import java.util.Optional;
import org.crmkit.core.attribute.AttributeKey;
import org.crmkit.core.consent.Purpose;

/** What can be asked of the time since a date. */
public final class AgeClause {
    private final AttributeKey<?> key;
    private final Optional<Purpose> purpose;

    AgeClause(AttributeKey<?> key, Optional<Purpose> purpose) {
        this.key = checkNotNull(key, "key");
        this.purpose = purpose;
    }

    /**
     * Names the purpose that the date is read for.
     *
     * @param newPurpose what for
     * @return the clause with the purpose
     */
    public AgeClause forPurpose(Purpose newPurpose) {
        return new AgeClause(key, Optional.of(newPurpose));
    }

    /**
     * Returns the condition that at least a period has passed.
     *
     * @param period the period
     * @return the condition
     */
    public Condition isAtLeast(Period period) {
        return leaf(Comparison.GE, period);
    }

    /**
     * Returns the condition that at most a period has passed.
     *
     * @param period the period
     * @return the condition
     */
    public Condition isAtMost(Period period) {
        return leaf(Comparison.LE, period);
    }

    /**
     * Returns the condition that more than a period has passed.
     *
     * @param period the period
     * @return the condition
     */
    public Condition isMoreThan(Period period) {
        return leaf(Comparison.GT, period);
    }

    /**
     * Returns the condition that less than a period has passed.
     *
     * @param period the period
     * @return the condition
     */
    public Condition isLessThan(Period period) {
        return leaf(Comparison.LT, period);
    }

    private Condition leaf(Comparison op, Period period) {
        return new Leaf.Age(new Read<>(key, purpose), op, period);
    }
}
