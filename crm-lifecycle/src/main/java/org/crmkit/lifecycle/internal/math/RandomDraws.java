package org.crmkit.lifecycle.internal.math;

import java.util.random.RandomGenerator;

/** Draws from distributions that use only {@code nextDouble()}, so that one seed gives the same numbers on every JDK. */
public final class RandomDraws {

    private RandomDraws() {}

    /**
     * Draws from the exponential distribution.
     *
     * @param random source
     * @param rate above zero
     * @return above zero
     */
    public static double exponential(RandomGenerator random, double rate) {
        return -Math.log1p(-open(random)) / rate;
    }

    /**
     * Draws from the gamma distribution (Marsaglia and Tsang 2000; the boost of shapes below one is in logarithms).
     *
     * @param random source
     * @param shape above zero
     * @param rate above zero
     * @return at least zero; tiny shapes underflow to zero now and then, as they should
     */
    public static double gamma(RandomGenerator random, double shape, double rate) {
        if (shape < 1) {
            return gamma(random, shape + 1, rate) * Math.exp(Math.log(open(random)) / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = gaussian(random);
            double v = 1 + c * x;
            if (v > 0) {
                v = v * v * v;
                if (Math.log(open(random)) < 0.5 * x * x + d * (1 - v + Math.log(v))) {
                    return d * v / rate;
                }
            }
        }
    }

    /**
     * Draws from the beta distribution, as a ratio of gammas; in logarithms where both underflow.
     *
     * @param random source
     * @param a above zero
     * @param b above zero
     * @return in [0, 1]
     */
    public static double beta(RandomGenerator random, double a, double b) {
        double first = logGamma(random, a);
        double second = logGamma(random, b);
        return 1 / (1 + Math.exp(second - first));
    }

    /** Draws the logarithm of a gamma variable of rate one. */
    private static double logGamma(RandomGenerator random, double shape) {
        return shape < 1
                ? Math.log(gamma(random, shape + 1, 1)) + Math.log(open(random)) / shape
                : Math.log(gamma(random, shape, 1));
    }

    /** Draws from the standard normal distribution (Box and Muller 1958). */
    private static double gaussian(RandomGenerator random) {
        return Math.sqrt(-2 * Math.log(open(random))) * Math.cos(2 * Math.PI * random.nextDouble());
    }

    private static double open(RandomGenerator random) {
        double u;
        do {
            u = random.nextDouble();
        } while (u == 0);
        return u;
    }
}
