package org.crmkit.lifecycle;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * A weak opinion about one positive parameter, held before the data are seen.
 *
 * <p>Adds {@code -(ln p - ln median)^2 / (2 sigma^2)} to the log-likelihood.
 *
 * @param median the value that is as likely too high as too low, in the natural unit of the parameter, above zero
 * @param sigma standard deviation of the logarithm, above zero; 1 says "within a factor of e, two times out of three"
 */
public record LogNormalPrior(double median, double sigma) {

    /**
     * Checks the parts.
     *
     * @param median the value that is as likely too high as too low
     * @param sigma standard deviation of the logarithm
     */
    public LogNormalPrior {
        checkArgument(
                median > 0 && median < Double.POSITIVE_INFINITY, "median must be positive and finite, was %s", median);
        checkArgument(
                sigma > 0 && sigma < Double.POSITIVE_INFINITY, "sigma must be positive and finite, was %s", sigma);
    }
}
