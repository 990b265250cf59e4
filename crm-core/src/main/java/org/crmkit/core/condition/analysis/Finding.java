package org.crmkit.core.condition.analysis;

import static com.google.common.base.Preconditions.checkNotNull;

import java.util.Optional;

/** What became of a claim about conditions. */
public sealed interface Finding {

    /**
     * Tells whether the claim holds for every customer that could exist.
     *
     * @return true for {@link Proved}
     */
    default boolean isProved() {
        return this instanceof Proved;
    }

    /**
     * Tells whether there is a customer of whom the claim does not hold.
     *
     * @return true for {@link Refuted}
     */
    default boolean isRefuted() {
        return this instanceof Refuted;
    }

    /**
     * Returns the customer of whom the claim does not hold.
     *
     * @return the customer, if the claim is refuted
     */
    default Optional<Witness> refutation() {
        return this instanceof Refuted refuted ? Optional.of(refuted.witness()) : Optional.empty();
    }

    /** The claim holds for every customer that could exist. */
    record Proved() implements Finding {}

    /**
     * The claim does not hold.
     *
     * @param witness a customer of whom it does not
     */
    record Refuted(Witness witness) implements Finding {
        /**
         * Checks the witness.
         *
         * @param witness a customer of whom it does not
         */
        public Refuted {
            checkNotNull(witness, "witness");
        }
    }

    /**
     * Neither a proof nor a customer was found; the claim may hold or not.
     *
     * @param reason which limit was met
     */
    record NotDecided(Reason reason) implements Finding {
        /**
         * Checks the reason.
         *
         * @param reason which limit was met
         */
        public NotDecided {
            checkNotNull(reason, "reason");
        }
    }

    /** A limit of the method. */
    enum Reason {
        /** The search took more steps than it was given. */
        TOO_MANY_STEPS,
        /** The claim fails if things are so that the method can neither exclude nor make a customer for, as with an extension's own conditions. */
        NO_WITNESS
    }
}
