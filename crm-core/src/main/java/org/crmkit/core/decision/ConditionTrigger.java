package org.crmkit.core.decision;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.time.Instant;
import java.util.List;
import org.crmkit.core.condition.EvaluationContext;
import org.crmkit.core.condition.MembershipPolicy;
import org.crmkit.core.condition.PreparedCondition;
import org.crmkit.core.condition.Verdict;
import org.crmkit.core.profile.Profile;
import org.crmkit.core.time.AsOf;

/** The first of some conditions that holds, asked at the instant as if nothing had happened since the profile was made. */
record ConditionTrigger(String id, List<Case> cases, EvaluationContext context, MembershipPolicy policy)
        implements Trigger<Profile> {

    /** A condition and its label, prepared for the many customers who are enrolled one by one. */
    record Case(String label, PreparedCondition condition) {
        static Case of(LabeledCondition labeled) {
            return new Case(labeled.label(), labeled.condition().prepared());
        }
    }

    static ConditionTrigger of(
            String id, List<LabeledCondition> cases, EvaluationContext context, MembershipPolicy policy) {
        return new ConditionTrigger(id, cases.stream().map(Case::of).toList(), context, policy);
    }

    ConditionTrigger {
        Checks.name(id, "id");
        cases = List.copyOf(cases);
        checkArgument(!cases.isEmpty(), "cases of %s must not be empty", id);
        checkNotNull(context, "context");
        checkNotNull(policy, "policy");
    }

    @Override
    public Signal observe(Profile profile, Instant at) {
        EvaluationContext then =
                context.withAsOf(AsOf.of(at, context.asOf(profile).zone()));
        Instant validUntil = Instant.MAX;
        for (Case each : cases) {
            Verdict verdict = each.condition().explain(profile, then);
            validUntil = verdict.validUntil().isBefore(validUntil) ? verdict.validUntil() : validUntil;
            if (policy.admits(verdict.truth())) {
                // What comes after the first that holds decides nothing as long as it holds.
                return Signal.on(each.label(), validUntil);
            }
        }
        return Signal.off(validUntil);
    }
}
