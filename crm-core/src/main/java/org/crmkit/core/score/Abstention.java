package org.crmkit.core.score;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

/**
 * Why a strategy does not know.
 *
 * @param code a stable dotted word such as {@code no-purchases}, for programs
 * @param detail what was missing, for a person; no personal data
 */
public record Abstention(String code, String detail) {
    /** The customer never bought, and the strategy speaks of buyers. */
    public static final Abstention NO_PURCHASES = new Abstention("no-purchases", "the customer has no purchase");

    /**
     * Checks the words.
     *
     * @param code a stable dotted word
     * @param detail what was missing
     */
    public Abstention {
        checkNotNull(code, "code");
        checkArgument(!code.isBlank(), "code must not be blank");
        checkNotNull(detail, "detail");
    }

    /**
     * Returns the abstention of a strategy that misses an attribute.
     *
     * @param attribute the attribute's name
     * @return an abstention with the code {@code missing-attribute}
     */
    public static Abstention missingAttribute(String attribute) {
        return new Abstention("missing-attribute", attribute);
    }

    /**
     * Returns the abstention of a strategy that leans on a score which is not there or abstained itself.
     *
     * @param score the name of the score
     * @return an abstention with the code {@code missing-score}
     */
    public static Abstention missingScore(String score) {
        return new Abstention("missing-score", score);
    }
}
