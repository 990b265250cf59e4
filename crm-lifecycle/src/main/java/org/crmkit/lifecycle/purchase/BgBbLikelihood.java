package org.crmkit.lifecycle.purchase;

import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.LogBeta;

/**
 * Computes the BG/BB likelihood of one purchase history, its gradient, and the probability of being active.
 *
 * <p>With t = t_x and n opportunities (Fader, Hardie and Shang 2010, Marketing Science 29(6), eq. 5):
 * <pre>{@code
 * L = [ B(alpha+x, beta+n-x) B(gamma, delta+n)
 *       + sum over i = 0 .. n-t-1 of B(alpha+x, beta+t-x+i) B(gamma+1, delta+t+i) ] / (B(alpha, beta) B(gamma, delta)) }</pre>
 * All terms are positive and each follows from the one before by two ratios below 1, so one logarithm of a beta function pair is enough and nothing
 * overflows. O(n - t_x).
 *
 * <p>An instance is scratch space of one thread.
 */
final class BgBbLikelihood {

    private final double alpha;
    private final double beta;
    private final double gamma;
    private final double delta;
    private final double logNorm;

    /** The terms relative to the first one of the sum: all that dropped out, and those still active. */
    private double dropped;

    private double active;

    BgBbLikelihood(double alpha, double beta, double gamma, double delta) {
        this.alpha = alpha;
        this.beta = beta;
        this.gamma = gamma;
        this.delta = delta;
        this.logNorm = LogBeta.value(alpha, beta) + LogBeta.value(gamma, delta);
    }

    /** Returns the probability that the customer was active at opportunity n, in [0, 1]. */
    double aliveProbability(int x, long last, long n) {
        sum(x, last, n);
        return active / (active + dropped);
    }

    /** Returns the log-likelihood; counts of orders with the same x, t_x and n are left out as in the paper. */
    double logLikelihood(int x, long last, long n) {
        if (n == 0) {
            return 0;
        }
        sum(x, last, n);
        return LogBeta.value(alpha + x, beta + last - x)
                + LogBeta.value(gamma + 1, delta + last)
                - logNorm
                + Math.log(active + dropped);
    }

    private void sum(int x, long last, long n) {
        dropped = 0;
        double term = 1;
        for (long t = last; t < n; t++) {
            dropped += term;
            term *= (beta + t - x) / (alpha + beta + t) * ((delta + t) / (gamma + 1 + delta + t));
        }
        // B(gamma, delta + n) = B(gamma + 1, delta + n) (gamma + delta + n) / gamma
        active = term * ((gamma + delta + n) / gamma);
    }

    /**
     * Adds weight times the gradient of {@link #logLikelihood} and returns the log-likelihood itself.
     *
     * @param gradient derivatives by alpha, beta, gamma, delta
     */
    double addGradient(int x, long last, long n, double weight, double[] gradient) {
        if (n == 0) {
            return 0;
        }
        double value = logLikelihood(x, last, n);
        double scale = weight / (active + dropped);
        // d ln term / d parameter, relative to the first term: sums of reciprocals, because digamma steps by them
        double byBeta = 0;
        double byPurchases = 0;
        double byDelta = 0;
        double byLifetime = 0;
        double sumBeta = 0;
        double sumPurchases = 0;
        double sumDelta = 0;
        double sumLifetime = 0;
        double term = 1;
        for (long t = last; t < n; t++) {
            sumBeta += term * byBeta;
            sumPurchases += term * byPurchases;
            sumDelta += term * byDelta;
            sumLifetime += term * byLifetime;
            double misses = 1 / (beta + t - x);
            double opportunities = 1 / (alpha + beta + t);
            double survivals = 1 / (delta + t);
            double periods = 1 / (gamma + 1 + delta + t);
            term *= opportunities / misses * (periods / survivals);
            byBeta += misses;
            byPurchases += opportunities;
            byDelta += survivals;
            byLifetime += periods;
        }
        double periods = 1 / (gamma + delta + n);
        sumBeta += active * byBeta;
        sumPurchases += active * byPurchases;
        sumDelta += active * byDelta;
        sumLifetime += active * (byLifetime - periods);
        double psiX = Digamma.value(alpha + x) - Digamma.value(alpha);
        double psiMisses = Digamma.value(beta + last - x) - Digamma.value(beta);
        double psiLast = Digamma.value(alpha + beta + last) - Digamma.value(alpha + beta);
        double psiSurvivals = Digamma.value(delta + last) - Digamma.value(delta);
        double psiPeriods = Digamma.value(gamma + 1 + delta + last) - Digamma.value(gamma + delta);
        gradient[0] += weight * (psiX - psiLast) - scale * sumPurchases;
        gradient[1] += weight * (psiMisses - psiLast) + scale * (sumBeta - sumPurchases);
        // psi(gamma + 1) - psi(gamma) = 1/gamma, which only the terms of those who dropped out keep
        gradient[2] += scale * dropped / gamma - weight * psiPeriods - scale * sumLifetime;
        gradient[3] += weight * (psiSurvivals - psiPeriods) + scale * (sumDelta - sumLifetime);
        return value;
    }
}
