package org.crmkit.core.condition;

import static com.google.common.base.Preconditions.checkNotNull;

import java.time.Instant;
import java.util.List;

/**
 * The answer to a condition with all that is to be said of it.
 *
 * @param truth the answer
 * @param reasons a part of the condition that decided, of which nothing can be left out: as long as these leaves answer as they do, nothing else matters.
 *     It is the smallest if no leaf occurs twice. A segment among them answers as it does only as long as what it reads stays as it is
 * @param unknownBecause what is missing, if the answer is unknown
 * @param validUntil the first instant at which the answer differs if nothing happens; {@link Instant#MAX} if it never does. Where it would have to be
 *     looked for over thousands of recurrences, an instant up to which it certainly holds
 * @param counterfactuals the ways to turn the answer, the least first: at most three, of which none contains another. Empty if nothing can turn it, or if
 *     finding the least way would take too long, where many things are each read by several parts
 * @param ruleHash the {@linkplain Condition#hash() fingerprint} of the condition
 */
public record Verdict(
        Truth truth,
        List<Reason> reasons,
        List<Gap> unknownBecause,
        Instant validUntil,
        List<Counterfactual> counterfactuals,
        String ruleHash) {

    /**
     * Copies the lists.
     *
     * @param truth the answer
     * @param reasons the smallest part of the condition that decided
     * @param unknownBecause what is missing
     * @param validUntil the first instant at which the answer differs
     * @param counterfactuals what would turn the answer
     * @param ruleHash the fingerprint of the condition
     */
    public Verdict {
        checkNotNull(truth, "truth");
        reasons = List.copyOf(reasons);
        unknownBecause = List.copyOf(unknownBecause);
        checkNotNull(validUntil, "validUntil");
        counterfactuals = List.copyOf(counterfactuals);
        checkNotNull(ruleHash, "ruleHash");
    }

    /**
     * A leaf that took part in deciding, and its answer.
     *
     * @param leaf the leaf
     * @param truth its answer; with {@link Condition#ifMissing} still unknown where a value is missing
     */
    public record Reason(Leaf leaf, Truth truth) {
        /**
         * Checks the parts.
         *
         * @param leaf the leaf
         * @param truth its answer
         */
        public Reason {
            checkNotNull(leaf, "leaf");
            checkNotNull(truth, "truth");
        }
    }

    /**
     * Something that would have to be known.
     *
     * @param input what is missing
     * @param cause why
     */
    public record Gap(Input input, Cause cause) {
        /** Why something is not known. */
        public enum Cause {
            /** There is no value. */
            MISSING,
            /** There may be a value, but it must not be read for the purpose. */
            NOT_PERMITTED,
            /** The customer was not yet observed when the window began. */
            NOT_COVERED,
            /** Some events do not say what is asked of them, or there are none to ask. */
            UNCERTAIN
        }

        /**
         * Checks the parts.
         *
         * @param input what is missing
         * @param cause why
         */
        public Gap {
            checkNotNull(input, "input");
            checkNotNull(cause, "cause");
        }
    }
}
