package org.crmkit.lifecycle.purchase;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import org.crmkit.core.time.TimeGrain;
import org.crmkit.lifecycle.internal.math.RandomDraws;

/**
 * The BG/BB model of purchases at discrete opportunities (Fader, Hardie and Shang 2010, Marketing Science 29(6)).
 *
 * <p>Donations by the year, subscriptions to a season, the monthly delivery that is taken or skipped. At each opportunity an active customer
 * first leaves with probability theta ~ Beta(gamma, delta), then buys with probability p ~ Beta(alpha, beta).
 *
 * <p>One unit of the grain is one opportunity: recency and age of a history are whole numbers, and a customer buys at most once per
 * opportunity. Opportunities happen at the times 1, 2, ... from now; an interval holds those after its start, up to and including its end, so
 * that a horizon of 5 (or 5.9) holds five. Active "now" means at the last opportunity of the history.
 *
 * @param grain unit of time: one opportunity each
 * @param alpha first shape of the probability to buy
 * @param beta second shape of the probability to buy
 * @param gamma first shape of the probability to leave
 * @param delta second shape of the probability to leave
 */
record BgBb(TimeGrain grain, double alpha, double beta, double gamma, double delta) implements PurchaseModel {

    static final String NAME = "bg-bb";
    static final List<String> LETTERS = List.of("alpha", "beta", "gamma", "delta");

    /** So many opportunities are counted through; what is beyond them is summed as an integral. */
    private static final double COUNTED = 10_000;

    /** Ages up to this are exact as a double and can be counted through. */
    private static final double LONGEST_AGE = 1e9;

    BgBb {
        checkNotNull(grain, "grain");
        Checks.positive(alpha, "alpha");
        Checks.positive(beta, "beta");
        Checks.positive(gamma, "gamma");
        Checks.positive(delta, "delta");
    }

    /** Checks that a history is one of opportunities. */
    static void checkDiscrete(int x, double recency, double age) {
        checkArgument(
                age == Math.rint(age) && age <= LONGEST_AGE,
                "age must be a whole number of opportunities up to 1e9, was %s",
                age);
        checkArgument(
                recency == Math.rint(recency), "recency must be a whole number of opportunities, was %s", recency);
        checkArgument(
                x <= recency,
                "repeatPurchases must not exceed recency=%s, was %s: one purchase at most per opportunity",
                (Object) recency,
                x);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public PurchaseParameters parameters() {
        return PurchaseParameters.of(LETTERS, alpha, beta, gamma, delta);
    }

    @Override
    public double logLikelihood(PurchaseHistory history) {
        checkDiscrete(history.repeatPurchases(), history.recency(), history.age());
        return new BgBbLikelihood(alpha, beta, gamma, delta)
                .logLikelihood(history.repeatPurchases(), (long) history.recency(), (long) history.age());
    }

    @Override
    public double pAlive(PurchaseHistory history) {
        checkDiscrete(history.repeatPurchases(), history.recency(), history.age());
        return new BgBbLikelihood(alpha, beta, gamma, delta)
                .aliveProbability(history.repeatPurchases(), (long) history.recency(), (long) history.age());
    }

    @Override
    public double[] pAlive(PurchaseHistories histories) {
        return LifetimeMemory.all(histories, (x, recency, age) -> pAlive(PurchaseHistory.of(x, recency, age)));
    }

    private BgBbProcess whileAlive(PurchaseHistory history) {
        int x = history.repeatPurchases();
        return new BgBbProcess(alpha + x, beta + history.age() - x, gamma, delta + history.age());
    }

    @Override
    public double pAliveAfter(PurchaseHistory history, double time) {
        return pAlive(history) * whileAlive(history).survival(opportunities(time, "time"));
    }

    private static double opportunities(double time, String name) {
        return Math.floor(Checks.time(time, name));
    }

    @Override
    public double expectedPurchases(PurchaseHistory history, double fromInclusive, double toExclusive) {
        double from = opportunities(fromInclusive, "fromInclusive");
        double to = opportunities(toExclusive, "toExclusive");
        checkArgument(
                toExclusive >= fromInclusive,
                "toExclusive must be at least fromInclusive=%s, was %s",
                fromInclusive,
                toExclusive);
        return pAlive(history) * whileAlive(history).expectedPurchases(from, to);
    }

    @Override
    public double pPurchases(PurchaseHistory history, int purchases, double time) {
        checkArgument(purchases >= 0, "purchases must be at least 0, was %s", purchases);
        double opportunities = opportunities(time, "time");
        double alive = pAlive(history);
        BgBbProcess future = whileAlive(history);
        if (purchases > 0) {
            return alive * future.probability(purchases, opportunities);
        }
        return opportunities <= COUNTED
                // by Bayes: the likelihood of the longer silence over that of the silence so far
                ? Math.min(1, Math.exp(logLikelihood(history.silentFor(opportunities)) - logLikelihood(history)))
                : 1 - alive * future.someProbability(opportunities);
    }

    @Override
    public double pEverAgain(PurchaseHistory history) {
        return pAlive(history) * whileAlive(history).someProbability(Double.POSITIVE_INFINITY);
    }

    @Override
    public OptionalDouble timeToNextPurchase(PurchaseHistory history, double probability) {
        checkArgument(probability > 0 && probability < 1, "probability must be in (0, 1), was %s", probability);
        double alive = pAlive(history);
        BgBbProcess future = whileAlive(history);
        return alive * future.someProbability(Double.POSITIVE_INFINITY) <= probability
                ? OptionalDouble.empty()
                : OptionalDouble.of(future.nextPurchaseTime(probability / alive));
    }

    @Override
    public OptionalDouble meanTimeToNextPurchase(PurchaseHistory history) {
        checkDiscrete(history.repeatPurchases(), history.recency(), history.age());
        double mean = whileAlive(history).meanNextPurchaseTime();
        return mean < Double.POSITIVE_INFINITY ? OptionalDouble.of(mean) : OptionalDouble.empty();
    }

    @Override
    public double discountedPurchases(PurchaseHistory history, DiscountRate rate) {
        checkArgument(rate.annualRate() > 0, "rate must be above 0 without a horizon, was %s", rate.annualRate());
        return pAlive(history)
                * whileAlive(history).discountedPurchases(rate.continuousPer(grain), Double.POSITIVE_INFINITY);
    }

    @Override
    public double discountedPurchases(PurchaseHistory history, DiscountRate rate, double horizon) {
        double opportunities = opportunities(horizon, "horizon");
        return pAlive(history) * whileAlive(history).discountedPurchases(rate.continuousPer(grain), opportunities);
    }

    @Override
    public double[] expectedPurchases(PurchaseHistories histories, double time) {
        double opportunities = opportunities(time, "time");
        return AliveMemory.times(
                pAlive(histories), histories, history -> whileAlive(history).expectedPurchases(0, opportunities));
    }

    @Override
    public double[] discountedPurchases(PurchaseHistories histories, DiscountRate rate) {
        checkArgument(rate.annualRate() > 0, "rate must be above 0 without a horizon, was %s", rate.annualRate());
        double delta = rate.continuousPer(grain);
        return AliveMemory.times(
                pAlive(histories),
                histories,
                history -> whileAlive(history).discountedPurchases(delta, Double.POSITIVE_INFINITY));
    }

    @Override
    public double[] discountedPurchases(PurchaseHistories histories, DiscountRate rate, double horizon) {
        double opportunities = opportunities(horizon, "horizon");
        double delta = rate.continuousPer(grain);
        return AliveMemory.times(
                pAlive(histories), histories, history -> whileAlive(history).discountedPurchases(delta, opportunities));
    }

    @Override
    public double[] simulate(PurchaseHistory history, double horizon, RandomGenerator random) {
        double end = opportunities(horizon, "horizon");
        if (random.nextDouble() >= pAlive(history)) {
            return new double[0];
        }
        int x = history.repeatPurchases();
        double stays = Math.log1p(-RandomDraws.beta(random, gamma, delta + history.age()));
        double skips = Math.log1p(-RandomDraws.beta(random, alpha + x, beta + history.age() - x));
        // Both counts are geometric: opportunities survived, and opportunities up to the next purchase.
        double last = Math.min(end, Math.floor(RandomDraws.exponential(random, -stays)));
        double[] times = new double[16];
        int count = 0;
        double now = 1 + Math.floor(RandomDraws.exponential(random, -skips));
        while (now <= last) {
            times = count == times.length ? Arrays.copyOf(times, 2 * count) : times;
            times[count++] = now;
            now += 1 + Math.floor(RandomDraws.exponential(random, -skips));
        }
        return Arrays.copyOf(times, count);
    }
}
