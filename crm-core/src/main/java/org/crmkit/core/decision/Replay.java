package org.crmkit.core.decision;

import static com.google.common.base.Preconditions.checkNotNull;

/** What came of deciding a recorded case again. */
public sealed interface Replay {

    /** The rule says the same as then. */
    record Confirmed() implements Replay {}

    /**
     * The rule says something else than then, so the record or the rule was changed without a new version.
     *
     * @param recorded the outcome in the record
     * @param now the outcome of the replay
     */
    record Different(Outcome recorded, Outcome now) implements Replay {

        /**
         * Checks the parts.
         *
         * @param recorded the outcome in the record
         * @param now the outcome of the replay
         */
        public Different {
            checkNotNull(recorded, "recorded");
            checkNotNull(now, "now");
        }
    }

    /**
     * The rule of that version is not at hand.
     *
     * @param ruleId the rule
     * @param ruleVersion its version
     */
    record RuleMissing(String ruleId, String ruleVersion) implements Replay {

        /**
         * Checks the parts.
         *
         * @param ruleId the rule
         * @param ruleVersion its version
         */
        public RuleMissing {
            checkNotNull(ruleId, "ruleId");
            checkNotNull(ruleVersion, "ruleVersion");
        }
    }

    /**
     * Tells whether the replay confirmed the record.
     *
     * @return true for {@link Confirmed}
     */
    default boolean isConfirmed() {
        return this instanceof Confirmed;
    }
}
