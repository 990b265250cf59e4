package org.crmkit.core.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.crmkit.core.activity.ActivityLog;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.score.Score;
import org.crmkit.core.score.ScoreColumn;
import org.crmkit.core.strategy.ScoringContext;
import org.crmkit.core.strategy.ScoringModel;
import org.crmkit.core.strategy.ScoringStrategy;

/**
 * What every {@link ScoringStrategy} promises; implement it in a test class of your own.
 *
 * <ol>
 *   <li>any population can be fitted, the empty one too, and the model says what it was fitted on;
 *   <li>the same population gives the same model;
 *   <li>a fitted model scores its own population all at once as one by one;
 *   <li>a fitted model scores a customer it has not seen.
 * </ol>
 *
 * @param <S> the type of the score's value
 */
public interface ScoringStrategyContract<S> {
    /** How many populations each rule is tried on. */
    int TRIES = 30;

    /**
     * Returns the strategy under test.
     *
     * @return a strategy
     */
    ScoringStrategy<S> strategy();

    /**
     * Returns the populations that the rules are tried on; replace it where the strategy needs attributes.
     *
     * @return random populations
     */
    @Provide
    default Arbitrary<CustomerBase> populations() {
        return Populations.bases();
    }

    /**
     * Rule 1: any population can be fitted, and the model says what it was fitted on.
     *
     * @param base a population
     */
    @Property(tries = TRIES)
    default void rule1_anyPopulationCanBeFitted(@ForAll("populations") CustomerBase base) {
        ScoringModel<S> model = strategy().fit(base, at(base));
        assertThat(model.fittedOn()).isNotNull();
        CustomerBase empty = CustomerBase.of(ActivityLog.of(List.of(), Populations.CENTS), Populations.AS_OF);
        assertThat(strategy().fit(empty, at(empty)).scoreAll(empty, at(empty)).size())
                .isZero();
    }

    /**
     * Rule 2: the same population gives the same model.
     *
     * @param base a population
     */
    @Property(tries = TRIES)
    default void rule2_samePopulationSameModel(@ForAll("populations") CustomerBase base) {
        assertSameScores(base, strategy().fit(base, at(base)), strategy().fit(base, at(base)));
    }

    /**
     * Rule 3: a fitted model scores its own population all at once as one by one.
     *
     * @param base a population
     */
    @Property(tries = TRIES)
    default void rule3_fittedModelScoresItsPopulationAlike(@ForAll("populations") CustomerBase base) {
        ScoringModel<S> model = strategy().fit(base, at(base));
        ScoreColumn<S> all = model.scoreAll(base, at(base));
        for (int row = 0; row < base.size(); row++) {
            assertThat(all.score(row)).isEqualTo(model.score(base.profile(row), at(base)));
        }
    }

    /**
     * Rule 4: a fitted model scores a customer it has not seen.
     *
     * @param base a population to learn from
     * @param others a population to score
     */
    @Property(tries = TRIES)
    default void rule4_fittedModelScoresStrangers(
            @ForAll("populations") CustomerBase base, @ForAll("populations") CustomerBase others) {
        ScoringModel<S> model = strategy().fit(base, at(base));
        for (Score<S> score : all(model, others)) {
            assertThat(score).isNotNull();
        }
    }

    private static <S> void assertSameScores(CustomerBase base, ScoringModel<S> a, ScoringModel<S> b) {
        assertThat(all(a, base)).isEqualTo(all(b, base));
    }

    private static <S> List<Score<S>> all(ScoringModel<S> model, CustomerBase base) {
        ScoreColumn<S> column = model.scoreAll(base, at(base));
        return IntStream.range(0, base.size()).mapToObj(column::score).toList();
    }

    private static ScoringContext at(CustomerBase base) {
        return ScoringContext.at(base.asOf());
    }
}
