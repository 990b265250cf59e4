package org.crmkit.core.condition;

import static com.google.common.base.Preconditions.checkNotNull;

/** How two values are compared. */
public enum Comparison {
    /** Equal. */
    EQ("eq"),
    /** Not equal. */
    NE("ne"),
    /** Less. */
    LT("lt"),
    /** Less or equal. */
    LE("le"),
    /** Greater. */
    GT("gt"),
    /** Greater or equal. */
    GE("ge");

    private final String word;

    Comparison(String word) {
        this.word = word;
    }

    /**
     * Returns the word that stands for this comparison in JSON.
     *
     * @return such as {@code ge}
     */
    public String word() {
        return word;
    }

    /**
     * Returns the comparison of a word.
     *
     * @param word such as {@code ge}
     * @return the comparison
     * @throws IllegalArgumentException if there is none
     */
    public static Comparison of(String word) {
        for (Comparison comparison : values()) {
            if (comparison.word.equals(checkNotNull(word, "word"))) {
                return comparison;
            }
        }
        throw new IllegalArgumentException("op must be one of eq, ne, lt, le, gt, ge, was " + Limits.quoted(word));
    }

    /**
     * Tells whether it needs values that have an order.
     *
     * @return false for equal and not equal
     */
    public boolean needsOrder() {
        return this != EQ && this != NE;
    }

    /**
     * Tells whether it holds.
     *
     * @param order negative, zero or positive as the left value is less than, equal to or greater than the right one
     * @return the answer
     */
    public boolean holds(int order) {
        return switch (this) {
            case EQ -> order == 0;
            case NE -> order != 0;
            case LT -> order < 0;
            case LE -> order <= 0;
            case GT -> order > 0;
            case GE -> order >= 0;
        };
    }

    /**
     * Returns the comparison that holds exactly where this one does not.
     *
     * @return the opposite
     */
    public Comparison opposite() {
        return switch (this) {
            case EQ -> NE;
            case NE -> EQ;
            case LT -> GE;
            case LE -> GT;
            case GT -> LE;
            case GE -> LT;
        };
    }
}
