package org.crmkit.lifecycle.purchase;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.List;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import org.crmkit.core.time.TimeGrain;
import org.crmkit.lifecycle.internal.math.GammaRatios;
import org.crmkit.lifecycle.internal.math.GaussLegendre;

/**
 * BG/NBD (Fader, Hardie and Lee 2005, "Counting your customers" the easy way) and MBG/NBD (Batislam, Denizel and Filiztekin 2007).
 *
 * <p>While he is a customer, he buys at a gamma-distributed rate lambda (shape r, rate alpha); after each repeat purchase he drops out with a
 * beta-distributed probability p (a, b); under MBG after the first purchase as well, so that one-time buyers need not be alive. Given that he is alive,
 * lambda is gamma (r+x, alpha+T) and p is beta (a, b+x), under MBG (a, b+x+1).
 */
final class BgModel extends ContinuousModel {

    static final String BG = "bg-nbd";
    static final String MBG = "mbg-nbd";
    static final List<String> NAMES = List.of("r", "alpha", "a", "b");

    private static final double LOG_TIME_PIECE = 1.6;

    private final double r;
    private final double alpha;
    private final double a;
    private final double b;
    /** 1 if one may drop out after the first purchase (MBG), else 0. */
    private final int m;

    BgModel(TimeGrain grain, boolean modified, double r, double alpha, double a, double b) {
        super(grain);
        this.r = Checks.positive(r, "r");
        this.alpha = Checks.positive(alpha, "alpha");
        this.a = Checks.positive(a, "a");
        this.b = Checks.positive(b, "b");
        this.m = modified ? 1 : 0;
    }

    @Override
    public String name() {
        return m == 1 ? MBG : BG;
    }

    @Override
    public PurchaseParameters parameters() {
        return PurchaseParameters.of(NAMES, r, alpha, a, b);
    }

    @Override
    public double logLikelihood(PurchaseHistory h) {
        int x = h.repeatPurchases();
        double gamma = GammaRatios.logRising(r, x) - r * Math.log1p(h.age() / alpha) - x * Math.log(alpha + h.age());
        double drop = GammaRatios.logSurvived(a, b, x + m);
        double odds = logOddsOfDeath(x, h.recency(), h.age());
        return gamma + drop + Math.max(odds, 0) + Math.log1p(Math.exp(-Math.abs(odds)));
    }

    /** Log-odds of "dropped out at the last purchase" against "alive": minus infinity for a one-time buyer under BG. */
    private double logOddsOfDeath(int x, double tX, double age) {
        return x + m == 0
                ? Double.NEGATIVE_INFINITY
                : Math.log(a / (b + x + m - 1)) + (r + x) * Checks.logOnePlus((age - tX) / (alpha + tX), r + x);
    }

    private double pAlive(int x, double tX, double age) {
        return Checks.logistic(-logOddsOfDeath(x, tX, age));
    }

    @Override
    public double pAlive(PurchaseHistory h) {
        return pAlive(h.repeatPurchases(), h.recency(), h.age());
    }

    @Override
    double pDead(PurchaseHistory h) {
        return Checks.logistic(logOddsOfDeath(h.repeatPurchases(), h.recency(), h.age()));
    }

    @Override
    public double pEverAgain(PurchaseHistory h) {
        return pAlive(h);
    }

    @Override
    double aliveAfter(PurchaseHistory h, double time) {
        return BgExpectation.alive(shape(h), rate(h), a, survived(h), time);
    }

    @Override
    double alivePurchases(PurchaseHistory h, double from, double to) {
        double shape = shape(h);
        double rate = rate(h);
        double purchases = BgExpectation.purchases(shape, rate, a, survived(h), to);
        if (from == 0) {
            return purchases;
        }
        double difference = purchases - BgExpectation.purchases(shape, rate, a, survived(h), from);
        // a short interval far away: the difference of two large numbers, so integrate instead
        return difference > 0.01 * purchases
                ? difference
                : BgExpectation.purchasesBetween(shape, rate, a, survived(h), from, to);
    }

    @Override
    double aliveProbability(PurchaseHistory h, int n, double time) {
        double stays = Math.exp(GammaRatios.logSurvived(a, survived(h), n)
                + NegativeBinomial.logProbability(shape(h), rate(h), time, n));
        if (n == 0) {
            return stays;
        }
        double b2 = survived(h) + n - 1;
        double leaves = Math.exp(GammaRatios.logSurvived(a, survived(h), n - 1)) * (a / (a + b2));
        return stays + leaves * NegativeBinomial.atLeast(shape(h), rate(h), time, n);
    }

    @Override
    double aliveDiscounted(PurchaseHistory h, double delta) {
        return BgExpectation.discounted(shape(h), rate(h), a, survived(h), delta);
    }

    /**
     * The same integral over {@code s = ln(1 + u/rate)}, on which M is analytic within {@code |Im s| < pi}: a piece of length
     * 1.6 costs 12 nodes for an error below {@code 8^-24}, where steps in u need many times as many.
     *
     * <p>A large shape makes M bend within {@code s = 1/(R p)}: left of 0 it grows as {@code exp(R p |s|)}. A piece no longer than its
     * distance from {@code -8/(R p)} keeps the ellipse on which its error depends (sum of half-axes 5.8) to the right of that point.
     */
    @Override
    double discountedTo(PurchaseHistory h, double delta, double horizon) {
        double end = Math.min(horizon, FORGOTTEN / delta);
        double rate = rate(h);
        double last = Math.log1p(end / rate);
        BgCurve curve = new BgCurve(shape(h), rate, a, survived(h));
        double bend = 8 / (shape(h) * likelyDropOut(survived(h)));
        double sum = 0;
        double from = 0;
        while (from < last) {
            double piece = Math.min(LOG_TIME_PIECE, from + bend);
            // no piece discounts by more than e^-3
            double to = Math.min(last, from + Math.min(piece, Math.log1p(3 / (delta * rate) * Math.exp(-from))));
            sum += GaussLegendre.TWELVE.integrate(
                    s -> Math.exp(s - delta * rate * Math.expm1(s)) * curve.purchases(s), from, to);
            from = to;
        }
        return delta * rate * sum + Math.exp(-delta * end) * curve.purchases(last);
    }

    /** A drop-out probability that is hardly exceeded: four standard deviations above the mean, at most 1. */
    private double likelyDropOut(double survived) {
        double mean = a / (a + survived);
        return Math.min(1, mean + 4 * Math.sqrt(mean * (1 - mean) / (a + survived + 1)));
    }

    @Override
    double timeScale(PurchaseHistory h) {
        return rate(h);
    }

    @Override
    public OptionalDouble timeToNextPurchase(PurchaseHistory h, double probability) {
        checkArgument(probability > 0 && probability < 1, "probability must be in (0, 1), was %s", probability);
        double share = probability / pAlive(h);
        return share < 1
                ? OptionalDouble.of(rate(h) * Math.expm1(-Math.log1p(-share) / shape(h)))
                : OptionalDouble.empty();
    }

    @Override
    public OptionalDouble meanTimeToNextPurchase(PurchaseHistory h) {
        return shape(h) > 1 ? OptionalDouble.of(rate(h) / (shape(h) - 1)) : OptionalDouble.empty();
    }

    @Override
    public double[] simulate(PurchaseHistory h, double horizon, RandomGenerator random) {
        return BgSimulation.simulate(
                pAlive(h), shape(h), rate(h), a, survived(h), 1, 1, Checks.time(horizon, "horizon"), random);
    }

    @Override
    public double[] pAlive(PurchaseHistories histories) {
        double[] result = new double[histories.size()];
        for (int i = 0; i < result.length; i++) {
            result[i] = pAlive(histories.repeatPurchases(i), histories.recency(i), histories.age(i));
        }
        return result;
    }

    @Override
    public double[] expectedPurchases(PurchaseHistories histories, double time) {
        Checks.time(time, "time");
        double[] result = new double[histories.size()];
        if (time == 0) {
            return result;
        }
        BgBatch batch = new BgBatch(r, alpha, a, b + m, time);
        AliveMemory memory = new AliveMemory(
                histories,
                1,
                (history, numbers, offset) ->
                        numbers[offset] = batch.purchases(history.repeatPurchases(), history.age()));
        for (int i = 0; i < result.length; i++) {
            double alive = pAlive(histories.repeatPurchases(i), histories.recency(i), histories.age(i));
            result[i] = memory.number(memory.offset(i)) * alive;
        }
        return result;
    }

    private double shape(PurchaseHistory h) {
        return r + h.repeatPurchases();
    }

    private double rate(PurchaseHistory h) {
        return alpha + h.age();
    }

    /** Second shape of the drop-out probability of a customer who is alive: b plus the chances he passed. */
    private double survived(PurchaseHistory h) {
        return b + m + h.repeatPurchases();
    }
}
