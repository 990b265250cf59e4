package org.crmkit.lifecycle.spend;

import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.Trigamma;

/** Differences of gamma functions of nearby arguments, without the cancellation of a plain difference. */
final class GammaRatios {

    /** From here on six terms of the asymptotic series leave an error below 1e-17. */
    private static final double ASYMPTOTIC_FROM = 20;

    /** B(2k) / (2k) for k = 1 to 6: the digamma function's asymptotic series. */
    private static final double[] SERIES = {1.0 / 12, -1.0 / 120, 1.0 / 252, -1.0 / 240, 1.0 / 132, -691.0 / 32760};

    private GammaRatios() {}

    /**
     * Returns {@code digamma(z + q) - digamma(z)}, above zero.
     *
     * <p>For large z by {@code ln(1 + q/z) + (1/z - 1/(z+q))/2 + ...} (Abramowitz and Stegun 6.3.18), where the
     * leading terms are formed without a difference of large numbers.
     */
    static double digammaStep(double z, double q) {
        if (z < ASYMPTOTIC_FROM) {
            return Digamma.value(z + q) - Digamma.value(z);
        }
        double far = z + q;
        double step = Math.log1p(q / z) + q / (2 * z * far);
        double inverse = 1 / (z * z);
        double farInverse = 1 / (far * far);
        double power = 1;
        double farPower = 1;
        for (double coefficient : SERIES) {
            power *= inverse;
            farPower *= farInverse;
            step += coefficient * (power - farPower);
        }
        return step;
    }

    /**
     * Returns {@code trigamma(z + q) - trigamma(z)}, below zero.
     *
     * <p>For large z the differences of the asymptotic series (Abramowitz and Stegun 6.4.12), term by term.
     */
    static double trigammaStep(double z, double q) {
        if (z < ASYMPTOTIC_FROM) {
            return Trigamma.value(z + q) - Trigamma.value(z);
        }
        double far = z + q;
        double shrink = q / (z * far);
        double step = shrink + shrink * (1 / z + 1 / far) / 2;
        double inverse = 1 / (z * z);
        double farInverse = 1 / (far * far);
        double power = 1 / z;
        double farPower = 1 / far;
        for (int k = 0; k < SERIES.length; k++) {
            power *= inverse;
            farPower *= farInverse;
            // the derivative of B(2k)/(2k) z^(-2k)
            step += 2 * (k + 1) * SERIES[k] * (power - farPower);
        }
        return -step;
    }
}
