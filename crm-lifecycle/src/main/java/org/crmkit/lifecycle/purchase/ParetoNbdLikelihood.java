package org.crmkit.lifecycle.purchase;

/**
 * Computes the Pareto/NBD likelihood of one purchase history, its gradient, and the odds of having left.
 *
 * <p>With k = r + x, a = alpha + t_x, c = beta + t_x and D = T - t_x, and everything taken relative to the last purchase:
 * <pre>{@code
 * L = Gamma(k)/Gamma(r) * (alpha/a)^r * a^-x * (beta/c)^s * [ alive + dead ]
 * alive = (1 + D/a)^-k (1 + D/c)^-s
 * dead  = s/c * integral over u in (0, D) of (1 + u/a)^-k (1 + u/c)^-(s+1) du }</pre>
 * which is the likelihood of Schmittlein, Morrison and Colombo (1987, Management Science 33(1)) before its integral is written as
 * hypergeometric functions (Fader and Hardie 2005, "A note on deriving the Pareto/NBD model and related expressions"). P(alive) is
 * {@code alive / (alive + dead)}. The terms that do not depend on the parameters are dropped as the papers do.
 *
 * <p>Parameters are positive and finite; x at least 0, 0 <= t_x <= T in one unit of time. Results are finite, P(alive) is 0 where it
 * is smaller than a double can hold.
 */
final class ParetoNbdLikelihood {

    private static final int R = 0;
    private static final int ALPHA = 1;
    private static final int S = 2;
    private static final int BETA = 3;

    /** Above this shape the rounding of a difference of logarithms would show. */
    private static final double LARGE_SHAPE = 1_000;

    private final double r;
    private final double alpha;
    private final double s;
    private final double beta;
    private final double logAlpha;
    private final double logBeta;
    private final ParetoNbdIntegral integral = new ParetoNbdIntegral();

    /** Prepares a set of parameters; the instance holds scratch space and belongs to one thread. */
    ParetoNbdLikelihood(double r, double alpha, double s, double beta) {
        this.r = r;
        this.alpha = alpha;
        this.s = s;
        this.beta = beta;
        this.logAlpha = Math.log(alpha);
        this.logBeta = Math.log(beta);
    }

    /** Returns the probability that the customer is still active at T, in [0, 1]. */
    static double aliveProbability(double r, double alpha, double s, double beta, double x, double tX, double length) {
        double gap = length - tX;
        if (!(gap > 0)) {
            return 1;
        }
        double k = r + x;
        double a = alpha + tX;
        double c = beta + tX;
        double logA = Math.log1p(gap / a);
        double logC = Math.log1p(gap / c);
        double dead = a <= c
                ? a * ParetoNbdIntegral.mass(k - 1, s + 1, a / c, logA)
                : c * ParetoNbdIntegral.mass(s, k, c / a, logC);
        return 1 / (1 + Math.exp(Math.log(s / c * dead) + k * logA + s * logC));
    }

    /** Returns the log-likelihood of a history without its term ln Gamma(r + x)/Gamma(r), which depends on x alone. */
    static double logLikelihoodOfTimes(
            double r, double alpha, double s, double beta, double x, double tX, double length) {
        double k = r + x;
        double a = alpha + tX;
        double c = beta + tX;
        double atLastPurchase = -r * Math.log1p(tX / alpha) - s * Math.log1p(tX / beta) - (x > 0 ? x * Math.log(a) : 0);
        double gap = length - tX;
        if (!(gap > 0)) {
            return atLastPurchase;
        }
        double logA = Math.log1p(gap / a);
        double logC = Math.log1p(gap / c);
        double alive = Math.exp(-k * logA - s * logC);
        double dead = a <= c
                ? a * ParetoNbdIntegral.mass(k - 1, s + 1, a / c, logA)
                : c * ParetoNbdIntegral.mass(s, k, c / a, logC);
        return atLastPurchase + Math.log(alive + s / c * dead);
    }

    /**
     * Adds weight times the gradient of {@link #logLikelihoodOfTimes} to the gradient and returns the log-likelihood itself.
     *
     * @param gradient derivatives by r, alpha, s, beta (the digamma terms of x are the caller's)
     */
    double addGradient(double x, double tX, double length, double weight, double[] gradient) {
        double k = r + x;
        double a = alpha + tX;
        double c = beta + tX;
        double logA0 = s < LARGE_SHAPE && r < LARGE_SHAPE ? Math.log(a) - logAlpha : Math.log1p(tX / alpha);
        double logC0 = s < LARGE_SHAPE ? Math.log(c) - logBeta : Math.log1p(tX / beta);
        double atLastPurchase = -k * logA0 - x * logAlpha - s * logC0;
        double gap = length - tX;
        if (!(gap > 0)) {
            gradient[R] -= weight * logA0;
            gradient[ALPHA] += weight * (r / alpha - k / a);
            gradient[S] -= weight * logC0;
            gradient[BETA] += weight * (s / beta - s / c);
            return atLastPurchase;
        }
        double logA = Math.log1p(gap / a);
        double logC = Math.log1p(gap / c);
        double alive = Math.exp(-k * logA - s * logC);
        ParetoNbdIntegral on = integral;
        boolean purchasesFirst = a <= c;
        if (purchasesFirst) {
            on.evaluate(k - 1, s + 1, a / c, logA);
        } else {
            on.evaluate(s, k, c / a, logC);
        }
        double density = s / c * Math.min(a, c);
        double total = alive + density * on.mass;
        double stays = weight * alive / total;
        double left = weight * density / total;
        double leftMass = left * on.mass;
        double byLogA = left * (purchasesFirst ? on.massTimesV : on.massTimesLogW);
        double byLogC = left * (purchasesFirst ? on.massTimesLogW : on.massTimesV);
        double byA = left * (purchasesFirst ? on.massOverExp : on.massOverW) / a;
        double byC = left * (purchasesFirst ? on.massOverW : on.massOverExp) / c;
        gradient[R] -= weight * logA0 + stays * logA + byLogA;
        gradient[ALPHA] += weight * r / alpha - stays * k / (alpha + length) - k * byA;
        gradient[S] += leftMass / s - weight * logC0 - stays * logC - byLogC;
        gradient[BETA] += weight * s / beta - stays * s / (beta + length) - (s + 1) * byC;
        return atLastPurchase + Math.log(total);
    }
}
