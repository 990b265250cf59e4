package org.crmkit.lifecycle.purchase;

import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.LogBeta;

/**
 * The BG/BB view of a customer who is active now: at each opportunity he first leaves with theta, then buys with p.
 *
 * <p>p ~ Beta(alpha, beta), theta ~ Beta(gamma, delta). Having been active through n opportunities with x purchases, he is again such a customer, with
 * alpha + x, beta + n - x, delta + n (Fader, Hardie and Shang 2010). Opportunities are numbered 1, 2, ... from now.
 */
final class BgBbProcess {

    /** So many terms of a series are added one by one; the rest is an integral with the first Euler-Maclaurin corrections. */
    private static final int DIRECT = 1_000;

    /** What is left of a series when its terms have fallen by this exponent cannot change a double. */
    private static final double CUT = 44;

    /** ln of the number of opportunities beyond which nothing is asked. */
    private static final double LONGEST = 600;

    private final double alpha;
    private final double beta;
    private final double gamma;
    private final double delta;

    BgBbProcess(double alpha, double beta, double gamma, double delta) {
        this.alpha = alpha;
        this.beta = beta;
        this.gamma = gamma;
        this.delta = delta;
    }

    /** Returns the probability of still being active at opportunity m. */
    double survival(double m) {
        if (m > DIRECT) {
            return Math.exp(LogBeta.value(gamma, delta + m) - LogBeta.value(gamma, delta));
        }
        double survival = 1;
        for (int i = 0; i < m; i++) {
            survival *= (delta + i) / (gamma + delta + i);
        }
        return survival;
    }

    /** Returns the expected purchases at the opportunities from + 1 to to. */
    double expectedPurchases(double from, double to) {
        BgBbProcess later = new BgBbProcess(alpha, beta, gamma, delta + from);
        return survival(from) * later.discountedPurchases(0, to - from);
    }

    /** Returns the expected purchases at the opportunities 1 to to, the one at i weighted by exp(-rate i); to may be infinite if rate > 0. */
    double discountedPurchases(double rate, double to) {
        return alpha / (alpha + beta) * new Series(rate, false, false).sum(to);
    }

    /** Returns the probability of a purchase at one of the opportunities 1 to to, which may be infinite. */
    double someProbability(double to) {
        return Math.min(1, new Series(0, true, false).sum(to));
    }

    /** Returns the expected number of the next opportunity with a purchase, provided that there is one; infinite if alpha + gamma <= 1. */
    double meanNextPurchaseTime() {
        double infinity = Double.POSITIVE_INFINITY;
        return alpha + gamma <= 1 ? infinity : new Series(0, true, true).sum(infinity) / someProbability(infinity);
    }

    /** Returns the first opportunity by which a purchase has the given probability, which must be below that of any purchase at all. */
    double nextPurchaseTime(double probability) {
        double high = 1;
        while (someProbability(high) < probability && high < Long.MAX_VALUE) {
            high *= 2;
        }
        double low = Math.floor(high / 2);
        while (high - low > 1) {
            double middle = Math.floor(low + (high - low) / 2);
            if (middle <= low || middle >= high) {
                return high;
            }
            if (someProbability(middle) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /**
     * Returns the probability of exactly x purchases at the opportunities 1 to m, O(m).
     *
     * <p>The sum over the opportunity after which he left (Fader, Hardie and Shang 2010, eq. 8); every term follows from the one before.
     */
    double probability(long x, long m) {
        if (x > m) {
            return 0;
        }
        double term = Math.exp(LogBeta.value(alpha + x, beta)
                - LogBeta.value(alpha, beta)
                + LogBeta.value(gamma + 1, delta + x)
                - LogBeta.value(gamma, delta));
        double sum = 0;
        for (long i = x; i < m; i++) {
            sum += term;
            term *= (i + 1.0)
                    / (i + 1 - x)
                    * ((beta + i - x) / (alpha + beta + i))
                    * ((delta + i) / (gamma + 1 + delta + i));
        }
        return Math.min(1, sum + term * ((gamma + delta + m) / gamma));
    }

    /** A sum over opportunities i of S(i) exp(-rate i), times P(first purchase at i) if wanted, times i if wanted. */
    private final class Series {

        private final double rate;
        private final boolean first;
        private final boolean timed;
        private final double logNorm;

        Series(double rate, boolean first, boolean timed) {
            this.rate = rate;
            this.first = first;
            this.timed = timed;
            this.logNorm = LogBeta.value(gamma, delta) + (first ? LogBeta.value(alpha, beta) : 0);
        }

        double sum(double to) {
            double survival = 1;
            double waiting = alpha / (alpha + beta);
            double factor = Math.exp(-rate);
            double sum = 0;
            int last = (int) Math.min(to, DIRECT);
            for (int i = 1; i <= last; i++) {
                survival *= factor * ((delta + i - 1) / (gamma + delta + i - 1));
                sum += survival * (first ? waiting : 1) * (timed ? i : 1);
                waiting *= (beta + i - 1) / (alpha + beta + i);
            }
            return to > DIRECT && rate * DIRECT < CUT ? sum + rest(to) : sum;
        }

        /** Euler and Maclaurin: the sum over i > N up to M is the integral plus (f(M) - f(N))/2 + (f'(M) - f'(N))/12 - ... */
        private double rest(double to) {
            double from = DIRECT;
            double start = term(from);
            double sum = -start / 2 - start * slope(from) / 12;
            double end = Math.min(Math.log(to), LONGEST);
            if (rate > 0) {
                end = Math.min(end, Math.log(from + 2 * CUT / rate));
            }
            double decay = gamma + (first ? alpha : 0) - (timed ? 1 : 0);
            if (first) {
                end = Math.min(end, Math.log(from) + 2 * CUT / decay);
            }
            int panels = (int) Math.ceil(end - Math.log(from));
            double[] points = new double[panels + 1];
            for (int i = 0; i <= panels; i++) {
                points[i] = Math.log(from) + (end - Math.log(from)) * i / panels;
            }
            sum += PanelQuadrature.integrate(v -> Math.exp(v) * term(Math.exp(v)), points);
            if (to < Double.POSITIVE_INFINITY) {
                double finish = term(to);
                sum += finish / 2 + finish * slope(to) / 12;
            }
            return sum;
        }

        private double term(double i) {
            double log = LogBeta.value(gamma, delta + i) - logNorm - rate * i;
            if (first) {
                log += LogBeta.value(alpha + 1, beta + i - 1);
            }
            return Math.exp(log) * (timed ? i : 1);
        }

        /** The derivative of the logarithm of {@link #term}. */
        private double slope(double i) {
            double slope = Digamma.value(delta + i) - Digamma.value(gamma + delta + i) - rate;
            if (first) {
                slope += Digamma.value(beta + i - 1) - Digamma.value(alpha + beta + i);
            }
            return slope + (timed ? 1 / i : 0);
        }
    }
}
