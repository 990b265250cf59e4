package org.crmkit.lifecycle.purchase;

import static com.google.common.base.Preconditions.checkNotNull;

import java.util.List;
import org.crmkit.core.time.TimeGrain;

/**
 * The Gamma/Gompertz/NBD model (Bemmaor and Glady 2012, Management Science 58(5)).
 *
 * <p>As Pareto/NBD, but the rate of leaving of one customer grows with time as {@code eta b e^(b t)}, eta ~ Gamma(s, beta): lifetimes
 * {@code S(t) = (beta / (beta + e^(b t) - 1))^s}, which may have a mode away from zero. As b falls to 0 with beta/b fixed it becomes Pareto/NBD
 * with beta/b in place of beta. beta below 1 is legal.
 *
 * @param grain unit of time
 * @param r shape of the purchase rate
 * @param alpha rate parameter of the purchase rate, in units of time
 * @param b growth of the drop-out rate per unit of time
 * @param s shape of the drop-out rate
 * @param beta rate parameter of the drop-out rate, a pure number
 */
record GgompertzNbd(TimeGrain grain, double r, double alpha, double b, double s, double beta)
        implements LifetimeNbdModel {

    static final String NAME = "ggompertz-nbd";
    static final List<String> LETTERS = List.of("r", "alpha", "b", "s", "beta");

    GgompertzNbd {
        checkNotNull(grain, "grain");
        Checks.positive(r, "r");
        Checks.positive(alpha, "alpha");
        Checks.positive(b, "b");
        Checks.positive(s, "s");
        Checks.positive(beta, "beta");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public PurchaseParameters parameters() {
        return PurchaseParameters.of(LETTERS, r, alpha, b, s, beta);
    }

    @Override
    public double pAlive(PurchaseHistory history) {
        return pAlive(history.repeatPurchases(), history.recency(), history.age());
    }

    private double pAlive(int x, double recency, double age) {
        return likelihood().aliveProbability(x, recency, age);
    }

    @Override
    public double logLikelihoodOfTimes(PurchaseHistory history) {
        return likelihood().logLikelihoodOfTimes(history.repeatPurchases(), history.recency(), history.age());
    }

    @Override
    public double logSilence(PurchaseHistory history) {
        return likelihood().logSilence(history.repeatPurchases(), history.recency(), history.age());
    }

    private GgompertzNbdLikelihood likelihood() {
        return new GgompertzNbdLikelihood(r, alpha, b, s, beta / b);
    }

    @Override
    public GgompertzNbdProcess whileAlive(PurchaseHistory history) {
        return whileAlive(history.repeatPurchases(), history.age());
    }

    private GgompertzNbdProcess whileAlive(int x, double age) {
        return new GgompertzNbdProcess(r + x, alpha + age, b, s, GgompertzNbdLifetime.scaleAt(b, beta / b, age));
    }

    @Override
    public double[] pAlive(PurchaseHistories histories) {
        return LifetimeMemory.all(histories, this::pAlive);
    }
}
