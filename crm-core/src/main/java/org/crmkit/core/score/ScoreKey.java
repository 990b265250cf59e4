package org.crmkit.core.score;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

/**
 * The name and the type under which a profile carries a score.
 *
 * @param name a stable lower-case name such as {@code rfm} or {@code clv}; letters, digits, hyphens and dots, at most 80 characters
 * @param type what the score's value is: a number, a label as text, or a record of the strategy
 * @param <S> the type of the value
 */
public record ScoreKey<S>(String name, Class<S> type) {
    private static final int LONGEST_NAME = 80;

    /**
     * Checks the name.
     *
     * @param name a stable lower-case name
     * @param type what the score's value is: a number
     */
    public ScoreKey {
        checkNotNull(name, "name");
        checkArgument(
                isName(name), "score name must be 1 to %s of a-z, 0-9, hyphen and dot, was '%s'", LONGEST_NAME, name);
        checkNotNull(type, "type");
    }

    /**
     * Returns the key of a score that is a number.
     *
     * @param name its name
     * @return the key
     */
    public static ScoreKey<Double> number(String name) {
        return new ScoreKey<>(name, Double.class);
    }

    /**
     * Returns the key of a label, such as a segment's name.
     *
     * @param name its name
     * @return the key
     */
    public static ScoreKey<String> label(String name) {
        return new ScoreKey<>(name, String.class);
    }

    private static boolean isName(String name) {
        return !name.isEmpty()
                && name.length() <= LONGEST_NAME
                && name.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '.');
    }
}
