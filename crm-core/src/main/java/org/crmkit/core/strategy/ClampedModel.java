package org.crmkit.core.strategy;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.util.List;
import java.util.Optional;
import org.crmkit.core.explain.Explanation;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.profile.Profile;
import org.crmkit.core.score.Scale;
import org.crmkit.core.score.Score;
import org.crmkit.core.score.ScoreKey;

/**
 * A model whose numbers are kept within bounds; made by {@link Combined#clamped}.
 *
 * @param name the name of the score
 * @param low the smallest number, finite
 * @param high the largest number, finite, above {@code low}
 * @param model what gives the numbers
 */
public record ClampedModel(String name, double low, double high, ScoringModel<?> model)
        implements ScoringModel<Double> {

    /**
     * Checks the order of the bounds.
     *
     * @param name the name of the score
     * @param low the smallest number
     * @param high the largest number
     * @param model what gives the numbers
     */
    public ClampedModel {
        ScoreKey.number(name);
        checkArgument(
                Double.isFinite(low) && Double.isFinite(high) && low < high,
                "low must be below high and both finite, was low=%s, high=%s",
                low,
                high);
        checkNotNull(model, "model");
    }

    @Override
    public ScoreKey<Double> key() {
        return ScoreKey.number(name);
    }

    /** Returns what the parts were fitted on, taken together: the worst outcome counts. */
    @Override
    public FittedOn fittedOn() {
        return Parts.fittedOn(List.of(model));
    }

    /** Returns drift if a part has drifted; empty if no part can say. */
    @Override
    public Optional<Drift> drift(CustomerBase today, ScoringContext context) {
        return Parts.drift(List.of(model), today, context);
    }

    @Override
    public Score<Double> score(Profile profile, ScoringContext context) {
        Score<?> score = model.score(profile, context);
        if (!(score instanceof Score.Known<?> known)) {
            return Score.abstain(((Score.Abstained<?>) score).reason());
        }
        int chosen = known.points() < low ? 1 : known.points() > high ? 2 : 0;
        Explanation why = new Explanation.Choice(
                name,
                "clamped",
                chosen,
                List.of(
                        known.explanation(),
                        Explanation.fact(name + ".low", low),
                        Explanation.fact(name + ".high", high)));
        Scale scale =
                new Scale(low, high, known.scale().direction(), known.scale().unit());
        return Score.of(why.value(), scale, why);
    }
}
