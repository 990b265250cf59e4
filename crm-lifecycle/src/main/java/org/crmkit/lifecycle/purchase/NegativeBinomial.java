package org.crmkit.lifecycle.purchase;

import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.numbers.gamma.RegularizedBeta;
import org.crmkit.lifecycle.internal.math.GammaRatios;

/**
 * Number of events in a time t when the rate is gamma-distributed: {@code P(M=n) = (R)_n/n! (A/(A+t))^R (t/(A+t))^n} (Ehrenberg 1959).
 */
final class NegativeBinomial {

    private NegativeBinomial() {}

    /** Returns ln P(M = n) for shape R, rate A and a time above zero. */
    static double logProbability(double shape, double rate, double time, int n) {
        double ratio = time / rate;
        double log = -shape * Math.log1p(ratio);
        return n == 0
                ? log
                : log + GammaRatios.logRising(shape, n) - LogGamma.value(n + 1.0) - n * Math.log1p(rate / time);
    }

    /** Returns P(M >= n), exact in the tail. */
    static double atLeast(double shape, double rate, double time, int n) {
        return n <= 0 ? 1 : RegularizedBeta.value(time / (rate + time), n, shape);
    }
}
