package org.crmkit.core.condition;

/** What becomes of customers for whom a condition is unknown: the one visible decision at the edge of three-valued logic. */
public enum MembershipPolicy {
    /** Unknown stays out: for benefits, and whatever needs proof. */
    UNKNOWN_IS_OUT,
    /** Unknown goes in: for precautions. */
    UNKNOWN_IS_IN;

    /**
     * Decides on an answer.
     *
     * @param truth the answer of a condition
     * @return whether the customer belongs
     */
    public boolean admits(Truth truth) {
        return truth == Truth.TRUE || truth == Truth.UNKNOWN && this == UNKNOWN_IS_IN;
    }
}
