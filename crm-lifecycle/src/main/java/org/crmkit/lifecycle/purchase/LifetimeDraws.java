package org.crmkit.lifecycle.purchase;

import java.util.random.RandomGenerator;

/** Draws from a few distributions by {@code nextDouble()} alone, so that a seed gives the same numbers on every JDK. */
final class LifetimeDraws {

    private LifetimeDraws() {}

    /** Returns an exponential number of mean 1. */
    static double exponential(RandomGenerator random) {
        return -Math.log1p(-random.nextDouble());
    }

    /** Returns a gamma number of the given shape and rate 1 (Marsaglia and Tsang 2000, ACM Trans. Math. Softw. 26(3)). */
    static double gamma(double shape, RandomGenerator random) {
        return Math.exp(logGamma(shape, random));
    }

    /** Returns a beta number as its logarithm and that of its complement: small shapes come closer to 0 and 1 than a double can. */
    static double[] logBeta(double a, double b, RandomGenerator random) {
        double logA = logGamma(a, random);
        double logB = logGamma(b, random);
        double high = Math.max(logA, logB);
        double logSum = high + Math.log1p(Math.exp(Math.min(logA, logB) - high));
        return new double[] {logA - logSum, logB - logSum};
    }

    private static double logGamma(double shape, RandomGenerator random) {
        if (shape < 1) {
            // Gamma(shape) = Gamma(shape + 1) U^(1/shape), in logarithms: U^(1/shape) may be too small for a double
            return logGamma(shape + 1, random) + Math.log(1 - random.nextDouble()) / shape;
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double normal = Math.sqrt(2 * exponential(random)) * Math.cos(2 * Math.PI * random.nextDouble());
            double root = 1 + c * normal;
            if (root > 0) {
                double v = root * root * root;
                double logUniform = Math.log(1 - random.nextDouble());
                if (logUniform < 0.5 * normal * normal + d - d * v + d * Math.log(v)) {
                    return Math.log(d * v);
                }
            }
        }
    }
}
