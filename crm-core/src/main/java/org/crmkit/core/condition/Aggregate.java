package org.crmkit.core.condition;

import static com.google.common.base.Preconditions.checkNotNull;

/** What is made of the events in a window. */
public enum Aggregate {
    /** How many there are. */
    COUNT("count", false),
    /** The sum of a field; 0 without events. */
    SUM("sum", true),
    /** The mean of a field; unknown without events. */
    AVG("avg", true),
    /** The least value of a field; unknown without events. */
    MIN("min", true),
    /** The greatest value of a field; unknown without events. */
    MAX("max", true),
    /** How many different values of a field there are. */
    DISTINCT("distinctCount", true),
    /** Local dates from the first event to today; unknown without events. */
    DAYS_SINCE_FIRST("daysSinceFirst", false),
    /** Local dates from the last event to today; unknown without events. */
    DAYS_SINCE_LAST("daysSinceLast", false);

    private final String word;
    private final boolean needsField;

    Aggregate(String word, boolean needsField) {
        this.word = word;
        this.needsField = needsField;
    }

    /**
     * Returns the word that stands for this aggregate in JSON.
     *
     * @return such as {@code count}
     */
    public String word() {
        return word;
    }

    /**
     * Tells whether a field must be named.
     *
     * @return false for counts and days
     */
    public boolean needsField() {
        return needsField;
    }

    /**
     * Returns the aggregate of a word.
     *
     * @param word such as {@code count}
     * @return the aggregate
     * @throws IllegalArgumentException if there is none
     */
    public static Aggregate of(String word) {
        for (Aggregate aggregate : values()) {
            if (aggregate.word.equals(checkNotNull(word, "word"))) {
                return aggregate;
            }
        }
        throw new IllegalArgumentException(
                "aggregate must be one of count, sum, avg, min, max, distinctCount, daysSinceFirst, daysSinceLast, was "
                        + Limits.quoted(word));
    }
}
