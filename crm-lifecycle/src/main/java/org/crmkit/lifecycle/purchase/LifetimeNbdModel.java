package org.crmkit.lifecycle.purchase;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import org.crmkit.lifecycle.internal.math.GammaRatios;
import org.crmkit.lifecycle.internal.math.RandomDraws;

/**
 * What all models have in common whose customers buy at a gamma rate during a lifetime that has nothing to do with purchases.
 *
 * <p>Every answer is P(alive) times the answer of the {@link LifetimeNbd} that an active customer with this history is.
 */
interface LifetimeNbdModel extends PurchaseModel {

    /** Returns the future of a customer with this history who is still active. */
    LifetimeNbd whileAlive(PurchaseHistory history);

    /** Returns the log-likelihood without the term ln Gamma(r + x)/Gamma(r). */
    double logLikelihoodOfTimes(PurchaseHistory history);

    /** Returns the logarithm of the probability of no purchase since the last one, given what came before. */
    double logSilence(PurchaseHistory history);

    double r();

    @Override
    default double logLikelihood(PurchaseHistory history) {
        return logLikelihoodOfTimes(history) + GammaRatios.logRising(r(), history.repeatPurchases());
    }

    @Override
    default double pAliveAfter(PurchaseHistory history, double time) {
        Checks.time(time, "time");
        return pAlive(history) * whileAlive(history).survival(time);
    }

    @Override
    default double expectedPurchases(PurchaseHistory history, double fromInclusive, double toExclusive) {
        Checks.time(fromInclusive, "fromInclusive");
        Checks.time(toExclusive, "toExclusive");
        checkArgument(
                toExclusive >= fromInclusive,
                "toExclusive must be at least fromInclusive=%s, was %s",
                fromInclusive,
                toExclusive);
        double alive = pAlive(history);
        return alive == 0 ? 0 : alive * whileAlive(history).expectedPurchases(fromInclusive, toExclusive);
    }

    @Override
    default double pPurchases(PurchaseHistory history, int purchases, double time) {
        checkArgument(purchases >= 0, "purchases must be at least 0, was %s", purchases);
        Checks.time(time, "time");
        if (purchases == 0) {
            // by Bayes: the likelihood of the longer silence over that of the silence so far
            return Math.min(1, Math.exp(logSilence(history.silentFor(time)) - logSilence(history)));
        }
        return pAlive(history) * whileAlive(history).probability(purchases, time);
    }

    @Override
    default double pEverAgain(PurchaseHistory history) {
        return pAlive(history) * whileAlive(history).someProbability(Double.POSITIVE_INFINITY);
    }

    @Override
    default OptionalDouble timeToNextPurchase(PurchaseHistory history, double probability) {
        checkArgument(probability > 0 && probability < 1, "probability must be in (0, 1), was %s", probability);
        double alive = pAlive(history);
        LifetimeNbd future = whileAlive(history);
        if (alive * future.someProbability(Double.POSITIVE_INFINITY) <= probability) {
            return OptionalDouble.empty();
        }
        double time = future.nextPurchaseTime(probability / alive);
        // with tiny shapes the time may be beyond what a double can hold: for ever, to the caller
        return time < Double.POSITIVE_INFINITY ? OptionalDouble.of(time) : OptionalDouble.empty();
    }

    @Override
    default OptionalDouble meanTimeToNextPurchase(PurchaseHistory history) {
        double mean = whileAlive(history).meanNextPurchaseTime();
        return mean < Double.POSITIVE_INFINITY ? OptionalDouble.of(mean) : OptionalDouble.empty();
    }

    @Override
    default double discountedPurchases(PurchaseHistory history, DiscountRate rate) {
        checkArgument(rate.annualRate() > 0, "rate must be above 0 without a horizon, was %s", rate.annualRate());
        double alive = pAlive(history);
        double delta = rate.continuousPer(grain());
        return alive == 0 ? 0 : alive * whileAlive(history).discountedPurchases(delta, Double.POSITIVE_INFINITY);
    }

    @Override
    default double discountedPurchases(PurchaseHistory history, DiscountRate rate, double horizon) {
        Checks.time(horizon, "horizon");
        double alive = pAlive(history);
        return alive == 0 ? 0 : alive * whileAlive(history).discountedPurchases(rate.continuousPer(grain()), horizon);
    }

    @Override
    default double[] expectedPurchases(PurchaseHistories histories, double time) {
        Checks.time(time, "time");
        return AliveMemory.times(
                pAlive(histories), histories, history -> whileAlive(history).expectedPurchases(0, time));
    }

    @Override
    default double[] discountedPurchases(PurchaseHistories histories, DiscountRate rate) {
        checkArgument(rate.annualRate() > 0, "rate must be above 0 without a horizon, was %s", rate.annualRate());
        double delta = rate.continuousPer(grain());
        return AliveMemory.times(
                pAlive(histories),
                histories,
                history -> whileAlive(history).discountedPurchases(delta, Double.POSITIVE_INFINITY));
    }

    @Override
    default double[] discountedPurchases(PurchaseHistories histories, DiscountRate rate, double horizon) {
        Checks.time(horizon, "horizon");
        double delta = rate.continuousPer(grain());
        return AliveMemory.times(
                pAlive(histories), histories, history -> whileAlive(history).discountedPurchases(delta, horizon));
    }

    @Override
    default double[] simulate(PurchaseHistory history, double horizon, RandomGenerator random) {
        Checks.time(horizon, "horizon");
        if (random.nextDouble() >= pAlive(history)) {
            return new double[0];
        }
        LifetimeNbd future = whileAlive(history);
        double rate = RandomDraws.gamma(random, future.r, future.alpha);
        double end = Math.min(horizon, future.timeOfSurvival(1 - random.nextDouble()));
        double[] times = new double[16];
        int count = 0;
        double now = RandomDraws.exponential(random, rate);
        while (now <= end) {
            // A gap that vanishes beside the time so far would be no gap at all: several purchases of one moment are
            // one.
            if (now > (count == 0 ? 0 : times[count - 1])) {
                times = count == times.length ? Arrays.copyOf(times, 2 * count) : times;
                times[count++] = now;
            }
            now += RandomDraws.exponential(random, rate);
        }
        return Arrays.copyOf(times, count);
    }
}
