package org.crmkit.core.json;

import org.crmkit.core.explain.Explanation;
import org.crmkit.core.profile.Profile;
import org.crmkit.core.score.Scale;
import org.crmkit.core.score.Score;
import org.crmkit.core.score.ScoreKey;
import org.crmkit.core.strategy.ScoringContext;
import org.crmkit.core.strategy.ScoringModel;

/** A host's own model, as an extension author would write it: a record, without a word of JSON. */
record OwnModel(double factor) implements ScoringModel<Double> {
    @Override
    public ScoreKey<Double> key() {
        return ScoreKey.number("own");
    }

    @Override
    public Score<Double> score(Profile profile, ScoringContext context) {
        double value = factor * Math.min(10, profile.summary().orders());
        return Score.of(value, new Scale(0, 10, Scale.Direction.HIGHER_IS_BETTER, ""), Explanation.fact("own", value));
    }
}
