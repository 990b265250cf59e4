package org.crmkit.lifecycle.purchase;

import java.util.function.DoubleUnaryOperator;
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
     * Returns the probability of exactly x purchases at the opportunities 1 to m.
     *
     * <p>The sum over the opportunity after which he left (Fader, Hardie and Shang 2010); every term follows from the one before, and a long
     * sum ends in an integral.
     */
    double probability(int x, double m) {
        if (x > m) {
            return 0;
        }
        double term = Math.exp(logLeaving(x, x));
        double sum = 0;
        double last = Math.min(m, DIRECT + 200.0 * x);
        for (double i = x; i < last; i++) {
            sum += term;
            term *= (i + 1)
                    / (i + 1 - x)
                    * ((beta + i - x) / (alpha + beta + i))
                    * ((delta + i) / (gamma + 1 + delta + i));
        }
        if (last < m) {
            sum += term
                    + rest(
                            i -> Math.exp(logLeaving(x, i)),
                            i -> slopeOfLeaving(x, i),
                            last,
                            m - 1,
                            Double.POSITIVE_INFINITY);
            term = Math.exp(logLeaving(x, m));
        }
        return Math.min(1, sum + term * ((gamma + delta + m) / gamma));
    }

    /** Returns the logarithm of the probability of x purchases at the opportunities 1 to i and of leaving right after them. */
    private double logLeaving(int x, double i) {
        double orders = x == 0 || x == i ? 0 : -Math.log(i + 1) - LogBeta.value(x + 1, i - x + 1);
        return orders
                + LogBeta.value(alpha + x, beta + i - x)
                - LogBeta.value(alpha, beta)
                + LogBeta.value(gamma + 1, delta + i)
                - LogBeta.value(gamma, delta);
    }

    private double slopeOfLeaving(int x, double i) {
        return Digamma.value(i + 1)
                - Digamma.value(i - x + 1)
                + Digamma.value(beta + i - x)
                - Digamma.value(alpha + beta + i)
                + Digamma.value(delta + i)
                - Digamma.value(gamma + 1 + delta + i);
    }

    /** Euler and Maclaurin: the sum over from < i <= to is the integral plus (f(to) - f(from))/2 + (f'(to) - f'(from))/12 - ... */
    private static double rest(
            DoubleUnaryOperator term, DoubleUnaryOperator logSlope, double from, double to, double cut) {
        double start = term.applyAsDouble(from);
        double sum = -start / 2 - start * logSlope.applyAsDouble(from) / 12;
        double low = Math.log(from);
        double high = Math.min(Math.min(Math.log(to), LONGEST), cut);
        int panels = (int) Math.ceil(high - low);
        double[] points = new double[panels + 1];
        for (int i = 0; i <= panels; i++) {
            points[i] = low + (high - low) * i / panels;
        }
        sum += PanelQuadrature.integrate(v -> Math.exp(v) * term.applyAsDouble(Math.exp(v)), points);
        if (to < Double.POSITIVE_INFINITY) {
            double finish = term.applyAsDouble(to);
            sum += finish / 2 + finish * logSlope.applyAsDouble(to) / 12;
        }
        return sum;
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

        private double rest(double to) {
            double cut = LONGEST;
            if (rate > 0) {
                cut = Math.log(DIRECT + 2 * CUT / rate);
            }
            if (first) {
                cut = Math.min(cut, Math.log(DIRECT) + 2 * CUT / (gamma + alpha - (timed ? 1 : 0)));
            }
            return BgBbProcess.rest(this::term, this::slope, DIRECT, to, cut);
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
