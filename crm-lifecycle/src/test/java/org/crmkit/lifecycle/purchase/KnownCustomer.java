package org.crmkit.lifecycle.purchase;

import java.util.function.DoubleUnaryOperator;

/**
 * One customer whose purchase rate and way of leaving are known: what the models mix over, written down as their stories tell it.
 *
 * <p>It shares no line with the models, which know customers only by distributions. All answers are for a customer who is alive at the end of the
 * history; a regular buyer is moreover in a phase, the hidden events since the last purchase.
 */
abstract class KnownCustomer {

    /** Returns the number of phases. */
    int phases() {
        return 1;
    }

    /** Returns the likelihood of the history and of being alive in a phase at its end. */
    abstract double alive(PurchaseHistory h, int phase);

    /** Returns the likelihood of the history and of having left. */
    abstract double dead(PurchaseHistory h);

    /** Returns the probability to be alive after a time. */
    abstract double survival(PurchaseHistory h, int phase, double t);

    /** Returns the expected purchases up to a time. */
    abstract double purchases(PurchaseHistory h, int phase, double t);

    /** Returns the probability of exactly n purchases up to a time. */
    abstract double probability(PurchaseHistory h, int phase, int n, double t);

    /** Returns the probability of another purchase. */
    abstract double ever(PurchaseHistory h, int phase);

    /** Returns the time to the next purchase, counted as zero if there is none. */
    abstract double timeOfNext(PurchaseHistory h, int phase);

    /** Returns the purchases up to a horizon, each discounted at a continuous rate. */
    abstract double discounted(PurchaseHistory h, int phase, double delta, double horizon);

    /** Poisson probability of n events. */
    private static double poisson(int n, double mean) {
        double p = Math.exp(-mean);
        for (int i = 1; i <= n; i++) {
            p *= mean / i;
        }
        return p;
    }

    /** Probability of at least n events, summed upward so that small ones keep their digits. */
    private static double atLeast(int n, double mean) {
        if (n <= 0) {
            return 1;
        }
        if (n < mean) {
            double below = 0;
            for (int i = 0; i < n; i++) {
                below += poisson(i, mean);
            }
            return 1 - below;
        }
        double term = poisson(n, mean);
        double sum = 0;
        for (int i = n; term > 1e-20 * sum; i++) {
            sum += term;
            term *= mean / (i + 1);
        }
        return sum;
    }

    private static final double[] NODES = {
        0.1488743389816312, 0.4333953941292472, 0.6794095682990244, 0.8650633666889845, 0.9739065285171717
    };
    private static final double[] WEIGHTS = {
        0.2955242247147529, 0.2692667193099963, 0.2190863625159820, 0.1494513491505806, 0.0666713443086881
    };

    /** Ten Gauss-Legendre nodes a piece (Abramowitz and Stegun 1964, table 25.4). */
    private static double integral(DoubleUnaryOperator f, double from, double to, double piece) {
        int pieces = Math.max(1, (int) Math.ceil((to - from) / piece));
        double half = (to - from) / (2 * pieces);
        double sum = 0;
        for (int i = 0; i < pieces; i++) {
            double middle = from + half * (2 * i + 1);
            for (int j = 0; j < NODES.length; j++) {
                sum += half
                        * WEIGHTS[j]
                        * (f.applyAsDouble(middle - half * NODES[j]) + f.applyAsDouble(middle + half * NODES[j]));
            }
        }
        return sum;
    }

    /** Buys at random at a rate and leaves right after a purchase with a probability: BG/NBD, under MBG after the first purchase too; NBD if it is 0. */
    static final class LeavesAtPurchases extends KnownCustomer {

        private final double lambda;
        private final double p;
        private final int m;

        LeavesAtPurchases(double lambda, double p, boolean modified) {
            this.lambda = lambda;
            this.p = p;
            this.m = modified ? 1 : 0;
        }

        @Override
        double alive(PurchaseHistory h, int phase) {
            int x = h.repeatPurchases();
            return Math.pow(lambda, x) * Math.pow(1 - p, x + m) * Math.exp(-lambda * h.age());
        }

        @Override
        double dead(PurchaseHistory h) {
            int chances = h.repeatPurchases() + m;
            return chances == 0
                    ? 0
                    : Math.pow(lambda, h.repeatPurchases())
                            * Math.pow(1 - p, chances - 1)
                            * p
                            * Math.exp(-lambda * h.recency());
        }

        @Override
        double survival(PurchaseHistory h, int phase, double t) {
            return Math.exp(-lambda * p * t);
        }

        @Override
        double purchases(PurchaseHistory h, int phase, double t) {
            return p == 0 ? lambda * t : -Math.expm1(-lambda * p * t) / p;
        }

        @Override
        double probability(PurchaseHistory h, int phase, int n, double t) {
            double stays = Math.pow(1 - p, n) * poisson(n, lambda * t);
            return n == 0 ? stays : stays + p * Math.pow(1 - p, n - 1) * atLeast(n, lambda * t);
        }

        @Override
        double ever(PurchaseHistory h, int phase) {
            return 1;
        }

        @Override
        double timeOfNext(PurchaseHistory h, int phase) {
            return 1 / lambda;
        }

        @Override
        double discounted(PurchaseHistory h, int phase, double delta, double horizon) {
            double rate = delta + lambda * p;
            return -Math.expm1(-rate * horizon) * lambda / rate;
        }
    }

    /** The same, but each purchase is the k-th of hidden events: CNBD-k. */
    static final class RegularBuyer extends KnownCustomer {

        private final double lambda;
        private final double p;
        private final int m;
        private final int k;

        RegularBuyer(double lambda, double p, boolean modified, int k) {
            this.lambda = lambda;
            this.p = p;
            this.m = modified ? 1 : 0;
            this.k = k;
        }

        @Override
        int phases() {
            return k;
        }

        /** Erlang gaps: {@code lambda^k g^(k-1) e^(-lambda g) / (k-1)!} each. */
        private double gaps(PurchaseHistory h) {
            double factorial = 1;
            for (int i = 2; i < k; i++) {
                factorial *= i;
            }
            int x = h.repeatPurchases();
            return Math.exp((k - 1) * h.sumLogGaps().orElseThrow() + k * x * Math.log(lambda) - lambda * h.recency())
                    / Math.pow(factorial, x);
        }

        @Override
        double alive(PurchaseHistory h, int phase) {
            return gaps(h)
                    * Math.pow(1 - p, h.repeatPurchases() + m)
                    * poisson(phase, lambda * (h.age() - h.recency()));
        }

        @Override
        double dead(PurchaseHistory h) {
            int chances = h.repeatPurchases() + m;
            return chances == 0 ? 0 : gaps(h) * Math.pow(1 - p, chances - 1) * p;
        }

        @Override
        double survival(PurchaseHistory h, int phase, double t) {
            double left = 0;
            double stays = 1;
            for (int n = 1; stays > 1e-18; n++) {
                double reached = atLeast(k * n - phase, lambda * t);
                left += stays * p * reached;
                stays *= reached < 1e-18 ? 0 : 1 - p;
            }
            return 1 - left;
        }

        @Override
        double purchases(PurchaseHistory h, int phase, double t) {
            double made = 0;
            double stays = 1;
            for (int n = 1; stays > 1e-18; n++) {
                double reached = atLeast(k * n - phase, lambda * t);
                made += stays * reached;
                stays *= reached < 1e-18 ? 0 : 1 - p;
            }
            return made;
        }

        @Override
        double probability(PurchaseHistory h, int phase, int n, double t) {
            double exactly = 0;
            for (int i = Math.max(0, k * n - phase); i < k * (n + 1) - phase; i++) {
                exactly += poisson(i, lambda * t);
            }
            double stays = Math.pow(1 - p, n) * exactly;
            return n == 0 ? stays : stays + p * Math.pow(1 - p, n - 1) * atLeast(k * n - phase, lambda * t);
        }

        @Override
        double ever(PurchaseHistory h, int phase) {
            return 1;
        }

        @Override
        double timeOfNext(PurchaseHistory h, int phase) {
            return (k - phase) / lambda;
        }

        /** The n-th purchase from now is the (k n - j)-th event, worth {@code f^(k n - j)}; with a horizon by parts. */
        @Override
        double discounted(PurchaseHistory h, int phase, double delta, double horizon) {
            if (horizon == Double.POSITIVE_INFINITY) {
                double f = lambda / (lambda + delta);
                return Math.pow(f, k - phase) / (1 - (1 - p) * Math.pow(f, k));
            }
            return Math.exp(-delta * horizon) * purchases(h, phase, horizon)
                    + integral(
                            u -> delta * Math.exp(-delta * u) * purchases(h, phase, u), 0, horizon, 12 / (1 + lambda));
        }
    }

    /** Buys at random at a rate and leaves at another, whatever he buys: Pareto/NBD. */
    static final class LeavesAnyTime extends KnownCustomer {

        private final double lambda;
        private final double mu;

        LeavesAnyTime(double lambda, double mu) {
            this.lambda = lambda;
            this.mu = mu;
        }

        @Override
        double alive(PurchaseHistory h, int phase) {
            return Math.pow(lambda, h.repeatPurchases()) * Math.exp(-(lambda + mu) * h.age());
        }

        @Override
        double dead(PurchaseHistory h) {
            double both = lambda + mu;
            return Math.pow(lambda, h.repeatPurchases())
                    * mu
                    / both
                    * Math.exp(-both * h.recency())
                    * -Math.expm1(-both * (h.age() - h.recency()));
        }

        @Override
        double survival(PurchaseHistory h, int phase, double t) {
            return Math.exp(-mu * t);
        }

        @Override
        double purchases(PurchaseHistory h, int phase, double t) {
            return -Math.expm1(-mu * t) * lambda / mu;
        }

        @Override
        double probability(PurchaseHistory h, int phase, int n, double t) {
            double both = lambda + mu;
            return Math.exp(-mu * t) * poisson(n, lambda * t)
                    + mu / both * Math.pow(lambda / both, n) * atLeast(n + 1, both * t);
        }

        @Override
        double ever(PurchaseHistory h, int phase) {
            return lambda / (lambda + mu);
        }

        @Override
        double timeOfNext(PurchaseHistory h, int phase) {
            return lambda / ((lambda + mu) * (lambda + mu));
        }

        @Override
        double discounted(PurchaseHistory h, int phase, double delta, double horizon) {
            double rate = delta + mu;
            return -Math.expm1(-rate * horizon) * lambda / rate;
        }
    }

    /** Leaves at a rate that grows with age, {@code eta b e^(b t)}: GGompertz/NBD. */
    static final class LeavesWithAge extends KnownCustomer {

        private static final double SOON = 36;
        private static final double FOR_EVER = 400;

        private final double lambda;
        private final double eta;
        private final double b;

        LeavesWithAge(double lambda, double eta, double b) {
            this.lambda = lambda;
            this.eta = eta;
            this.b = b;
        }

        private double survival(double age) {
            return Math.exp(-eta * Math.expm1(b * age));
        }

        private double density(double age) {
            return eta * b * Math.exp(b * age) * survival(age);
        }

        /** Survival given that the customer was there at the end of the history, without 0/0. */
        @Override
        double survival(PurchaseHistory h, int phase, double t) {
            return Math.exp(-eta * Math.exp(b * h.age()) * Math.expm1(b * t));
        }

        private double leaving(PurchaseHistory h, double t) {
            return eta * b * Math.exp(b * (h.age() + t)) * survival(h, 0, t);
        }

        /** In short pieces first, then, where only who buys rarely and stays long is left, in longer ones. */
        private double integral(DoubleUnaryOperator f, double to) {
            return KnownCustomer.integral(f, 0, Math.min(to, SOON), 2)
                    + (to > SOON ? KnownCustomer.integral(f, SOON, to, 8) : 0);
        }

        @Override
        double alive(PurchaseHistory h, int phase) {
            return Math.pow(lambda, h.repeatPurchases()) * Math.exp(-lambda * h.age()) * survival(h.age());
        }

        @Override
        double dead(PurchaseHistory h) {
            return Math.pow(lambda, h.repeatPurchases())
                    * KnownCustomer.integral(u -> Math.exp(-lambda * u) * density(u), h.recency(), h.age(), 1);
        }

        @Override
        double purchases(PurchaseHistory h, int phase, double t) {
            return lambda * integral(u -> survival(h, 0, u), t);
        }

        @Override
        double probability(PurchaseHistory h, int phase, int n, double t) {
            return survival(h, 0, t) * poisson(n, lambda * t)
                    + integral(u -> leaving(h, u) * poisson(n, lambda * u), t);
        }

        @Override
        double ever(PurchaseHistory h, int phase) {
            return integral(u -> lambda * Math.exp(-lambda * u) * survival(h, 0, u), FOR_EVER);
        }

        @Override
        double timeOfNext(PurchaseHistory h, int phase) {
            return integral(u -> u * lambda * Math.exp(-lambda * u) * survival(h, 0, u), FOR_EVER);
        }

        @Override
        double discounted(PurchaseHistory h, int phase, double delta, double horizon) {
            return lambda * integral(u -> Math.exp(-delta * u) * survival(h, 0, u), Math.min(horizon, FOR_EVER));
        }
    }

    /** At each opportunity leaves with one probability, else buys with another: BG/BB. */
    static final class TakesOpportunities extends KnownCustomer {

        private final double p;
        private final double theta;

        TakesOpportunities(double p, double theta) {
            this.p = p;
            this.theta = theta;
        }

        @Override
        double alive(PurchaseHistory h, int phase) {
            int x = h.repeatPurchases();
            return Math.pow(p, x) * Math.pow(1 - p, h.age() - x) * Math.pow(1 - theta, h.age());
        }

        @Override
        double dead(PurchaseHistory h) {
            int x = h.repeatPurchases();
            double sum = 0;
            for (double last = h.recency(); last < h.age(); last++) {
                sum += Math.pow(p, x) * Math.pow(1 - p, last - x) * Math.pow(1 - theta, last) * theta;
            }
            return sum;
        }

        @Override
        double survival(PurchaseHistory h, int phase, double t) {
            return Math.pow(1 - theta, t);
        }

        @Override
        double purchases(PurchaseHistory h, int phase, double t) {
            return discounted(h, phase, 0, t);
        }

        @Override
        double probability(PurchaseHistory h, int phase, int n, double t) {
            double sum = 0;
            double orders = 1; // n out of i, from i = n
            for (int i = n; i <= t; i++) {
                double here = orders * Math.pow(p, n) * Math.pow(1 - p, i - n) * Math.pow(1 - theta, i);
                sum += i == t ? here : here * theta;
                orders *= (i + 1.0) / (i + 1 - n);
            }
            return sum;
        }

        @Override
        double ever(PurchaseHistory h, int phase) {
            return p * (1 - theta) / (1 - (1 - p) * (1 - theta));
        }

        @Override
        double timeOfNext(PurchaseHistory h, int phase) {
            double skips = (1 - p) * (1 - theta);
            return p * (1 - theta) / ((1 - skips) * (1 - skips));
        }

        @Override
        double discounted(PurchaseHistory h, int phase, double delta, double horizon) {
            double factor = (1 - theta) * Math.exp(-delta);
            if (horizon == Double.POSITIVE_INFINITY) {
                return p * factor / (1 - factor);
            }
            double sum = 0;
            for (int i = 1; i <= horizon; i++) {
                sum += p * Math.pow(factor, i);
            }
            return sum;
        }
    }
}
