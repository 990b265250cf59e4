package org.crmkit.examples.quickstart;

import org.crmkit.core.explain.Explanation;
import org.crmkit.core.profile.Profile;
import org.crmkit.core.score.Abstention;
import org.crmkit.core.score.Scale;
import org.crmkit.core.score.Score;
import org.crmkit.core.score.ScoreKey;
import org.crmkit.core.strategy.ScoringContext;
import org.crmkit.core.strategy.ScoringModel;

/** A scorer of one's own: days of silence, up to a year; SilenceContractTest runs the test kit's contract on it. */
record Silence() implements ScoringModel<Double> {

    @Override
    public ScoreKey<Double> key() {
        return ScoreKey.number("silence");
    }

    @Override
    public Score<Double> score(Profile profile, ScoringContext context) {
        if (!profile.summary().hasPurchases()) {
            return Score.abstain(Abstention.NO_PURCHASES);
        }
        double days = Math.min(
                365, context.asOf().daysSince(profile.summary().lastPurchase().orElseThrow()));
        return Score.of(
                days, new Scale(0, 365, Scale.Direction.LOWER_IS_BETTER, "day"), Explanation.fact("silence", days));
    }
}
