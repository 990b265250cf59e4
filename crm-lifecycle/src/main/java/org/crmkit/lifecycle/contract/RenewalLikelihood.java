package org.crmkit.lifecycle.contract;

import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.LogBeta;

/**
 * The log-likelihoods of renewal counts with their derivatives.
 *
 * <p>A renewal that n customers face and k survive contributes {@code k ln r + (n - k) ln(1 - r)}, r the model's
 * retention rate; multiplied over renewals this is the published likelihood of losses and survivors.
 */
final class RenewalLikelihood {

    private final RenewalCounts counts;

    RenewalLikelihood(RenewalCounts counts) {
        this.counts = counts;
    }

    /** The shifted-beta-geometric: fills the derivatives by alpha and beta. */
    double geometric(double alpha, double beta, double[] gradient) {
        double value = 0;
        double byAlpha = 0;
        double byBeta = 0;
        for (int t = 1; t <= counts.renewals(); t++) {
            long lost = counts.lost(t);
            long renewed = counts.renewed(t);
            double kept = beta + (t - 1);
            double total = alpha + kept;
            if (lost > 0) {
                value += lost * Math.log(alpha / total);
                byAlpha += lost * (kept / (alpha * total));
                byBeta -= lost / total;
            }
            if (renewed > 0) {
                value -= renewed * Math.log1p(alpha / kept);
                byAlpha -= renewed / total;
                byBeta += renewed * (alpha / (kept * total));
            }
        }
        gradient[0] = byAlpha;
        gradient[1] = byBeta;
        return value;
    }

    /** The beta-discrete-Weibull: fills the derivatives by alpha, beta and c. */
    double weibull(double alpha, double beta, double c, double[] gradient) {
        double value = 0;
        double[] sum = new double[3];
        double[] before = new double[3];
        double[] after = new double[3];
        double logBefore = logSurvival(alpha, beta, c, 0, before);
        for (int t = 1; t <= counts.renewals(); t++) {
            double logAfter = logSurvival(alpha, beta, c, t, after);
            // ln r(t); rounding may leave a tiny rise where the curve is flat, which no survival has
            double logRetention = Math.min(-Double.MIN_NORMAL, logAfter - logBefore);
            long lost = counts.lost(t);
            long renewed = counts.renewed(t);
            value += renewed * logRetention;
            double slope = renewed;
            if (lost > 0) {
                value += lost * Math.log(-Math.expm1(logRetention));
                slope -= lost / Math.expm1(-logRetention);
            }
            for (int i = 0; i < 3; i++) {
                sum[i] += slope * (after[i] - before[i]);
            }
            System.arraycopy(after, 0, before, 0, 3);
            logBefore = logAfter;
        }
        System.arraycopy(sum, 0, gradient, 0, 3);
        return value;
    }

    /** Returns {@code ln B(alpha, beta + t^c)} with its derivatives; what does not depend on t cancels later. */
    private static double logSurvival(double alpha, double beta, double c, int t, double[] gradient) {
        double power = t == 0 ? 0 : Math.pow(t, c);
        double all = Digamma.value(alpha + beta + power);
        double own = Digamma.value(beta + power) - all;
        gradient[0] = -all;
        gradient[1] = own;
        gradient[2] = t <= 1 ? 0 : own * power * Math.log(t);
        return LogBeta.value(alpha, beta + power);
    }
}
