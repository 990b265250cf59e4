package org.crmkit.lifecycle.purchase;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.crmkit.lifecycle.internal.math.RandomDraws;

/** Draws the purchases of one customer of a BG, MBG or CNBD model. */
final class BgSimulation {

    private BgSimulation() {}

    /**
     * Draws the times of purchases from now to a horizon: alive or not, then rate and drop-out probability, then purchase by purchase.
     *
     * @param first hidden events until the next purchase
     * @param k hidden events between purchases
     */
    static double[] simulate(
            double pAlive,
            double shape,
            double rate,
            double a,
            double b,
            int first,
            int k,
            double horizon,
            RandomGenerator random) {
        if (random.nextDouble() >= pAlive) {
            return new double[0];
        }
        double lambda = RandomDraws.gamma(random, shape, rate);
        double p = RandomDraws.beta(random, a, b);
        double[] times = new double[8];
        int count = 0;
        double now = gap(random, first, lambda);
        while (now <= horizon) {
            if (count == times.length) {
                times = Arrays.copyOf(times, 2 * count);
            }
            times[count++] = now;
            if (random.nextDouble() < p) {
                break;
            }
            now += gap(random, k, lambda);
        }
        return Arrays.copyOf(times, count);
    }

    /** Draws the time of so many hidden events: Erlang. */
    private static double gap(RandomGenerator random, int events, double lambda) {
        double time = 0;
        for (int i = 0; i < events; i++) {
            time += RandomDraws.exponential(random, lambda);
        }
        return time;
    }
}
