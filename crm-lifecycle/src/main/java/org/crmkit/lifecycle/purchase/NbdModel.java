package org.crmkit.lifecycle.purchase;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import org.crmkit.core.time.TimeGrain;
import org.crmkit.lifecycle.internal.math.GammaRatios;
import org.crmkit.lifecycle.internal.math.RandomDraws;

/**
 * NBD (Ehrenberg 1959): customers buy at random, each at his own gamma-distributed rate (shape r, rate alpha), for ever.
 *
 * <p>The model without drop-out: the baseline that shows what drop-out explains.
 */
final class NbdModel extends ContinuousModel {

    static final String NAME = "nbd";
    static final List<String> NAMES = List.of("r", "alpha");

    private final double r;
    private final double alpha;

    NbdModel(TimeGrain grain, double r, double alpha) {
        super(grain);
        this.r = Checks.positive(r, "r");
        this.alpha = Checks.positive(alpha, "alpha");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public PurchaseParameters parameters() {
        return PurchaseParameters.of(NAMES, r, alpha);
    }

    @Override
    public double logLikelihood(PurchaseHistory h) {
        return GammaRatios.logRising(r, h.repeatPurchases())
                - r * Math.log1p(h.age() / alpha)
                - h.repeatPurchases() * Math.log(alpha + h.age());
    }

    @Override
    public double pAlive(PurchaseHistory history) {
        return 1;
    }

    @Override
    public double pEverAgain(PurchaseHistory history) {
        return 1;
    }

    @Override
    double aliveAfter(PurchaseHistory history, double time) {
        return 1;
    }

    @Override
    double alivePurchases(PurchaseHistory h, double from, double to) {
        return shape(h) / rate(h) * (to - from);
    }

    @Override
    double aliveProbability(PurchaseHistory h, int n, double time) {
        return Math.exp(NegativeBinomial.logProbability(shape(h), rate(h), time, n));
    }

    @Override
    double aliveDiscounted(PurchaseHistory h, double delta) {
        return shape(h) / rate(h) / delta;
    }

    @Override
    double timeScale(PurchaseHistory h) {
        return rate(h);
    }

    @Override
    public OptionalDouble timeToNextPurchase(PurchaseHistory h, double probability) {
        checkArgument(probability > 0 && probability < 1, "probability must be in (0, 1), was %s", probability);
        return OptionalDouble.of(rate(h) * Math.expm1(-Math.log1p(-probability) / shape(h)));
    }

    @Override
    public OptionalDouble meanTimeToNextPurchase(PurchaseHistory h) {
        return shape(h) > 1 ? OptionalDouble.of(rate(h) / (shape(h) - 1)) : OptionalDouble.empty();
    }

    @Override
    public double[] simulate(PurchaseHistory h, double horizon, RandomGenerator random) {
        Checks.time(horizon, "horizon");
        double lambda = RandomDraws.gamma(random, shape(h), rate(h));
        double[] times = new double[8];
        int count = 0;
        double now = RandomDraws.exponential(random, lambda);
        while (now <= horizon) {
            if (count == times.length) {
                times = Arrays.copyOf(times, 2 * count);
            }
            times[count++] = now;
            now += RandomDraws.exponential(random, lambda);
        }
        return Arrays.copyOf(times, count);
    }

    private double shape(PurchaseHistory h) {
        return r + h.repeatPurchases();
    }

    private double rate(PurchaseHistory h) {
        return alpha + h.age();
    }
}
