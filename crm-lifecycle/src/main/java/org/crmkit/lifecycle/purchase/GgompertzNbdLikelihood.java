package org.crmkit.lifecycle.purchase;

import java.util.Arrays;

/**
 * Computes the GGompertz/NBD likelihood of one purchase history, its gradient, and the probability of being active.
 *
 * <p>Relative to the last purchase, with k = r + x, a = alpha + t_x, C the cumulative {@link GgompertzNbdLifetime#cumulative} and
 * d(u) = C(t_x + u) - C(t_x):
 * <pre>{@code
 * L = Gamma(k)/Gamma(r) * (alpha/a)^r * a^-x * e^(-s C(t_x)) * [ alive + dead ]
 * alive = (1 + D/a)^-k e^(-s d(D))
 * dead  = integral over u in (0, D) of (1 + u/a)^-k hazard(t_x + u) e^(-s d(u)) du }</pre>
 * (Bemmaor and Glady 2012; their hypergeometric form is not used.) The integral is taken in panels of 8 to 16 Gauss-Legendre nodes, each
 * no longer than the distance to the nearest pole allows and with a fall of at most e^-8, until e^-44 is reached.
 *
 * <p>Parameters are r, alpha, b, s and the scale c = beta/b, all positive (b may be 0: Pareto/NBD). An instance is scratch of one thread.
 */
final class GgompertzNbdLikelihood {

    /** A short, flat panel gets 2 times 4 nodes, one at its limits 2 times 8. */
    private static final int FEWEST_PAIRS = 4;

    private static final int MORE_PAIRS = 4;
    private static final double CUT = 44;
    private static final double FALL_IN_PANEL = 8;

    /** Where b c > 1 the hazard grows by at most e^1.5 in a panel. */
    private static final double GROWTH_IN_PANEL = 4.5;

    private final double r;
    private final double alpha;
    private final double b;
    private final double s;
    private final double c;

    private double k;
    private double a;
    private double tX;
    private double scaleAtX;
    private double dead;

    /** Sums over the nodes, or over both terms: the gradient of the logarithm, and its square plus the second derivatives (upper half). */
    private final double[] gradients = new double[5];

    private final double[][] squares = new double[5][5];
    private final double[] slope = new double[5];

    GgompertzNbdLikelihood(double r, double alpha, double b, double s, double c) {
        this.r = r;
        this.alpha = alpha;
        this.b = b;
        this.s = s;
        this.c = c;
    }

    /** Returns the probability that the customer is still active at T, in [0, 1]. */
    double aliveProbability(double x, double lastPurchase, double length) {
        double gap = length - lastPurchase;
        if (!(gap > 0)) {
            return 1;
        }
        integrate(x, lastPurchase, gap, false);
        return 1 / (1 + Math.exp(Math.log(dead) + fall(gap)));
    }

    /** Returns the log-likelihood of a history without its term ln Gamma(r + x)/Gamma(r), which depends on x alone. */
    double logLikelihoodOfTimes(double x, double lastPurchase, double length) {
        double silence = logSilence(x, lastPurchase, length);
        return atLastPurchase(x) + silence;
    }

    /** Returns ln(alive + dead): the logarithm of the probability of no purchase from the last one to T. */
    double logSilence(double x, double lastPurchase, double length) {
        double gap = length - lastPurchase;
        integrate(x, lastPurchase, gap, false);
        return Math.log(Math.exp(-fall(gap)) + dead);
    }

    /**
     * Adds weight times the first and second derivatives of {@link #logLikelihoodOfTimes} and returns the log-likelihood itself.
     *
     * <p>The gradient of the logarithm of a sum is the mean of the gradients of the logarithms of its terms, the Hessian the mean of their Hessians and
     * squared gradients less the square of the mean.
     *
     * @param gradient derivatives by r, alpha, b (with c fixed), s and c
     * @param hessian second derivatives, the upper half of 5 x 5
     */
    double addDerivatives(
            double x, double lastPurchase, double length, double weight, double[] gradient, double[][] hessian) {
        double gap = length - lastPurchase;
        integrate(x, lastPurchase, gap, true);
        double alive = Math.exp(-fall(gap));
        double total = alive + dead;
        addTerm(alive, length, 0);
        for (int i = 0; i < 5; i++) {
            gradients[i] /= total;
        }
        for (int i = 0; i < 5; i++) {
            gradient[i] += weight * gradients[i];
            for (int j = i; j < 5; j++) {
                hessian[i][j] += weight * (squares[i][j] / total - gradients[i] * gradients[j]);
            }
        }
        gradient[0] += weight * Math.log(alpha);
        gradient[1] += weight * r / alpha;
        hessian[0][1] += weight / alpha;
        hessian[1][1] -= weight * r / (alpha * alpha);
        return atLastPurchase(x) + Math.log(total);
    }

    /** Adds the derivatives of the logarithm of (alpha + t)^-k e^(-s C(t)) (hazard/s)^left s^left at t, times the share. */
    private void addTerm(double share, double t, int left) {
        double scale = GgompertzNbdLifetime.scaleAt(b, c, t);
        double inverse = Math.exp(-b * t) / scale;
        double byB = GgompertzNbdLifetime.stretchByB(b, t) / scale;
        double byBTwice = GgompertzNbdLifetime.stretchByBTwice(b, t) / scale - byB * byB;
        double cumulative = GgompertzNbdLifetime.cumulative(b, c, t);
        double order = s + left;
        double ofAlpha = 1 / (alpha + t);
        slope[0] = -Math.log(alpha + t);
        slope[1] = -k * ofAlpha;
        slope[2] = left * t - order * byB;
        slope[3] = left / s - cumulative;
        slope[4] = s / c - order * inverse;
        for (int i = 0; i < 5; i++) {
            double part = share * slope[i];
            gradients[i] += part;
            for (int j = i; j < 5; j++) {
                squares[i][j] += part * slope[j];
            }
        }
        squares[0][1] -= share * ofAlpha;
        squares[1][1] += share * k * ofAlpha * ofAlpha;
        squares[2][2] -= share * order * byBTwice;
        squares[2][3] -= share * byB;
        squares[2][4] += share * order * byB * inverse;
        squares[3][3] -= share * left / (s * s);
        squares[3][4] += share * (1 / c - inverse);
        squares[4][4] += share * (order * inverse * inverse - s / (c * c));
    }

    private double atLastPurchase(double x) {
        return -r * Math.log1p(tX / alpha)
                - (x > 0 ? x * Math.log(a) : 0)
                - s * GgompertzNbdLifetime.cumulative(b, c, tX);
    }

    /** Returns minus the logarithm of (1 + u/a)^-k e^(-s d(u)). */
    private double fall(double u) {
        return k * Math.log1p(u / a) + s * GgompertzNbdLifetime.cumulative(b, scaleAtX, u);
    }

    private void integrate(double x, double lastPurchase, double gap, boolean derivatives) {
        k = r + x;
        tX = lastPurchase;
        a = alpha + tX;
        scaleAtX = GgompertzNbdLifetime.scaleAt(b, c, tX);
        dead = 0;
        if (derivatives) {
            Arrays.fill(gradients, 0);
            for (double[] row : squares) {
                Arrays.fill(row, 0);
            }
        }
        double from = 0;
        while (from < gap && fall(from) < CUT) {
            double scale = GgompertzNbdLifetime.scaleAt(b, scaleAtX, from);
            double hazard = s / scale * (b * scale > 1 ? GROWTH_IN_PANEL : 1);
            double rate = k / (a + from) + hazard;
            double smooth = Math.min(2 * (a + from), GgompertzNbdLifetime.smoothSpan(b, scale));
            double width = Math.min(gap - from, Math.min(FALL_IN_PANEL / rate, smooth));
            int pairs =
                    FEWEST_PAIRS + (int) Math.ceil(MORE_PAIRS * Math.max(width / smooth, width * rate / FALL_IN_PANEL));
            addPanel(from + width / 2, width / 2, pairs, derivatives);
            from = width == gap - from ? gap : from + width;
        }
    }

    private void addPanel(double center, double half, int pairs, boolean derivatives) {
        double[] nodes = ParetoNbdNodes.nodes(pairs);
        double[] weights = ParetoNbdNodes.weights(pairs);
        for (int i = 0; i < pairs; i++) {
            add(center - half * nodes[i], half * weights[i], derivatives);
            add(center + half * nodes[i], half * weights[i], derivatives);
        }
    }

    private void add(double u, double weight, boolean derivatives) {
        double scale = GgompertzNbdLifetime.scaleAt(b, scaleAtX, u);
        double g = weight * s / scale * Math.exp(-fall(u));
        dead += g;
        if (derivatives) {
            addTerm(g, tX + u, 1);
        }
    }
}
