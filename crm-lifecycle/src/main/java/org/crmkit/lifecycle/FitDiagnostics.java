package org.crmkit.lifecycle;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.util.OptionalDouble;

/**
 * The figures by which a fit can be judged.
 *
 * @param logLikelihood natural logarithm of the likelihood at the end, without penalty and priors, finite
 * @param penalty what penalty and priors took off, at least zero
 * @param freeParameters how many numbers were estimated, at least zero
 * @param observations number of customers behind the likelihood, at least zero
 * @param iterations steps of the search
 * @param evaluations how often the likelihood was computed
 * @param gradientNorm largest absolute derivative by a log-parameter at the end, divided by the number of observations
 * @param informationCondition largest over smallest eigenvalue of the observed information in log-parameters; empty if it is not
 *     positive definite. Above 1e10 single parameters mean little
 */
public record FitDiagnostics(
        double logLikelihood,
        double penalty,
        int freeParameters,
        long observations,
        int iterations,
        int evaluations,
        double gradientNorm,
        OptionalDouble informationCondition) {

    /**
     * Checks the parts.
     *
     * @param logLikelihood natural logarithm of the likelihood at the end
     * @param penalty what penalty and priors took off
     * @param freeParameters how many numbers were estimated
     * @param observations number of customers behind the likelihood
     * @param iterations steps of the search
     * @param evaluations how often the likelihood was computed
     * @param gradientNorm largest absolute derivative by a log-parameter at the end
     * @param informationCondition largest over smallest eigenvalue of the observed information in log-parameters
     */
    public FitDiagnostics {
        checkArgument(Double.isFinite(logLikelihood), "logLikelihood must be finite, was %s", logLikelihood);
        checkArgument(
                penalty >= 0 && Double.isFinite(penalty), "penalty must be at least 0 and finite, was %s", penalty);
        checkArgument(freeParameters >= 0, "freeParameters must be at least 0, was %s", freeParameters);
        checkArgument(observations >= 0, "observations must be at least 0, was %s", observations);
        checkArgument(iterations >= 0, "iterations must be at least 0, was %s", iterations);
        checkArgument(evaluations >= 0, "evaluations must be at least 0, was %s", evaluations);
        checkArgument(
                gradientNorm >= 0 && Double.isFinite(gradientNorm),
                "gradientNorm must be at least 0 and finite, was %s",
                gradientNorm);
        checkNotNull(informationCondition, "informationCondition");
    }

    /**
     * Returns the diagnostics of a fit that never started.
     *
     * @param observations number of customers that were there
     * @return zeros
     */
    public static FitDiagnostics none(long observations) {
        return new FitDiagnostics(0, 0, 0, observations, 0, 0, 0, OptionalDouble.empty());
    }

    /**
     * Returns Akaike's criterion {@code 2 k - 2 ln L}: smaller is better (Akaike 1974).
     *
     * @return the criterion, finite
     */
    public double aic() {
        return 2.0 * freeParameters - 2 * logLikelihood;
    }

    /**
     * Returns Schwarz's criterion {@code k ln n - 2 ln L}: smaller is better (Schwarz 1978).
     *
     * @return the criterion, finite; with no observations the first term is zero
     */
    public double bic() {
        return (observations > 0 ? freeParameters * Math.log(observations) : 0) - 2 * logLikelihood;
    }
}
