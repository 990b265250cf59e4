package org.crmkit.core.decision;

/**
 * A rule that decides about customers and can be held to it later.
 *
 * <p>It decides one kind of question. It may assume that the case holds all it may depend on: no clock, no lookup, no chance. It must return the same
 * outcome for the same case, for ever, under one version; whoever changes what it decides changes its version. It must be thread-safe. A refusal is an
 * outcome with reasons, never an exception.
 */
public interface DecisionRule {

    /**
     * Returns the name of the rule.
     *
     * @return 1 to 200 characters
     */
    String id();

    /**
     * Returns the version of the rule.
     *
     * @return 1 to 200 characters
     */
    String version();

    /**
     * Returns the outcome of a case.
     *
     * @param decisionCase all that the decision may depend on
     * @return the outcome with its reasons
     */
    Outcome decide(DecisionCase decisionCase);

    /**
     * Decides and keeps the record.
     *
     * @param decisionId the key of the record, given by the host
     * @param actor who asked: a person or a process
     * @param decisionCase all that the decision may depend on
     * @return the record
     */
    default Decision record(String decisionId, String actor, DecisionCase decisionCase) {
        return new Decision(decisionId, actor, id(), version(), decisionCase, decide(decisionCase));
    }
}
