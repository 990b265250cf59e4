package org.crmkit.lifecycle.purchase;

import java.util.Arrays;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * The purchases of a customer who is active now: Poisson at a gamma-distributed rate for as long as a lifetime lasts.
 *
 * <p>Rate lambda ~ Gamma(shape r, rate alpha), independent of the lifetime with survival S(t). A customer whose history is known and who
 * is still active is again such a customer, with r + x, alpha + T and the lifetime that remains; so every question about the future is
 * a question to one of these, times P(alive). Times are in the unit of the parameters, from now on.
 */
abstract class LifetimeNbd {

    /** Fractions of customers still active at which the lifetime changes its pace enough to start a new panel. */
    private static final double[] SURVIVALS = {0.5, 1e-2, 1e-6, 1e-14};

    /** Distances from the peak of a count's time, in standard deviations of ln t, at which panels start. */
    private static final double[] SPREADS = {-32, -8, -3, 0, 3, 8, 32};

    /** More halvings than a bracket of a factor of two has bits. */
    private static final int BISECTIONS = 100;

    final double r;
    final double alpha;

    LifetimeNbd(double r, double alpha) {
        this.r = r;
        this.alpha = alpha;
    }

    /** Returns the probability that the lifetime exceeds t, for t at least 0. */
    abstract double survival(double t);

    /** Returns the density of the lifetime at t. */
    abstract double density(double t);

    /** Returns the time at which the given fraction, in (0, 1), is still active; may be infinite. */
    abstract double timeOfSurvival(double fraction);

    /** Returns the shortest time over which the lifetime's hazard changes by a factor of about two. */
    abstract double timeScale();

    /** Returns the lifetime and purchases after a further time t in which the customer stayed active and was not observed. */
    abstract LifetimeNbd afterSilentTime(double t);

    /** Returns the integral of exp(-rate u) S(u) for u from 0 to the horizon, which may be infinite. */
    abstract double discountedLifetime(double rate, double horizon);

    /** Returns the probability of at least one purchase within t; t may be infinite. */
    abstract double someProbability(double t);

    /** Returns the expected time to the next purchase, provided that there is one; infinite if the mean does not exist. */
    abstract double meanNextPurchaseTime();

    /** Returns the density of the time of the next purchase. */
    final double nextPurchaseDensity(double t) {
        return r / (alpha + t) * Math.exp(-r * Math.log1p(t / alpha)) * survival(t);
    }

    /** Returns the expected number of purchases after from, up to and including to. */
    final double expectedPurchases(double from, double to) {
        if (from == 0) {
            return r / alpha * discountedLifetime(0, to);
        }
        double start = survival(from);
        return start == 0 ? 0 : r / alpha * start * afterSilentTime(from).discountedLifetime(0, to - from);
    }

    /** Returns the expected purchases up to the horizon, each discounted by exp(-rate t). */
    final double discountedPurchases(double rate, double horizon) {
        return r / alpha * discountedLifetime(rate, horizon);
    }

    /**
     * Returns the probability of exactly n purchases within t.
     *
     * <p>{@code P(n) = S(t) N(n, t) + integral over u in (0, t) of f(u) N(n, u) du} with N the negative binomial probability: all terms
     * are positive, unlike the closed forms in hypergeometric functions (Fader and Hardie 2006, "Deriving an expression for P(X(t)=x)
     * under the Pareto/NBD model").
     */
    final double probability(int n, double t) {
        if (n == 0) {
            return 1 - someProbability(t);
        }
        if (t == 0) {
            return 0;
        }
        double logFactor = LogGamma.value(r + n) - LogGamma.value(r) - LogGamma.value(n + 1.0);
        double scale = Math.min(alpha, timeScale());
        double stays = survival(t) * negativeBinomial(n, t, logFactor);
        double left = PanelQuadrature.integrate(
                v -> {
                    double u = scale * Math.expm1(v);
                    return negativeBinomial(n, u, logFactor) * density(u) * scale * Math.exp(v);
                },
                breakpoints(n, t, scale));
        return Math.min(1, stays + left);
    }

    private double negativeBinomial(int n, double u, double logFactor) {
        return u == 0 ? 0 : Math.exp(logFactor - r * Math.log1p(u / alpha) - n * Math.log1p(alpha / u));
    }

    private double[] breakpoints(int n, double t, double scale) {
        double end = Math.log1p(t / scale);
        double[] points = new double[SPREADS.length + SURVIVALS.length + 2];
        double peak = alpha * n / r;
        double deviation = Math.sqrt(1.0 / n + 1 / r);
        int count = 0;
        points[count++] = 0;
        points[count++] = end;
        for (double spread : SPREADS) {
            points[count++] = Math.min(end, Math.log1p(peak * Math.exp(Math.min(300, spread * deviation)) / scale));
        }
        for (double fraction : SURVIVALS) {
            points[count++] = Math.min(end, Math.log1p(timeOfSurvival(fraction) / scale));
        }
        Arrays.sort(points);
        return points;
    }

    /**
     * Returns the time within which the next purchase falls with the given probability, which must be below that of any purchase at all.
     *
     * <p>Without drop-out it would be {@code alpha ((1-p)^(-1/r) - 1)}, the lower end of a bracket; then Newton's method on the concave
     * {@link #someProbability}, a step that leaves the bracket becoming a bisection.
     */
    final double nextPurchaseTime(double probability) {
        double low = alpha * Math.expm1(-Math.log1p(-probability) / r);
        double high = Math.max(low, Double.MIN_NORMAL);
        while (someProbability(high) < probability && high < Double.MAX_VALUE) {
            low = high;
            high = Math.min(2 * high, Double.MAX_VALUE);
        }
        double t = low;
        for (int i = 0; i < BISECTIONS && high > low; i++) {
            double missing = probability - someProbability(t);
            if (missing > 0) {
                low = t;
            } else {
                high = t;
            }
            double next = t + missing / nextPurchaseDensity(t);
            next = next >= low && next <= high ? next : low + (high - low) / 2;
            if (Math.abs(next - t) <= 4 * Math.ulp(t)) {
                return next;
            }
            t = next;
        }
        return t;
    }
}
