package org.crmkit.lifecycle.purchase;

/**
 * Computes the GGompertz/NBD likelihood of one purchase history, its gradient, and the probability of being active.
 *
 * <p>Relative to the last purchase, with k = r + x, a = alpha + t_x, C the cumulative {@link GgompertzNbdLifetime#cumulative} and
 * d(u) = C(t_x + u) - C(t_x):
 * <pre>{@code
 * L = Gamma(k)/Gamma(r) * (alpha/a)^r * a^-x * e^(-s C(t_x)) * [ alive + dead ]
 * alive = (1 + D/a)^-k e^(-s d(D))
 * dead  = integral over u in (0, D) of (1 + u/a)^-k hazard(t_x + u) e^(-s d(u)) du }</pre>
 * (Bemmaor and Glady 2012; their hypergeometric form is not used.) The integral is taken in panels of 16 Gauss-Legendre nodes, each
 * no longer than the distance to the nearest pole allows and with a fall of at most e^-8, until e^-44 is reached.
 *
 * <p>Parameters are r, alpha, b, s and the scale c = beta/b, all positive (b may be 0: Pareto/NBD). An instance is scratch of one thread.
 */
final class GgompertzNbdLikelihood {

    private static final int PAIRS = 8;
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
    private double deadLogA;
    private double deadByA;
    private double deadCumulative;
    private double deadByC;
    private double deadByB;

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
        double gap = length - lastPurchase;
        integrate(x, lastPurchase, gap, false);
        return atLastPurchase(x) + Math.log(Math.exp(-fall(gap)) + dead);
    }

    /**
     * Adds weight times the gradient of {@link #logLikelihoodOfTimes} and returns the log-likelihood itself.
     *
     * @param gradient derivatives by r, alpha, b (with c fixed), s and c
     */
    double addGradient(double x, double lastPurchase, double length, double weight, double[] gradient) {
        double gap = length - lastPurchase;
        integrate(x, lastPurchase, gap, true);
        double alive = Math.exp(-fall(gap));
        double total = alive + dead;
        double stays = weight * alive / total;
        double left = weight / total;
        double logAlphaAtX = Math.log1p(tX / alpha);
        gradient[0] -= weight * logAlphaAtX + stays * Math.log1p(gap / a) + left * deadLogA;
        gradient[1] += weight * r / alpha - stays * k / (alpha + length) - left * k * deadByA;
        gradient[2] += left * deadByB - stays * s * GgompertzNbdLifetime.cumulativeByB(b, c, length);
        gradient[3] += left * (dead / s - deadCumulative) - stays * GgompertzNbdLifetime.cumulative(b, c, length);
        gradient[4] += left * deadByC - stays * s * cumulativeByC(length);
        return atLastPurchase(x) + Math.log(total);
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

    /** The derivative of the cumulative by c at t: 1/(c + W) - 1/c. */
    private double cumulativeByC(double t) {
        return Math.exp(-GgompertzNbdLifetime.cumulative(b, c, t)) / c - 1 / c;
    }

    private void integrate(double x, double lastPurchase, double gap, boolean moments) {
        k = r + x;
        tX = lastPurchase;
        a = alpha + tX;
        scaleAtX = GgompertzNbdLifetime.scaleAt(b, c, tX);
        dead = 0;
        deadLogA = 0;
        deadByA = 0;
        deadCumulative = 0;
        deadByC = 0;
        deadByB = 0;
        double from = 0;
        while (from < gap && fall(from) < CUT) {
            double to = Math.min(gap, from + panel(from));
            addPanel(from + (to - from) / 2, (to - from) / 2, moments);
            from = to;
        }
    }

    private double panel(double from) {
        double scale = GgompertzNbdLifetime.scaleAt(b, scaleAtX, from);
        double hazard = s / scale * (b * scale > 1 ? GROWTH_IN_PANEL : 1);
        double steep = FALL_IN_PANEL / (k / (a + from) + hazard);
        return Math.min(steep, Math.min(2 * (a + from), GgompertzNbdLifetime.smoothSpan(b, scale)));
    }

    private void addPanel(double center, double half, boolean moments) {
        double[] nodes = ParetoNbdNodes.nodes(PAIRS);
        double[] weights = ParetoNbdNodes.weights(PAIRS);
        for (int i = 0; i < PAIRS; i++) {
            add(center - half * nodes[i], half * weights[i], moments);
            add(center + half * nodes[i], half * weights[i], moments);
        }
    }

    private void add(double u, double weight, boolean moments) {
        double logA = Math.log1p(u / a);
        double inCumulative = GgompertzNbdLifetime.cumulative(b, scaleAtX, u);
        double scale = GgompertzNbdLifetime.scaleAt(b, scaleAtX, u);
        double g = weight * s / scale * Math.exp(-k * logA - s * inCumulative);
        dead += g;
        if (!moments) {
            return;
        }
        double t = tX + u;
        double byB = GgompertzNbdLifetime.cumulativeByB(b, c, t);
        deadLogA += g * logA;
        deadByA += g / (a + u);
        deadCumulative += g * GgompertzNbdLifetime.cumulative(b, c, t);
        deadByC += g * (-s * cumulativeByC(t) - cumulativeByC(t) - 1 / c);
        deadByB += g * (t - byB - s * byB);
    }
}
