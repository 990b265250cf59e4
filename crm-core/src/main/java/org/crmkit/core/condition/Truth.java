package org.crmkit.core.condition;

/**
 * The answer to a condition: true, false, or unknown because something it reads is not known.
 *
 * <p>Kleene's three-valued logic (S. C. Kleene, Introduction to Metamathematics, 1952, section 64): an unknown part matters only where the known
 * parts do not decide.
 */
public enum Truth {
    /** Does not hold. */
    FALSE,
    /** Cannot be told. */
    UNKNOWN,
    /** Holds. */
    TRUE;

    /**
     * Returns the truth of a statement whose answer is known.
     *
     * @param value the answer
     * @return {@link #TRUE} or {@link #FALSE}
     */
    public static Truth of(boolean value) {
        return value ? TRUE : FALSE;
    }

    /**
     * Tells whether both hold.
     *
     * @param other the other statement
     * @return the lesser of the two, false being less than unknown, and unknown less than true
     */
    public Truth and(Truth other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /**
     * Tells whether at least one of both holds.
     *
     * @param other the other statement
     * @return the greater of the two
     */
    public Truth or(Truth other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /**
     * Tells whether the statement does not hold.
     *
     * @return the opposite; unknown stays unknown
     */
    public Truth not() {
        return switch (this) {
            case FALSE -> TRUE;
            case UNKNOWN -> UNKNOWN;
            case TRUE -> FALSE;
        };
    }

    /**
     * Tells whether there is an answer.
     *
     * @return false for {@link #UNKNOWN}
     */
    public boolean isKnown() {
        return this != UNKNOWN;
    }
}
