package org.crmkit.core.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.assertj.core.data.Offset;
import org.crmkit.core.activity.ActivityLog;
import org.crmkit.core.activity.Interaction;
import org.crmkit.core.activity.Purchase;
import org.crmkit.core.activity.Refund;
import org.crmkit.core.money.Money;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.progress.Progress;
import org.crmkit.core.score.Abstention;
import org.crmkit.core.score.Score;
import org.crmkit.core.tck.Populations;
import org.junit.jupiter.api.Test;

class ScorecardTest {
    private static final ScoringContext NOW = ScoringContext.at(Populations.AS_OF);
    private static final Money TEN = Money.ofMinor(1000, Populations.EUR);
    /** Customer 1 bought 73 days ago and took one purchase back; customer 2 was only called. */
    private static final CustomerBase BASE = CustomerBase.of(
            ActivityLog.of(
                    List.of(
                            Purchase.of("p1", "1", Populations.AS_OF.instant().minus(Duration.ofDays(73)), TEN),
                            Refund.of("r1", "1", Populations.AS_OF.instant(), TEN, "p1"),
                            Interaction.of("i1", "2", Populations.AS_OF.instant(), Interaction.Kind.CALL)),
                    Populations.CENTS),
            Populations.AS_OF);

    @Test
    void score_isWeightedShareOfGood() {
        ScoringModel<Double> card = card(WhenAbstained.ABSTAIN);
        Score<Double> score = card.score(BASE.profile(0), NOW);
        // silence 73 of 365 days: 0.8 good; 1 of at most 3 refunds counts as 1/3; weights 3 and 1
        assertThat(score.number().orElseThrow()).isCloseTo(100 * (0.75 * 0.8 + 0.25 / 3), within());
        assertThat(((Score.Known<Double>) score).explanation().toText(Locale.ENGLISH))
                .contains("silence: 60 (weight 75)", "silence, as a share of its scale: 0.8 (from score 73)");
    }

    @Test
    void score_partAbstains_followsTheChoice() {
        assertThat(card(WhenAbstained.ABSTAIN).score(BASE.profile(1), NOW))
                .isEqualTo(Score.abstain(Abstention.missingScore("silence")));
        assertThat(card(WhenAbstained.REWEIGHT).score(BASE.profile(1), NOW).number())
                .hasValue(0);
        assertThat(card(WhenAbstained.WORST).score(BASE.profile(1), NOW).number())
                .hasValue(0);
        assertThat(card(WhenAbstained.REWEIGHT).score(BASE.profile(0), NOW))
                .isEqualTo(card(WhenAbstained.ABSTAIN).score(BASE.profile(0), NOW));
    }

    @Test
    void score_openScale_teachesTheWayOut() {
        Scorecard open =
                Scorecard.named("open").add(1, new TestModels.Refunds()).build();
        assertThatThrownBy(() -> open.fit(BASE, NOW).score(BASE.profile(0), NOW))
                .hasMessageContaining("scale of part refunds must be bounded")
                .hasMessageContaining("Combined.clamped");
    }

    @Test
    void combined_choosesAsItSays() {
        ScoringStrategy<Double> first =
                Combined.firstKnown("first", new TestModels.Silence(), new TestModels.Refunds());
        assertThat(first.fit(BASE, NOW).score(BASE.profile(0), NOW).number()).hasValue(73);
        assertThat(first.fit(BASE, NOW).score(BASE.profile(1), NOW).number()).hasValue(0);
        ScoringStrategy<Double> largest = Combined.largest("most", new TestModels.Refunds(), new TestModels.Silence());
        assertThat(largest.fit(BASE, NOW).score(BASE.profile(0), NOW).number()).hasValue(73);
        ScoringStrategy<Double> smallest =
                Combined.smallest("least", new TestModels.Refunds(), new TestModels.Silence());
        assertThat(smallest.fit(BASE, NOW).score(BASE.profile(0), NOW).number()).hasValue(1);
    }

    @Test
    void weights_refuseZeroAndNaN() {
        Scorecard.Builder builder = Scorecard.named("x");
        for (double weight : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> builder.add(weight, new TestModels.Silence()))
                    .hasMessage("weight must be in (0, infinity), was " + weight);
        }
        assertThatThrownBy(builder::build).hasMessage("parts of scorecard x must not be empty");
    }

    @Test
    void weights_refuseASumBeyondAllNumbers() {
        Scorecard.Builder builder = Scorecard.named("x")
                .add(Double.MAX_VALUE, new TestModels.Silence())
                .add(Double.MAX_VALUE, TestModels.boundedRefunds());
        assertThatThrownBy(builder::build).hasMessage("weights of scorecard x must have a finite sum, was Infinity");
    }

    @Test
    void fittedOnAndDrift_areThoseOfTheParts() {
        FittedOn march = FittedOn.converged(5, Populations.AS_OF);
        FittedOn poor = new FittedOn(
                3, Optional.empty(), Optional.empty(), Optional.empty(), FittedOn.Outcome.NOT_CONVERGED, "gave up");
        Drift.Finding finding = new Drift.Finding("bands", 9, 0.01, true);
        ScoringModel<Double> calm = new TestModels.Fitted("calm", march, Optional.empty());
        ScoringModel<Double> moved =
                new TestModels.Fitted("moved", poor, Optional.of(new Drift(true, 0.5, List.of(finding))));
        ScorecardModel card = Scorecard.named("card")
                .add(1, calm)
                .add(1, moved)
                .add(1, new TestModels.Silence())
                .build()
                .fit(BASE, NOW);
        assertThat(card.fittedOn())
                .isEqualTo(new FittedOn(
                        5,
                        Optional.empty(),
                        march.asOf(),
                        Optional.empty(),
                        FittedOn.Outcome.NOT_CONVERGED,
                        "moved: gave up"));
        assertThat(card.drift(BASE, NOW))
                .contains(new Drift(true, 0.5, List.of(new Drift.Finding("moved.bands", 9, 0.01, true))));
        assertThat(Combined.firstKnown("any", calm, moved).fit(BASE, NOW).fittedOn())
                .isEqualTo(card.fittedOn());
        assertThat(Combined.clamped("bound", 0, 1, calm).fit(BASE, NOW).fittedOn())
                .isEqualTo(march);
        assertThat(Combined.clamped("bound", 0, 1, calm).fit(BASE, NOW).drift(BASE, NOW))
                .isEmpty();
        assertThat(card(WhenAbstained.ABSTAIN).fittedOn()).isEqualTo(FittedOn.NOTHING);
    }

    @Test
    void scoreAll_canBeStopped() {
        Progress stop = new Progress() {
            @Override
            public void advanced(long done, long total) {
                assertThat(done).isLessThanOrEqualTo(total);
            }

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        ScoringModel<Double> model = new TestModels.Silence();
        assertThatThrownBy(() -> model.scoreAll(BASE, new ScoringContext(Populations.AS_OF, stop)))
                .isInstanceOf(CancellationException.class)
                .hasMessage("stopped after 2 of 2");
    }

    private static ScoringModel<Double> card(WhenAbstained choice) {
        return Scorecard.named("card")
                .add(3, new TestModels.Silence())
                .add(1, TestModels.boundedRefunds())
                .whenAbstained(choice)
                .build()
                .fit(BASE, NOW);
    }

    private static Offset<Double> within() {
        return Offset.offset(1e-12);
    }
}
