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

    private final double r;
    private final double alpha;
    private final double s;
    private final double beta;
    private final ParetoNbdIntegral integral = new ParetoNbdIntegral();
    private final double[] active = new double[4];
    private final double[] left = new double[4];
    private final double[] mean = new double[4];
    private final double[] factors = new double[4];

    /** Prepares a set of parameters; the instance holds scratch space and belongs to one thread. */
    ParetoNbdLikelihood(double r, double alpha, double s, double beta) {
        this.r = r;
        this.alpha = alpha;
        this.s = s;
        this.beta = beta;
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
        double logA = Checks.logOnePlus(gap / a, k);
        double logC = Checks.logOnePlus(gap / c, s);
        double dead = s
                / c
                * (a <= c
                        ? a * ParetoNbdIntegral.mass(k - 1, s + 1, a / c, logA, logC)
                        : c * ParetoNbdIntegral.mass(s, k, c / a, logC, logA));
        // The exponential overflows where P(alive) underflows: both are then what they should be, infinity and 0.
        return dead == 0 ? 1 : 1 / (1 + dead * Math.exp(k * logA + s * logC));
    }

    /** Returns the log-likelihood of a history without its term ln Gamma(r + x)/Gamma(r), which depends on x alone. */
    static double logLikelihoodOfTimes(
            double r, double alpha, double s, double beta, double x, double tX, double length) {
        double atLastPurchase =
                -r * Math.log1p(tX / alpha) - s * Math.log1p(tX / beta) - (x > 0 ? x * Math.log(alpha + tX) : 0);
        return atLastPurchase + logSilence(r, alpha, s, beta, x, tX, length);
    }

    /** Returns ln(alive + dead): the logarithm of the probability of no purchase from t_x to T. */
    static double logSilence(double r, double alpha, double s, double beta, double x, double tX, double length) {
        double gap = length - tX;
        if (!(gap > 0)) {
            return 0;
        }
        double k = r + x;
        double a = alpha + tX;
        double c = beta + tX;
        double logA = Math.log1p(gap / a);
        double logC = Math.log1p(gap / c);
        double alive = Math.exp(-k * logA - s * logC);
        double dead = a <= c
                ? a * ParetoNbdIntegral.mass(k - 1, s + 1, a / c, logA, logC)
                : c * ParetoNbdIntegral.mass(s, k, c / a, logC, logA);
        return Math.log(alive + s / c * dead);
    }

    /**
     * Adds weight times the first and second derivatives of {@link #logLikelihoodOfTimes} and returns the log-likelihood itself.
     *
     * <p>With the features f = (ln(1 + u/a), 1/(alpha + u), ln(1 + u/c), 1/(beta + u)) of the moment u of leaving, the gradient of the logarithm of the dead
     * term is {@code D f + (0, 0, 1/s, 0)}, D = -diag(1, k, 1, s + 1), and that of the alive term {@code D f(T)} with s in place of s + 1. The
     * gradient of the logarithm of the sum is their mean, the Hessian the mean of the Hessians plus the covariance of the gradients.
     *
     * @param gradient derivatives by r, alpha, s, beta (the digamma terms of x are the caller's)
     * @param hessian second derivatives, 4 x 4
     */
    double addDerivatives(double x, double tX, double length, double weight, double[] gradient, double[][] hessian) {
        double k = r + x;
        double a = alpha + tX;
        double c = beta + tX;
        double logA0 = Math.log1p(tX / alpha);
        double logC0 = Math.log1p(tX / beta);
        gradient[R] -= weight * logA0;
        gradient[ALPHA] += weight * r / alpha;
        gradient[S] -= weight * logC0;
        gradient[BETA] += weight * s / beta;
        hessian[R][ALPHA] += weight / alpha;
        hessian[ALPHA][ALPHA] -= weight * r / (alpha * alpha);
        hessian[S][BETA] += weight / beta;
        hessian[BETA][BETA] -= weight * s / (beta * beta);
        double gap = length - tX;
        double logA = Math.log1p(gap / a);
        double logC = Math.log1p(gap / c);
        double alive = Math.exp(-k * logA - s * logC);
        boolean purchasesFirst = a <= c;
        if (purchasesFirst) {
            integral.evaluate(k - 1, s + 1, a / c, logA, logC);
        } else {
            integral.evaluate(s, k, c / a, logC, logA);
        }
        double density = s / c * Math.min(a, c);
        double total = alive + density * integral.mass;
        active[R] = -logA;
        active[ALPHA] = -k / (alpha + length);
        active[S] = -logC;
        active[BETA] = -s / (beta + length);
        factors[R] = -1;
        factors[ALPHA] = -k / a;
        factors[S] = -1;
        factors[BETA] = -(s + 1) / c;
        addMixture(weight, alive / total, density / total, purchasesFirst ? 0 : 2, k, gradient, hessian);
        return -r * logA0 - x * Math.log(a) - s * logC0 + Math.log(total);
    }

    /** Adds the derivatives of ln(alive + dead); swap is 0 or 2: which of the two scales the features of the integral begin with. */
    private void addMixture(
            double weight, double stays, double share, int swap, double k, double[] gradient, double[][] hessian) {
        double leaves = share * integral.mass;
        for (int i = 0; i < 4; i++) {
            left[i] = share * factors[i] * integral.first[i ^ swap];
            mean[i] = stays * active[i] + left[i] + (i == S ? leaves / s : 0);
            gradient[i] += weight * mean[i];
        }
        for (int i = 0; i < 4; i++) {
            for (int j = i; j < 4; j++) {
                double products = stays * active[i] * active[j]
                        + share * factors[i] * factors[j] * integral.second[i ^ swap][j ^ swap];
                // leaving adds 1/s to the derivative by s; its square goes against the second derivative of ln s
                products += (i == S ? left[j] / s : 0) + (j == S ? left[i] / s : 0);
                hessian[i][j] += weight * (products - mean[i] * mean[j]);
            }
        }
        double onceAlpha = stays * active[ALPHA] + left[ALPHA];
        double squareAlpha = stays * active[ALPHA] * active[ALPHA]
                + share * factors[ALPHA] * factors[ALPHA] * integral.second[ALPHA ^ swap][ALPHA ^ swap];
        hessian[R][ALPHA] += weight * onceAlpha / k;
        hessian[ALPHA][ALPHA] += weight * squareAlpha / k;
        hessian[S][BETA] += weight * (stays * active[BETA] / s + left[BETA] / (s + 1));
        hessian[BETA][BETA] += weight
                * (stays * active[BETA] * active[BETA] / s
                        + share * factors[BETA] * factors[BETA] * integral.second[BETA ^ swap][BETA ^ swap] / (s + 1));
    }
}
