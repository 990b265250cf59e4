package org.crmkit.lifecycle.internal.math;

import java.util.function.DoubleUnaryOperator;

/**
 * Expectations under a beta distribution: the trapezoidal rule in the logit of p.
 *
 * <p>In {@code y = ln(p/(1-p))} the density is {@code exp(a y)/(1+e^y)^(a+b)}: smooth on the whole line, falling exponentially on both
 * sides, analytic up to a distance of pi. On such functions the trapezoidal rule converges exponentially (Trefethen and Weideman
 * 2014, The exponentially convergent trapezoidal rule, theorem 5.1). For large b the density is nearly that of a gamma variable, which stays bounded up to a
 * distance of pi/2 only, so a step h leaves an error of {@code exp(-pi^2/h)}: a quarter gives 17 digits (a half would give 8). Long tails, where a or b is small and
 * everything else has become constant, are geometric series. The weights are normalized by their own sum, so nothing is lost however large a and b are.
 */
public final class BetaExpectation {

    private static final double STEP = 0.25;
    /** Where the square of the step times the curvature is this, a Gaussian peak is summed to 17 digits. */
    private static final double STEP_OF_CURVATURE = 0.5;

    private static final double NEGLIGIBLE = -42;
    private static final double CONSTANT = 1e-17;
    private static final int MAX_NODES = 100_000;

    private final double a;
    private final double b;
    private final double mean;
    private final double complementOfMean;

    private BetaExpectation(double a, double b) {
        this.a = a;
        this.b = b;
        this.mean = a / (a + b);
        this.complementOfMean = b / (a + b);
    }

    /**
     * Returns the expectation of a positive function of a beta-distributed p.
     *
     * @param a first shape, above zero
     * @param b second shape, above zero
     * @param function takes p in (0, 1] to a positive number (zero where it underflows), smooth in ln p, with finite limits at 0 and 1
     * @param scale the function is constant for p below {@code 1e-17/scale}: for {@code (1+p z)^-c} it is {@code c z}
     * @param steepness largest second derivative of the logarithm of the function by ln p: for {@code (1+p z)^-c} it is {@code c/4}
     * @return the expectation, to about 1e-14 relative
     */
    public static double of(double a, double b, DoubleUnaryOperator function, double scale, double steepness) {
        return new BetaExpectation(a, b).expectation(function, scale, steepness);
    }

    private double expectation(DoubleUnaryOperator function, double scale, double steepness) {
        double curvature = a * (1 - mean) + steepness;
        double step = Math.min(STEP, Math.sqrt(STEP_OF_CURVATURE / curvature));
        double constantBelow = CONSTANT / Math.max(Math.max(a + b, scale), 1);
        double constantAbove = CONSTANT / Math.max(Math.max(a + b, steepness), 1);
        double[] sums = new double[2];
        double peak = side(function, 0, step, constantBelow, constantAbove, Double.NEGATIVE_INFINITY, sums);
        side(function, -step, -step, constantBelow, constantAbove, peak, sums);
        return sums[1] / sums[0];
    }

    /** Adds weights and products on one side until they are negligible or constant; returns the largest logarithm of a product. */
    private double side(
            DoubleUnaryOperator function,
            double start,
            double step,
            double constantBelow,
            double constantAbove,
            double peakSoFar,
            double[] sums) {
        double peak = peakSoFar;
        for (int i = 0; i < MAX_NODES; i++) {
            double d = start + i * step;
            double odds = mean * Math.exp(d);
            double inverse = 1 / (complementOfMean + odds);
            double p = odds * inverse;
            double complement = complementOfMean * inverse;
            double logWeight =
                    a * d - (a + b) * (Math.abs(d) < 1 ? Math.log1p(mean * Math.expm1(d)) : -Math.log(inverse));
            double weight = Math.exp(logWeight);
            double value = function.applyAsDouble(p);
            if (step < 0 ? p < constantBelow : complement < constantAbove) {
                // what is left is a geometric series of ratio exp(-a h) or exp(-b h)
                double rest = weight / -Math.expm1(-(step < 0 ? a : b) * Math.abs(step));
                sums[0] += rest;
                sums[1] += rest * value;
                return peak;
            }
            sums[0] += weight;
            sums[1] += weight * value;
            double product = logWeight + Math.log(value);
            peak = Math.max(peak, product);
            if (logWeight < NEGLIGIBLE && product < peak + NEGLIGIBLE) {
                return peak;
            }
        }
        return peak;
    }
}
