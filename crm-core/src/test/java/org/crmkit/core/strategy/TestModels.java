package org.crmkit.core.strategy;

import java.util.Optional;
import org.crmkit.core.explain.Explanation;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.profile.Profile;
import org.crmkit.core.score.Abstention;
import org.crmkit.core.score.Scale;
import org.crmkit.core.score.Score;
import org.crmkit.core.score.ScoreKey;

/** Small models that lean on one number of the summary each. */
final class TestModels {
    private TestModels() {}

    /** Days of silence, at most a year; abstains without purchases. */
    record Silence() implements ScoringModel<Double> {
        @Override
        public ScoreKey<Double> key() {
            return ScoreKey.number("silence");
        }

        @Override
        public Score<Double> score(Profile profile, ScoringContext context) {
            return profile.summary()
                    .lastPurchase()
                    .map(day -> Math.min(365.0, context.asOf().daysSince(day)))
                    .map(days -> Score.of(
                            days,
                            new Scale(0, 365, Scale.Direction.LOWER_IS_BETTER, "day"),
                            Explanation.fact("silence", days)))
                    .orElseGet(() -> Score.abstain(Abstention.NO_PURCHASES));
        }
    }

    /** The number of refunds on an open scale; never abstains. */
    record Refunds() implements ScoringModel<Double> {
        @Override
        public ScoreKey<Double> key() {
            return ScoreKey.number("refunds");
        }

        @Override
        public Score<Double> score(Profile profile, ScoringContext context) {
            double refunds = profile.summary().refunds();
            return Score.of(refunds, Scale.amount("refund"), Explanation.fact("refunds", refunds));
        }
    }

    /** Says of everybody the same, and of itself what it is told. */
    record Fitted(String name, FittedOn fittedOn, Optional<Drift> found) implements ScoringModel<Double> {
        @Override
        public ScoreKey<Double> key() {
            return ScoreKey.number(name);
        }

        @Override
        public Score<Double> score(Profile profile, ScoringContext context) {
            return Score.of(1, Scale.oneTo(2), Explanation.fact(name, 1));
        }

        @Override
        public Optional<Drift> drift(CustomerBase today, ScoringContext context) {
            return found;
        }
    }

    static ScoringStrategy<Double> boundedRefunds() {
        return Combined.clamped("bounded-refunds", 0, 3, new Refunds());
    }
}
