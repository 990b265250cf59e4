package org.crmkit.core.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.crmkit.core.condition.CompiledCondition;
import org.crmkit.core.condition.Condition;
import org.crmkit.core.condition.ConditionVocabulary;
import org.crmkit.core.condition.Conditions;
import org.crmkit.core.condition.CustomCondition;
import org.crmkit.core.condition.EvaluationContext;
import org.crmkit.core.condition.Truth;
import org.crmkit.core.condition.TruthColumn;
import org.crmkit.core.condition.Verdict;
import org.crmkit.core.condition.json.ConditionJson;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.profile.Profile;
import org.crmkit.core.time.AsOf;

/**
 * What every own kind of condition must keep to.
 *
 * <p>An extension author implements {@link #condition()} and {@link #vocabulary()} in a test class; the rules then run as properties on random
 * populations. Own attribute keys are proven the same way: by a condition that reads them.
 */
public interface ConditionContract {
    /** How often each rule is tried. */
    int TRIES = 20;

    /**
     * Returns the condition to be proven.
     *
     * @return an own node
     */
    CustomCondition condition();

    /**
     * Returns the vocabulary that reads the condition back from JSON.
     *
     * @return a vocabulary with the extension registered
     */
    ConditionVocabulary vocabulary();

    /**
     * Returns the context in which the condition is asked.
     *
     * @return the standard context unless overridden
     */
    default EvaluationContext context() {
        return EvaluationContext.STANDARD;
    }

    /**
     * Returns the populations on which the rules run.
     *
     * @return random populations with purchases, refunds and contacts
     */
    @Provide
    default Arbitrary<CustomerBase> conditionBases() {
        return Populations.bases();
    }

    /** Rule 1: the same question has the same answer, and throws for no one. */
    @Property(tries = TRIES)
    default void rule1_answersAreRepeatable(@ForAll("conditionBases") CustomerBase base) {
        for (int row = 0; row < base.size(); row++) {
            Truth first = condition().evaluate(base.profile(row), context());
            assertThat(condition().evaluate(base.profile(row), context())).isEqualTo(first);
        }
    }

    /** Rule 2: the columnar form answers as the plain one does. */
    @Property(tries = TRIES)
    default void rule2_columnsAgreeWithProfiles(@ForAll("conditionBases") CustomerBase base) {
        Condition condition = Conditions.custom(condition());
        TruthColumn column = CompiledCondition.of(condition, base, context()).evaluate();
        for (int row = 0; row < base.size(); row++) {
            assertThat(column.get(row)).isEqualTo(condition.evaluate(base.profile(row), context()));
        }
    }

    /** Rule 3: up to the instant that is named, time alone does not change the answer. */
    @Property(tries = TRIES)
    default void rule3_answersHoldUntilTheNextChange(@ForAll("conditionBases") CustomerBase base) {
        Condition condition = Conditions.custom(condition());
        for (int row = 0; row < base.size(); row++) {
            Profile profile = base.profile(row);
            Verdict verdict = condition.explain(profile, context());
            for (int hours : List.of(1, 24, 24 * 7, 24 * 40)) {
                Instant later = context().asOf(profile).instant().plusSeconds(hours * 3_600L);
                if (later.isBefore(verdict.validUntil())) {
                    assertThat(condition.evaluate(
                                    profile,
                                    context()
                                            .withAsOf(new AsOf(
                                                    later,
                                                    context().asOf(profile).zone()))))
                            .isEqualTo(verdict.truth());
                }
            }
        }
    }

    /** Rule 4: written as JSON and read back, it is equal. */
    @Property(tries = 1)
    default void rule4_jsonRoundTripIsIdentity() {
        Condition condition = Conditions.custom(condition());
        Condition read = ConditionJson.of(vocabulary()).readCondition(condition.toJson());
        assertThat(read).isEqualTo(condition).hasSameHashCodeAs(condition);
        assertThat(read.toJson()).isEqualTo(condition.toJson());
    }

    /** Rule 5: it says what it reads, and its words are not blank; without words of its own its type stands for it. */
    @Property(tries = 1)
    default void rule5_inputsAreDeclaredAndWordsAreFound() {
        assertThat(condition().inputs()).isNotEmpty();
        for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
            assertThat(Conditions.custom(condition()).toText(locale))
                    .isNotBlank()
                    .contains(condition().toText(locale).orElse(condition().type()));
        }
    }
}
