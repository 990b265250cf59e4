package org.crmkit.core.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.data.Offset;
import org.crmkit.core.explain.Explanation;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.score.Score;
import org.crmkit.core.score.ScoreColumn;
import org.crmkit.core.strategy.ScoringContext;
import org.crmkit.core.strategy.ScoringModel;

/**
 * What every {@link ScoringModel} promises; implement it in a test class of your own.
 *
 * <ol>
 *   <li>scoring a population equals scoring its customers one by one;
 *   <li>the parts of an explanation recombine to the score;
 *   <li>the same profile gets the same score, from any thread;
 *   <li>a score is known and on its scale, or abstains with a reason a person can read;
 *   <li>a known score can be told as text in any language;
 *   <li>a base carries the scores under the model's key, and its profiles show them;
 *   <li>fitting a fitted model changes nothing.
 * </ol>
 *
 * @param <S> the type of the score's value
 */
public interface ScoringModelContract<S> {
    /** How far a recombined explanation may be from the score. */
    double RELATIVE_TOLERANCE = 1e-9;

    /** How many populations each rule is tried on. */
    int TRIES = 50;

    /**
     * Returns the model under test.
     *
     * @return a fitted model
     */
    ScoringModel<S> model();

    /**
     * Returns the populations that the rules are tried on; replace it where the model needs attributes.
     *
     * @return random populations
     */
    @Provide
    default Arbitrary<CustomerBase> populations() {
        return Populations.bases();
    }

    /**
     * Rule 1: scoring a population equals scoring its customers one by one.
     *
     * @param base a population
     */
    @Property(tries = TRIES)
    default void rule1_scoringAllEqualsScoringOneByOne(@ForAll("populations") CustomerBase base) {
        ScoreColumn<S> column = model().scoreAll(base, at(base));
        assertThat(column.size()).isEqualTo(base.size());
        for (int row = 0; row < base.size(); row++) {
            Score<S> alone = model().score(base.profile(row), at(base));
            assertThat(column.score(row)).isEqualTo(alone);
            assertThat(Double.valueOf(column.numbers().get(row)))
                    .isEqualTo(Double.valueOf(alone.number().orElse(Double.NaN)));
        }
    }

    /**
     * Rule 2: the parts of an explanation recombine to the score.
     *
     * @param base a population
     */
    @Property(tries = TRIES)
    default void rule2_explanationRecombinesToScore(@ForAll("populations") CustomerBase base) {
        for (Score<S> score : scores(base)) {
            if (score instanceof Score.Known<S> known) {
                Explanation why = known.explanation();
                assertThat(why.recombined())
                        .as(() -> why.toText(Locale.ENGLISH))
                        .isCloseTo(known.points(), Offset.offset(RELATIVE_TOLERANCE * Math.abs(known.points())));
            }
        }
    }

    /**
     * Rule 3: the same profile gets the same score, from any thread.
     *
     * @param base a population
     */
    @Property(tries = TRIES)
    default void rule3_sameProfileSameScoreFromAnyThread(@ForAll("populations") CustomerBase base) {
        List<Score<S>> once = scores(base);
        List<Score<S>> again = IntStream.range(0, base.size())
                .parallel()
                .mapToObj(row -> model().score(base.profile(row), at(base)))
                .toList();
        assertThat(again).isEqualTo(once);
    }

    /**
     * Rule 4: a score is known and on its scale, or abstains with a reason.
     *
     * @param base a population
     */
    @Property(tries = TRIES)
    default void rule4_scoreIsOnItsScaleOrAbstainsWithReason(@ForAll("populations") CustomerBase base) {
        for (Score<S> score : scores(base)) {
            if (score instanceof Score.Known<S> known) {
                assertThat(known.scale().contains(known.points())).isTrue();
            } else {
                assertThat(((Score.Abstained<S>) score).reason().detail()).isNotBlank();
            }
        }
    }

    /**
     * Rule 5: a known score can be told as text in any language.
     *
     * @param base a population
     */
    @Property(tries = TRIES)
    default void rule5_scoreCanBeToldAsText(@ForAll("populations") CustomerBase base) {
        for (Score<S> score : scores(base)) {
            if (score instanceof Score.Known<S> known) {
                for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINESE, Locale.ROOT)) {
                    assertThat(known.explanation().toText(locale)).isNotBlank();
                }
            }
        }
    }

    /**
     * Rule 6: a base carries the scores under the model's key, and its profiles show them.
     *
     * @param base a population
     */
    @Property(tries = TRIES)
    default void rule6_baseCarriesScoresUnderTheModelsKey(@ForAll("populations") CustomerBase base) {
        CustomerBase scored = model().addTo(base, at(base));
        assertThat(scored.scoreKeys()).contains(model().key());
        for (int row = 0; row < scored.size(); row++) {
            assertThat(scored.profile(row).score(model().key())).contains(model().score(base.profile(row), at(base)));
        }
    }

    /**
     * Rule 7: fitting a fitted model changes nothing.
     *
     * @param base a population
     */
    @Property(tries = TRIES)
    default void rule7_fittingAFittedModelChangesNothing(@ForAll("populations") CustomerBase base) {
        ScoringModel<S> refitted = model().fit(base, at(base));
        assertThat(refitted.key()).isEqualTo(model().key());
        for (int row = 0; row < base.size(); row++) {
            assertThat(refitted.score(base.profile(row), at(base)))
                    .isEqualTo(model().score(base.profile(row), at(base)));
        }
    }

    private List<Score<S>> scores(CustomerBase base) {
        List<Score<S>> scores = new ArrayList<>();
        for (int row = 0; row < base.size(); row++) {
            scores.add(model().score(base.profile(row), at(base)));
        }
        return scores;
    }

    private static ScoringContext at(CustomerBase base) {
        return ScoringContext.at(base.asOf());
    }
}
