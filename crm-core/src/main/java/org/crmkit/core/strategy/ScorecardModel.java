package org.crmkit.core.strategy;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crmkit.core.explain.Explanation;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.profile.Profile;
import org.crmkit.core.score.Abstention;
import org.crmkit.core.score.Scale;
import org.crmkit.core.score.Score;
import org.crmkit.core.score.ScoreKey;

/**
 * A fitted {@link Scorecard}.
 *
 * @param name the name of the score
 * @param parts the fitted parts, at least one
 * @param whenAbstained what to do when a part abstains
 */
public record ScorecardModel(String name, List<Part> parts, WhenAbstained whenAbstained)
        implements ScoringModel<Double> {

    /**
     * Checks that there are parts.
     *
     * @param name the name of the score
     * @param parts the fitted parts
     * @param whenAbstained what to do when a part abstains
     */
    public ScorecardModel {
        ScoreKey.number(name);
        parts = List.copyOf(parts);
        checkArgument(!parts.isEmpty(), "parts of scorecard %s must not be empty", name);
        checkNotNull(whenAbstained, "whenAbstained");
        double total = parts.stream().mapToDouble(Part::weight).sum();
        checkArgument(Double.isFinite(total), "weights of scorecard %s must have a finite sum, was %s", name, total);
    }

    @Override
    public ScoreKey<Double> key() {
        return ScoreKey.number(name);
    }

    /** Returns what the parts were fitted on, taken together: the worst outcome counts. */
    @Override
    public FittedOn fittedOn() {
        return Parts.fittedOn(parts.stream().map(Part::model).toList());
    }

    /** Returns drift if a part has drifted; empty if no part can say. */
    @Override
    public Optional<Drift> drift(CustomerBase today, ScoringContext context) {
        return Parts.drift(parts.stream().map(Part::model).toList(), today, context);
    }

    @Override
    public Score<Double> score(Profile profile, ScoringContext context) {
        List<Part> counted = new ArrayList<>();
        List<Explanation> shares = new ArrayList<>();
        double totalWeight = 0;
        for (Part part : parts) {
            Score<?> score = part.model().score(profile, context);
            if (!score.isKnown() && whenAbstained == WhenAbstained.ABSTAIN) {
                return Score.abstain(Abstention.missingScore(part.model().key().name()));
            }
            if (score.isKnown() || whenAbstained == WhenAbstained.WORST) {
                counted.add(part);
                shares.add(share(part, score));
                totalWeight += part.weight();
            }
        }
        if (counted.isEmpty()) {
            return Score.abstain(
                    Abstention.missingScore(parts.get(0).model().key().name()));
        }
        List<Explanation> weighted = new ArrayList<>();
        for (int i = 0; i < shares.size(); i++) {
            double weight = Scorecard.SCALE.high() * counted.get(i).weight() / totalWeight;
            weighted.add(new Explanation.Weighted(counted.get(i).model().key().name(), weight, shares.get(i)));
        }
        Explanation sum = Explanation.sum(name, weighted);
        return Score.of(Math.min(sum.value(), Scorecard.SCALE.high()), Scorecard.SCALE, sum);
    }

    /** Brings a score to [0, 1], 1 being good; an abstention counts as the worst. */
    private static Explanation share(Part part, Score<?> score) {
        String code = part.model().key().name() + ".share";
        if (!(score instanceof Score.Known<?> known)) {
            return new Explanation.Fact(
                    code,
                    0,
                    Map.of("abstained", ((Score.Abstained<?>) score).reason().code()));
        }
        Scale scale = known.scale();
        checkArgument(
                scale.isBounded(),
                "scale of part %s must be bounded, was [%s, %s]; give it bounds with Combined.clamped",
                part.model().key().name(),
                scale.low(),
                scale.high());
        double width = scale.high() - scale.low();
        double share = scale.direction() == Scale.Direction.LOWER_IS_BETTER
                ? (scale.high() - known.points()) / width
                : (known.points() - scale.low()) / width;
        return new Explanation.Fact(code, share, Map.of("score", Double.toString(known.points())));
    }

    /**
     * One fitted part of a scorecard.
     *
     * @param weight how much it counts, more than zero and finite
     * @param model what gives its score
     */
    public record Part(double weight, ScoringModel<?> model) {
        /**
         * Checks the weight.
         *
         * @param weight how much it counts
         * @param model what gives its score
         */
        public Part {
            checkArgument(
                    weight > 0 && weight < Double.POSITIVE_INFINITY, "weight must be in (0, infinity), was %s", weight);
            checkNotNull(model, "model");
        }
    }
}
