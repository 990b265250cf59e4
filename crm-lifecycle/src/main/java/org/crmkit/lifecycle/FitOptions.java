package org.crmkit.lifecycle;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a caller may want to say about a fit; {@link #standard()} is right for most.
 *
 * @param penalty weight of the sum of squared log-parameters that is taken off the log-likelihood, at least zero (zero: plain maximum
 *     likelihood). Parameters with a unit of time are measured in the mean age of the customers first, so the unit of the data does not matter
 * @param priors opinions by parameter name (the letter of the paper, such as {@code "alpha"}), in natural units
 * @param start where the search starts, by parameter name in natural units; a parameter that is not named starts from the moments
 *     of the data
 * @param maxIterations limit of the search, at least 1
 */
public record FitOptions(
        double penalty, Map<String, LogNormalPrior> priors, Map<String, Double> start, int maxIterations) {

    /** Ten times what the hardest simulated base needed. */
    private static final int DEFAULT_MAX_ITERATIONS = 500;

    /**
     * Checks the parts.
     *
     * @param penalty weight of the sum of squared log-parameters that is taken off the log-likelihood
     * @param priors opinions by parameter name
     * @param start where the search starts
     * @param maxIterations limit of the search
     */
    public FitOptions {
        checkArgument(
                penalty >= 0 && penalty < Double.POSITIVE_INFINITY,
                "penalty must be at least 0 and finite, was %s",
                penalty);
        checkArgument(maxIterations >= 1, "maxIterations must be at least 1, was %s", maxIterations);
        checkNotNull(priors, "priors");
        checkNotNull(start, "start");
        start.forEach((name, value) -> checkArgument(
                value > 0 && value < Double.POSITIVE_INFINITY,
                "start of %s must be positive and finite, was %s",
                name,
                value));
        priors = Collections.unmodifiableMap(new LinkedHashMap<>(priors));
        start = Collections.unmodifiableMap(new LinkedHashMap<>(start));
    }

    /**
     * Returns plain maximum likelihood from moment starts.
     *
     * @return the options that suit most data
     */
    public static FitOptions standard() {
        return new FitOptions(0, Map.of(), Map.of(), DEFAULT_MAX_ITERATIONS);
    }

    /**
     * Returns these options with another penalty.
     *
     * @param weight weight of the sum of squared log-parameters, at least zero
     * @return a changed copy
     */
    public FitOptions withPenalty(double weight) {
        return new FitOptions(weight, priors, start, maxIterations);
    }

    /**
     * Returns these options with a prior for one parameter, replacing an earlier one.
     *
     * @param parameter the letter of the parameter, such as {@code "alpha"}
     * @param prior the opinion, in the natural unit of the parameter
     * @return a changed copy
     */
    public FitOptions withPrior(String parameter, LogNormalPrior prior) {
        Map<String, LogNormalPrior> changed = new LinkedHashMap<>(priors);
        changed.put(checkNotNull(parameter, "parameter"), checkNotNull(prior, "prior"));
        return new FitOptions(penalty, changed, start, maxIterations);
    }

    /**
     * Returns these options with a start value for one parameter.
     *
     * @param parameter the letter of the parameter
     * @param value where the search starts, in the natural unit of the parameter, above zero
     * @return a changed copy
     */
    public FitOptions withStart(String parameter, double value) {
        Map<String, Double> changed = new LinkedHashMap<>(start);
        changed.put(checkNotNull(parameter, "parameter"), value);
        return new FitOptions(penalty, priors, changed, maxIterations);
    }

    /**
     * Returns these options with another limit of iterations.
     *
     * @param limit at least 1
     * @return a changed copy
     */
    public FitOptions withMaxIterations(int limit) {
        return new FitOptions(penalty, priors, start, limit);
    }
}
