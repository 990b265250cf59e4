package org.crmkit.core.strategy;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.util.ArrayList;
import java.util.List;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.score.ScoreKey;

/**
 * Several numeric strategies taken together without weights: the first that knows, the largest, the smallest.
 *
 * @param name the name of the score
 * @param rule how the parts make the whole
 * @param parts what is combined, at least one
 */
public record Combined(String name, Rule rule, List<ScoringStrategy<?>> parts) implements ScoringStrategy<Double> {

    /** How the parts make the whole. */
    public enum Rule {
        /** The first part that does not abstain, in the order given. */
        FIRST_KNOWN,
        /** The largest number of the parts that do not abstain. */
        LARGEST,
        /** The smallest number of the parts that do not abstain. */
        SMALLEST
    }

    /**
     * Checks that there are parts.
     *
     * @param name the name of the score
     * @param rule how the parts make the whole
     * @param parts what is combined
     */
    public Combined {
        ScoreKey.number(name);
        checkNotNull(rule, "rule");
        parts = List.copyOf(parts);
        checkArgument(!parts.isEmpty(), "parts of %s must not be empty", name);
    }

    /**
     * Returns the first of several strategies that does not abstain.
     *
     * @param name the name of the score
     * @param parts the strategies, the preferred one first
     * @return the combination
     */
    public static Combined firstKnown(String name, ScoringStrategy<?>... parts) {
        return new Combined(name, Rule.FIRST_KNOWN, List.of(parts));
    }

    /**
     * Returns the largest of several strategies' numbers.
     *
     * @param name the name of the score
     * @param parts the strategies
     * @return the combination
     */
    public static Combined largest(String name, ScoringStrategy<?>... parts) {
        return new Combined(name, Rule.LARGEST, List.of(parts));
    }

    /**
     * Returns the smallest of several strategies' numbers.
     *
     * @param name the name of the score
     * @param parts the strategies
     * @return the combination
     */
    public static Combined smallest(String name, ScoringStrategy<?>... parts) {
        return new Combined(name, Rule.SMALLEST, List.of(parts));
    }

    /**
     * Returns a strategy whose numbers are kept within bounds, so that an open scale can stand in a scorecard.
     *
     * @param name the name of the score
     * @param low the smallest number that counts
     * @param high the largest number that counts, above {@code low}
     * @param strategy what gives the numbers
     * @return a strategy with the scale [low, high] in the direction of the given one
     */
    public static ScoringStrategy<Double> clamped(String name, double low, double high, ScoringStrategy<?> strategy) {
        checkNotNull(strategy, "strategy");
        return (population, context) -> new ClampedModel(name, low, high, strategy.fit(population, context));
    }

    /** Fits every part to the population. */
    @Override
    public CombinedModel fit(CustomerBase population, ScoringContext context) {
        List<ScoringModel<?>> fitted = new ArrayList<>();
        for (ScoringStrategy<?> part : parts) {
            fitted.add(part.fit(population, context));
        }
        return new CombinedModel(name, rule, fitted);
    }
}
