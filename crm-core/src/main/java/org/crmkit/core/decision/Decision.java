package org.crmkit.core.decision;

import static com.google.common.base.Preconditions.checkNotNull;

import java.time.Instant;
import java.util.Collection;
import org.crmkit.core.customer.CustomerId;

/**
 * The record of one decision: who or what decided, on which inputs, under which version, with which outcome and why.
 *
 * @param id the key of the record
 * @param actor who asked: a person or a process
 * @param ruleId the rule that decided
 * @param ruleVersion its version then
 * @param decisionCase the inputs
 * @param outcome what was decided, and why
 */
public record Decision(
        String id, String actor, String ruleId, String ruleVersion, DecisionCase decisionCase, Outcome outcome)
        implements LogEntry {

    /**
     * Checks the parts.
     *
     * @param id the key of the record
     * @param actor who asked
     * @param ruleId the rule that decided
     * @param ruleVersion its version then
     * @param decisionCase the inputs
     * @param outcome what was decided
     */
    public Decision {
        Checks.name(id, "id");
        Checks.name(actor, "actor");
        Checks.name(ruleId, "ruleId");
        Checks.name(ruleVersion, "ruleVersion");
        checkNotNull(decisionCase, "decisionCase");
        checkNotNull(outcome, "outcome");
    }

    @Override
    public CustomerId subject() {
        return decisionCase.subject();
    }

    @Override
    public Instant at() {
        return decisionCase.asOf().instant();
    }

    /**
     * Decides the case again.
     *
     * @param rules the rules at hand, of any versions
     * @return whether the rule of the recorded version is among them, and whether it still says the same
     */
    public Replay replay(Collection<? extends DecisionRule> rules) {
        for (DecisionRule rule : rules) {
            if (rule.id().equals(ruleId) && rule.version().equals(ruleVersion)) {
                Outcome now = rule.decide(decisionCase);
                return now.equals(outcome) ? new Replay.Confirmed() : new Replay.Different(outcome, now);
            }
        }
        return new Replay.RuleMissing(ruleId, ruleVersion);
    }
}
