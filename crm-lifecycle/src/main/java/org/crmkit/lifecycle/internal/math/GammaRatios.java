package org.crmkit.lifecycle.internal.math;

import org.apache.commons.numbers.gamma.LogBeta;
import org.apache.commons.numbers.gamma.LogGamma;

/** Logarithms of ratios of gamma and beta functions whose arguments differ by a whole number, without the cancellation of their difference. */
public final class GammaRatios {

    /** Up to here a sum of logarithms is more exact than a difference of two large ones, and as fast. */
    private static final int SUMMED = 1000;

    private GammaRatios() {}

    /**
     * Returns {@code ln Gamma(a+n) - ln Gamma(a)}.
     *
     * @param a above zero
     * @param n at least zero
     * @return the logarithm of the rising factorial
     */
    public static double logRising(double a, int n) {
        if (n > SUMMED) {
            // Gamma(a+n)/Gamma(a) = Gamma(n)/B(a,n): both logarithms are of the size of the result
            return LogGamma.value(n) - LogBeta.value(a, n);
        }
        double sum = 0;
        double product = 1;
        for (int i = 0; i < n; i++) {
            double factor = a + i;
            double next = product * factor;
            if (next > 1e280 || next < 1e-280) {
                sum += Math.log(product);
                next = factor;
            }
            product = next;
        }
        return sum + Math.log(product);
    }

    /**
     * Returns {@code ln B(a, b+n) - ln B(a, b)}, the logarithm of {@code E[(1-p)^n]} for a beta-distributed p.
     *
     * @param a above zero
     * @param b above zero
     * @param n at least zero
     * @return at most zero
     */
    public static double logSurvived(double a, double b, int n) {
        if (n > SUMMED) {
            // the ratio of Gamma(b+n)/Gamma(b) and Gamma(a+b+n)/Gamma(a+b), as in logRising
            return LogBeta.value(a + b, n) - LogBeta.value(b, n);
        }
        double sum = 0;
        double product = 1;
        for (int i = 0; i < n; i++) {
            if (a < 1e-3 * (b + i)) {
                sum -= Math.log1p(a / (b + i));
                continue;
            }
            product *= (b + i) / (a + b + i);
            if (product < 1e-280) {
                sum += Math.log(product);
                product = 1;
            }
        }
        return sum + Math.log(product);
    }
}
