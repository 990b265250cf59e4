package org.crmkit.core.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.crmkit.core.decision.Decision;
import org.crmkit.core.decision.DecisionCase;
import org.crmkit.core.decision.DecisionRule;
import org.crmkit.core.decision.Outcome;

/**
 * What every {@link DecisionRule} promises; implement it in a test class of your own.
 *
 * <ol>
 *   <li>the same case gets the same outcome, from any thread;
 *   <li>a recorded decision is confirmed when it is replayed;
 *   <li>every outcome says why, and its explanation recombines to its value.
 * </ol>
 */
public interface DecisionRuleContract {
    /** How many cases each rule is tried on. */
    int TRIES = 200;

    /**
     * Returns the rule under test.
     *
     * @return the rule
     */
    DecisionRule rule();

    /**
     * Returns the cases that the rules are tried on.
     *
     * @return random cases, those with missing inputs among them
     */
    @Provide
    Arbitrary<DecisionCase> cases();

    /** Rule 1: the same case gets the same outcome, from any thread. */
    @Property(tries = TRIES)
    default void rule1_sameCaseSameOutcome(@ForAll("cases") DecisionCase decisionCase) {
        DecisionRule rule = rule();
        Outcome outcome = rule.decide(decisionCase);
        assertThat(IntStream.range(0, 4)
                        .parallel()
                        .mapToObj(i -> rule.decide(decisionCase))
                        .toList())
                .containsOnly(outcome);
    }

    /** Rule 2: a recorded decision is confirmed when it is replayed. */
    @Property(tries = TRIES)
    default void rule2_replayConfirms(@ForAll("cases") DecisionCase decisionCase) {
        Decision decision = rule().record("id", "contract", decisionCase);
        assertThat(decision.replay(List.of(rule())).isConfirmed()).isTrue();
    }

    /** Rule 3: every outcome says why, and its explanation recombines to its value. */
    @Property(tries = TRIES)
    default void rule3_outcomeSaysWhy(@ForAll("cases") DecisionCase decisionCase) {
        Outcome outcome = rule().decide(decisionCase);
        assertThat(outcome.reasons().isEmpty() && outcome.explanation().isEmpty())
                .isFalse();
        outcome.explanation().ifPresent(explanation -> {
            double tolerance = ScoringModelContract.RELATIVE_TOLERANCE * Math.max(1, Math.abs(explanation.value()));
            assertThat(Math.abs(explanation.recombined() - explanation.value())).isLessThanOrEqualTo(tolerance);
        });
    }
}
