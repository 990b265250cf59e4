package org.crmkit.lifecycle.internal.math;

import java.util.function.DoubleUnaryOperator;

/**
 * Expectations under a gamma distribution: the trapezoidal rule in the logarithm of the variable.
 *
 * <p>In {@code y = ln v} the density is {@code exp(shape y - rate e^y)}: smooth, falling faster than exponentially to the right, exponentially to the
 * left. See {@link BetaExpectation} for why the trapezoidal rule is exact to rounding there.
 */
public final class GammaExpectation {

    private static final double STEP = 0.3;
    private static final double STEP_OF_CURVATURE = 0.5;
    private static final double NEGLIGIBLE = -42;
    private static final double CONSTANT = 1e-17;
    private static final int MAX_NODES = 100_000;

    private GammaExpectation() {}

    /**
     * Returns the expectation of a positive function of a gamma-distributed variable.
     *
     * @param shape shape, above zero
     * @param rate rate, above zero
     * @param function takes v above zero to a positive number (zero where it underflows), smooth in ln v
     * @param power the function behaves like {@code v^power} near zero, at least zero
     * @param scale the function divided by {@code v^power} is constant for v below {@code 1e-17/scale}
     * @param steepness largest second derivative of the logarithm of the function by ln v
     * @return the expectation, to about 1e-14 relative
     */
    public static double of(
            double shape, double rate, DoubleUnaryOperator function, double power, double scale, double steepness) {
        double step = Math.min(STEP, Math.sqrt(STEP_OF_CURVATURE / (shape + steepness)));
        double mean = shape / rate;
        double constantBelow = CONSTANT / Math.max(scale, Math.max(rate, 1 / mean));
        double weights = 0;
        double products = 0;
        double peak = Double.NEGATIVE_INFINITY;
        for (int side = 0; side < 2; side++) {
            for (int i = side; i < MAX_NODES; i++) {
                double d = (side == 0 ? i : -i) * step;
                double v = mean * Math.exp(d);
                double logWeight = shape * (d - Math.expm1(d));
                double weight = Math.exp(logWeight);
                double value = function.applyAsDouble(v);
                if (side == 1 && v < constantBelow) {
                    weights += weight / -Math.expm1(-shape * step);
                    products += weight * value / -Math.expm1(-(shape + power) * step);
                    break;
                }
                weights += weight;
                products += weight * value;
                double product = logWeight + Math.log(value);
                peak = Math.max(peak, product);
                if (logWeight < NEGLIGIBLE && product < peak + NEGLIGIBLE) {
                    break;
                }
            }
        }
        return products / weights;
    }
}
