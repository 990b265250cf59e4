package org.crmkit.core.strategy;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.util.ArrayList;
import java.util.List;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.score.Scale;
import org.crmkit.core.score.ScoreKey;

/**
 * A weighted combination of strategies, on the scale from 0 to 100.
 *
 * <p>Each part's number is brought to [0, 1], 1 being good, by the ends and the direction of its scale, then weighted; the weights need not add up to
 * one. The result is within the smallest and largest of the parts, linear in the weights, and the same when all weights are multiplied by a
 * positive number. A part without a bounded scale must be given bounds with {@link Combined#clamped}.
 *
 * @param name the name of the score
 * @param parts what is combined, at least one
 * @param whenAbstained what to do when a part abstains
 */
public record Scorecard(String name, List<Part> parts, WhenAbstained whenAbstained) implements ScoringStrategy<Double> {
    static final Scale SCALE = new Scale(0, 100, Scale.Direction.HIGHER_IS_BETTER, "point");

    /**
     * Checks that the weights add up to something.
     *
     * @param name the name of the score
     * @param parts what is combined
     * @param whenAbstained what to do when a part abstains
     */
    public Scorecard {
        ScoreKey.number(name);
        parts = List.copyOf(parts);
        checkArgument(!parts.isEmpty(), "parts of scorecard %s must not be empty", name);
        checkNotNull(whenAbstained, "whenAbstained");
        double total = parts.stream().mapToDouble(Part::weight).sum();
        checkArgument(Double.isFinite(total), "weights of scorecard %s must have a finite sum, was %s", name, total);
    }

    /**
     * Starts a scorecard that abstains when a part does.
     *
     * @param name the name of the score
     * @return a builder without parts
     */
    public static Builder named(String name) {
        return new Builder(name);
    }

    /** Fits every part to the population. */
    @Override
    public ScorecardModel fit(CustomerBase population, ScoringContext context) {
        List<ScorecardModel.Part> fitted = new ArrayList<>();
        for (Part part : parts) {
            fitted.add(new ScorecardModel.Part(part.weight(), part.strategy().fit(population, context)));
        }
        return new ScorecardModel(name, fitted, whenAbstained);
    }

    /**
     * One part of a scorecard.
     *
     * @param weight how much it counts, more than zero and finite
     * @param strategy what gives its score
     */
    public record Part(double weight, ScoringStrategy<?> strategy) {
        /**
         * Checks the weight.
         *
         * @param weight how much it counts
         * @param strategy what gives its score
         */
        public Part {
            checkArgument(
                    weight > 0 && weight < Double.POSITIVE_INFINITY, "weight must be in (0, infinity), was %s", weight);
            checkNotNull(strategy, "strategy");
        }
    }

    /** Collects the parts of a scorecard. */
    public static final class Builder {
        private final String name;
        private final List<Part> parts = new ArrayList<>();
        private WhenAbstained whenAbstained = WhenAbstained.ABSTAIN;

        private Builder(String name) {
            this.name = name;
        }

        /**
         * Adds a part.
         *
         * @param weight how much it counts, more than zero
         * @param strategy what gives its score
         * @return this builder
         */
        public Builder add(double weight, ScoringStrategy<?> strategy) {
            parts.add(new Part(weight, strategy));
            return this;
        }

        /**
         * Says what to do when a part abstains; {@link WhenAbstained#ABSTAIN} by default.
         *
         * @param choice what to do
         * @return this builder
         */
        public Builder whenAbstained(WhenAbstained choice) {
            whenAbstained = checkNotNull(choice, "choice");
            return this;
        }

        /**
         * Returns the scorecard.
         *
         * @return a scorecard of the parts added so far
         */
        public Scorecard build() {
            return new Scorecard(name, parts, whenAbstained);
        }
    }
}
