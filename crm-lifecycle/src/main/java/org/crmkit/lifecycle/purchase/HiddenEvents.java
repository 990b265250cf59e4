package org.crmkit.lifecycle.purchase;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.numbers.gamma.LogBeta;
import org.apache.commons.numbers.gamma.RegularizedBeta;
import org.crmkit.lifecycle.internal.math.GammaRatios;
import org.crmkit.lifecycle.internal.math.GaussLegendre;

/**
 * The hidden events of a regular buyer: a Poisson process at a gamma-distributed rate (shape R, rate A), of which each k-th event is a purchase;
 * j events have happened since the last one. Drop-out after a purchase has a beta-distributed probability (a, b).
 *
 * <p>All answers are sums over the number i of events, negative binomial, of something that depends on the purchases {@code n = (i+j)/k} among them: all terms
 * are positive, so there is nothing to cancel.
 */
final class HiddenEvents {

    private static final double NEGLIGIBLE = 1e-18;
    /** Beyond this many events the sum over purchases is taken as an integral. */
    private static final double MANY = 1e6;
    /** Purchases that are summed one by one before the integral begins; its error falls like their number to the fourth. */
    private static final int SUMMED = 400;

    private final double shape;
    private final double rate;
    private final double a;
    private final double b;
    private final int k;
    private final int j;

    HiddenEvents(double shape, double rate, double a, double b, int k, int j) {
        this.shape = shape;
        this.rate = rate;
        this.a = a;
        this.b = b;
        this.k = k;
        this.j = j;
    }

    /** Expected purchases in a time. */
    double purchases(double time) {
        return tooMany(time) ? purchasesByIntegral(time) : scan(time, Quantity.PURCHASES);
    }

    /**
     * Expected purchases up to a horizon, discounted at a continuous rate above zero.
     *
     * <p>The next purchases of a regular buyer come in waves of k events' length, which spread until nothing is left of them: two waves are the
     * time on which the expectation bends.
     */
    double discounted(double delta, double horizon) {
        return ContinuousModel.byParts(this::purchases, rate * Math.min(1, 2 * k / shape), delta, horizon);
    }

    /** Probability to be a customer after a time. */
    double alive(double time) {
        return tooMany(time) ? aliveByIntegral(time) : scan(time, Quantity.ALIVE);
    }

    /** Expected purchases per unit of time at a time from now: {@code dP(M >= m)/dt = P(M = m-1) (R+m-1)/(A+t)}. */
    double density(double time) {
        return scan(time, Quantity.DENSITY);
    }

    boolean tooMany(double time) {
        return (shape + 50) * time / rate > MANY;
    }

    private enum Quantity {
        PURCHASES,
        ALIVE,
        DENSITY
    }

    /** Sums over events upward from where their probability begins to matter. */
    private double scan(double time, Quantity quantity) {
        double z = time / (rate + time);
        int mode = (int) Math.max(0, Math.floor((shape - 1) * time / rate));
        double top = Math.exp(NegativeBinomial.logProbability(shape, rate, time, mode));
        int i = mode;
        double probability = top;
        while (i > 0 && probability > NEGLIGIBLE * top) {
            probability *= i / (z * (shape + i - 1));
            i--;
        }
        int n = (i + j) / k;
        double stays = Math.exp(GammaRatios.logSurvived(a, b, n));
        double made = purchasesMade(n);
        double sum = 0;
        while (i <= mode || probability > NEGLIGIBLE * top) {
            switch (quantity) {
                case PURCHASES -> sum += probability * made;
                case ALIVE -> sum += probability * stays;
                case DENSITY -> sum += (i + 1 + j) % k == 0 ? probability * stays * (shape + i) : 0;
            }
            probability *= z * (shape + i) / (i + 1);
            i++;
            if ((i + j) % k == 0) {
                made += stays;
                stays *= (b + n) / (a + b + n);
                n++;
            }
        }
        return quantity == Quantity.DENSITY ? sum / (rate + time) : sum;
    }

    /** Expected purchases out of n chances: {@code sum over l < n of E[(1-p)^l]}. */
    private double purchasesMade(int n) {
        double sum = 0;
        double stays = 1;
        for (int l = 0; l < n; l++) {
            sum += stays;
            stays *= (b + l) / (a + b + l);
        }
        return sum;
    }

    /** Probability that at least so many events happen in a time. */
    private double atLeast(double events, double time) {
        return events <= 0 ? 1 : RegularizedBeta.value(time / (rate + time), events, shape);
    }

    private double logStays(double n) {
        return LogBeta.value(a, b + n) - LogBeta.value(a, b);
    }

    /** {@code sum over n >= 1 of E[(1-p)^(n-1)] P(M >= k n - j)}: the first terms one by one, the smooth rest by the midpoint rule backward. */
    private double purchasesByIntegral(double time) {
        double sum = 0;
        double stays = 1;
        for (int n = 1; n <= SUMMED; n++) {
            sum += stays * atLeast((double) k * n - j, time);
            stays *= (b + n - 1) / (a + b + n - 1);
        }
        return sum + integral(n -> Math.exp(logStays(n - 1)) * atLeast(k * n - j, time), time, false);
    }

    /** {@code sum over n >= 1 of E[(1-p)^(n-1) p] P(M < k n - j)}: who leaves at the n-th purchase, which has not come yet. */
    private double aliveByIntegral(double time) {
        double sum = 0;
        double stays = 1;
        for (int n = 1; n <= SUMMED; n++) {
            double leaves = stays * a / (a + b + n - 1);
            sum += leaves * fewer((double) k * n - j, time);
            stays -= leaves;
        }
        return sum
                + integral(n -> Math.exp(logStays(n - 1)) * a / (a + b + n - 1) * fewer(k * n - j, time), time, true);
    }

    private double fewer(double events, double time) {
        return events <= 0 ? 0 : RegularizedBeta.complement(time / (rate + time), events, shape);
    }

    /**
     * Integrates over n from SUMMED + 1/2 to where nothing is left, in pieces of equal ratio; Euler and Maclaurin's first term is added.
     *
     * @param leaving whether the terms become those of who leaves after n purchases at any time, whose sum is known
     */
    private double integral(DoubleUnaryOperator term, double time, boolean leaving) {
        double from = SUMMED + 0.5;
        double slope = term.applyAsDouble(from + 0.5) - term.applyAsDouble(from - 0.5);
        double sum = slope / 24;
        for (int piece = 0; piece < 400; piece++) {
            double to = from * 1.5;
            double part = GaussLegendre.SIXTEEN.integrate(term, from, to);
            sum += part;
            if (k * to > shape * time / rate && (leaving ? atLeast(k * to - j, time) : part / sum) < NEGLIGIBLE) {
                return leaving ? sum + Math.exp(logStays(to - 0.5)) : sum;
            }
            from = to;
        }
        return sum;
    }
}
