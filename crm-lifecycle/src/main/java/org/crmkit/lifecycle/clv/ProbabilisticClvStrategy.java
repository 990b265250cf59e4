package org.crmkit.lifecycle.clv;

import static com.google.common.base.Preconditions.checkNotNull;

import java.util.Optional;
import java.util.OptionalDouble;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.progress.Progress;
import org.crmkit.core.strategy.FittedOn;
import org.crmkit.core.strategy.ScoringContext;
import org.crmkit.core.time.TimeGrain;
import org.crmkit.lifecycle.FitStatus;
import org.crmkit.lifecycle.internal.progress.Work;
import org.crmkit.lifecycle.purchase.BuyerState;
import org.crmkit.lifecycle.purchase.Buyers;
import org.crmkit.lifecycle.purchase.PurchaseFit;
import org.crmkit.lifecycle.purchase.PurchaseHistories;
import org.crmkit.lifecycle.purchase.PurchaseModel;
import org.crmkit.lifecycle.purchase.PurchaseModelFamily;
import org.crmkit.lifecycle.spend.SpendFit;
import org.crmkit.lifecycle.spend.SpendPolicy;
import org.crmkit.lifecycle.spend.SpendSample;
import org.crmkit.lifecycle.spend.SpendStrategy;

/**
 * Learns purchases and spend from a population and joins them to a lifetime value.
 *
 * @param family the kind of purchase model
 * @param grain the unit of time to fit in
 * @param spend how to learn what purchases are worth
 * @param terms margin, horizon and discounting
 * @param policy the choices about one-timers and refunds
 * @param returns what becomes of refunds
 */
public record ProbabilisticClvStrategy(
        PurchaseModelFamily family,
        TimeGrain grain,
        SpendStrategy spend,
        ClvTerms terms,
        SpendPolicy policy,
        BuyerState.Returns returns)
        implements ClvStrategy {

    /** Purchases, spend, and the means of the factors. */
    private static final int PARTS = 3;

    /**
     * Checks that the parts are there.
     *
     * @param family the kind of purchase model
     * @param grain the unit of time to fit in
     * @param spend how to learn what purchases are worth
     * @param terms margin, horizon and discounting
     * @param policy the choices about one-timers and refunds
     * @param returns what becomes of refunds
     */
    public ProbabilisticClvStrategy {
        checkNotNull(family, "family");
        checkNotNull(grain, "grain");
        checkNotNull(spend, "spend");
        checkNotNull(terms, "terms");
        checkNotNull(policy, "policy");
        checkNotNull(returns, "returns");
    }

    static ProbabilisticClvStrategy of(
            PurchaseModelFamily family, TimeGrain grain, SpendStrategy spend, ClvTerms terms) {
        return new ProbabilisticClvStrategy(family, grain, spend, terms, SpendPolicy.STANDARD, BuyerState.Returns.NET);
    }

    /**
     * Returns this strategy with other choices about one-timers and customers who gave everything back.
     *
     * @param choices the choices
     * @return a changed copy
     */
    public ProbabilisticClvStrategy withPolicy(SpendPolicy choices) {
        return new ProbabilisticClvStrategy(family, grain, spend, terms, choices, returns);
    }

    /**
     * Returns this strategy with another treatment of refunds.
     *
     * @param treatment what becomes of refunds
     * @return a changed copy
     */
    public ProbabilisticClvStrategy withReturns(BuyerState.Returns treatment) {
        return new ProbabilisticClvStrategy(family, grain, spend, terms, policy, treatment);
    }

    @Override
    public ProbabilisticClv fit(CustomerBase population, ScoringContext context) {
        Work work = Work.of(context.progress());
        Buyers buyers = Buyers.of(population.summaries(), grain, returns);
        PurchaseFit purchases = family.fit(buyers.patterns(), work.part(0, PARTS));
        SpendFit amounts = spend.fit(SpendSample.of(buyers.repeatPurchases(), buyers.meanRepeatSpends()));
        work.tell(2, PARTS);
        FitStatus status = FitOrigins.worse(purchases.status(), amounts.status());
        FittedOn origin = FitOrigins.of(
                population,
                Optional.of(grain),
                status,
                "purchases: " + purchases.reason() + "; spend: " + amounts.reason());
        ProbabilisticClv unaverage =
                new ProbabilisticClv(purchases, amounts, grain, terms, policy, returns, Optional.empty(), origin);
        Optional<ClvFactors> means = means(unaverage, buyers, work.part(2, PARTS));
        work.done();
        return new ProbabilisticClv(purchases, amounts, grain, terms, policy, returns, means, origin);
    }

    /** The mean of each factor over the buyers whose value is known; empty if there is none. */
    private static Optional<ClvFactors> means(ProbabilisticClv model, Buyers buyers, Progress progress) {
        if (!model.purchases().status().usable() || !model.spend().status().usable()) {
            return Optional.empty();
        }
        PurchaseModel purchases = model.purchases().usableModel();
        PurchaseHistories histories = buyers.histories();
        double[] alive = purchases.pAlive(histories);
        double[] present = PresentPurchases.of(purchases, histories, model.terms(), progress);
        double[] expected = model.terms().horizon() instanceof Horizon.Ahead ahead
                ? purchases.expectedPurchases(histories, ahead.in(purchases.grain()))
                : present;
        int n = 0;
        double[] sums = new double[4];
        for (int i = 0; i < buyers.size(); i++) {
            OptionalDouble amount = model.expectedSpend(buyers.state(i));
            if (amount.isPresent()) {
                n++;
                sums[0] += alive[i];
                sums[1] += PresentPurchases.ratio(expected[i], alive[i]);
                sums[2] += expected == present ? 1 : PresentPurchases.ratio(present[i], expected[i]);
                sums[3] += amount.getAsDouble();
            }
        }
        return n == 0
                ? Optional.empty()
                : Optional.of(new ClvFactors(
                        Math.min(1, sums[0] / n),
                        sums[1] / n,
                        sums[2] / n,
                        sums[3] / n,
                        model.terms().margin()));
    }
}
