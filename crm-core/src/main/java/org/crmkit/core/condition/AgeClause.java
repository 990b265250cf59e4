package org.crmkit.core.condition;

import static com.google.common.base.Preconditions.checkArgument;
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

    /**
     * Returns the condition that the age in whole years lies in a range: from 25 to 60 holds from the 25th birthday until the day before the 61st.
     *
     * @param least the least number of years, at least 0
     * @param most the greatest number of years, not less than the least
     * @return the condition, of two parts
     */
    public Condition isBetweenYears(int least, int most) {
        checkArgument(
                least >= 0 && least <= most, "years must be in order and at least 0, were %s and %s", least, most);
        return Conditions.all(isAtLeast(Period.ofYears(least)), isLessThan(Period.ofYears(most + 1)));
    }

    private Condition leaf(Comparison op, Period period) {
        return new Leaf.Age(new Read<>(key, purpose), op, period);
    }
}
