package org.crmkit.core.condition.analysis;

import static com.google.common.base.Preconditions.checkNotNull;

import java.util.List;
import org.crmkit.core.condition.EvaluationContext;
import org.crmkit.core.condition.Truth;
import org.crmkit.core.profile.Profile;

/**
 * A customer who could exist and of whom a claim does not hold.
 *
 * <p>Asking the conditions of the profile in the context gives the truths: that was checked when the witness was made. Values that are compared with
 * sensitive attributes are masked in the facts, not in the profile.
 *
 * @param profile the customer, who is invented
 * @param context what to ask in: the moment, the segments, consents, and from when on activities are known
 * @param facts what is so of the customer, as far as it matters, for people
 * @param truths what the conditions answer, in the order in which they were given
 */
public record Witness(Profile profile, EvaluationContext context, List<String> facts, List<Truth> truths) {
    /**
     * Copies the lists.
     *
     * @param profile the customer
     * @param context what to ask in
     * @param facts what is so of the customer
     * @param truths what the conditions answer
     */
    public Witness {
        checkNotNull(profile, "profile");
        checkNotNull(context, "context");
        facts = List.copyOf(facts);
        truths = List.copyOf(truths);
    }

    /** Returns the facts and the truths. */
    @Override
    public String toString() {
        return (facts.isEmpty() ? "anyone" : String.join(", ", facts)) + " -> " + truths;
    }
}
