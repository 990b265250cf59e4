package org.crmkit.lifecycle.purchase;

import static com.google.common.base.Preconditions.checkNotNull;

import java.util.List;
import org.crmkit.core.time.TimeGrain;

/**
 * The Pareto/NBD model (Schmittlein, Morrison and Colombo 1987, Management Science 33(1)).
 *
 * <p>An active customer buys at the rate lambda ~ Gamma(r, alpha) and leaves at the rate mu ~ Gamma(s, beta), at any time, whether he buys
 * or not. alpha and beta are in units of time, r and s pure numbers. Customers who bought but once can have left, unlike in BG/NBD.
 *
 * @param grain unit of time
 * @param r shape of the purchase rate: small means customers differ much
 * @param alpha rate parameter of the purchase rate: r/alpha purchases per unit of time while active
 * @param s shape of the drop-out rate
 * @param beta rate parameter of the drop-out rate: s/beta is the mean rate of leaving
 */
record ParetoNbd(TimeGrain grain, double r, double alpha, double s, double beta) implements LifetimeNbdModel {

    static final String NAME = "pareto-nbd";
    static final List<String> LETTERS = List.of("r", "alpha", "s", "beta");

    ParetoNbd {
        checkNotNull(grain, "grain");
        Checks.positive(r, "r");
        Checks.positive(alpha, "alpha");
        Checks.positive(s, "s");
        Checks.positive(beta, "beta");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public PurchaseParameters parameters() {
        return PurchaseParameters.of(LETTERS, r, alpha, s, beta);
    }

    @Override
    public double pAlive(PurchaseHistory history) {
        return pAlive(history.repeatPurchases(), history.recency(), history.age());
    }

    private double pAlive(int x, double recency, double age) {
        return ParetoNbdLikelihood.aliveProbability(r, alpha, s, beta, x, recency, age);
    }

    @Override
    public double logLikelihoodOfTimes(PurchaseHistory history) {
        return ParetoNbdLikelihood.logLikelihoodOfTimes(
                r, alpha, s, beta, history.repeatPurchases(), history.recency(), history.age());
    }

    @Override
    public double logSilence(PurchaseHistory history) {
        return ParetoNbdLikelihood.logSilence(
                r, alpha, s, beta, history.repeatPurchases(), history.recency(), history.age());
    }

    @Override
    public ParetoNbdProcess whileAlive(PurchaseHistory history) {
        return whileAlive(history.repeatPurchases(), history.age());
    }

    private ParetoNbdProcess whileAlive(int x, double age) {
        return new ParetoNbdProcess(r + x, alpha + age, s, beta + age);
    }

    @Override
    public double[] pAlive(PurchaseHistories histories) {
        return LifetimeMemory.all(histories, this::pAlive);
    }
}
