package org.crmkit.core.condition;

import static com.google.common.base.Preconditions.checkNotNull;

import java.util.Optional;
import org.crmkit.core.profile.Profile;
import org.jspecify.annotations.Nullable;

/**
 * A condition that is to be explained for many customers who come one by one: what does not depend on the customer was worked out once.
 *
 * <p>For a whole population there is {@link CompiledCondition}, which needs them all at hand. Immutable and safe to share between threads; equal if the
 * conditions are.
 */
public final class PreparedCondition {
    private final Plan plan;
    private final String hash;
    private final Outlook outlook;
    /** Empty where it depends on what the segments mean, which the context knows. */
    private final Optional<Alternatives> alternatives;

    private PreparedCondition(Plan plan) {
        this.plan = plan;
        this.hash = plan.condition().hash();
        this.outlook = new Outlook(plan);
        this.alternatives = plan.leaves().stream().anyMatch(Leaf.InSegment.class::isInstance)
                ? Optional.empty()
                : Optional.of(Alternatives.of(plan));
    }

    static PreparedCondition of(Condition condition) {
        return new PreparedCondition(Plan.of(condition));
    }

    /**
     * Returns what was prepared.
     *
     * @return the condition
     */
    public Condition condition() {
        return plan.condition();
    }

    /**
     * Asks a profile, and says why, until when, and what would turn the answer.
     *
     * @param profile the customer
     * @param context the moment, the segments referred to, consents, and what else is given
     * @return what {@link Condition#explain(Profile, EvaluationContext)} returns
     */
    public Verdict explain(Profile profile, EvaluationContext context) {
        return new Explainer(this, checkNotNull(context, "context")).explain(Interpreter.of(profile, context));
    }

    Plan plan() {
        return plan;
    }

    String hash() {
        return hash;
    }

    Outlook outlook() {
        return outlook;
    }

    Optional<Alternatives> alternatives() {
        return alternatives;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PreparedCondition that && condition().equals(that.condition());
    }

    @Override
    public int hashCode() {
        return condition().hashCode();
    }

    /** Returns the condition in words. */
    @Override
    public String toString() {
        return condition().toString();
    }
}
