package org.crmkit.lifecycle.clv;

import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.strategy.ScoringContext;
import org.crmkit.core.strategy.ScoringModel;
import org.crmkit.core.strategy.ScoringStrategy;
import org.crmkit.core.time.TimeGrain;
import org.crmkit.lifecycle.contract.ContractStrategy;
import org.crmkit.lifecycle.purchase.DiscountRate;
import org.crmkit.lifecycle.purchase.PurchaseModelFamily;
import org.crmkit.lifecycle.spend.SpendStrategy;

/**
 * A way to say what customers are worth: five answers to one question behind one interface.
 *
 * <p>What it decides: the money that a customer brings, in major units of the population's currency.
 *
 * <p>What it may assume: summaries with days of purchase and amounts; the population's instant is the end of what is known.
 *
 * <p>What it must return: a model that scores under the key {@code clv}, or under a name of its own that starts with {@code clv.},
 * with factors or terms that recombine to the value; a customer it cannot value gets an abstention with its reason.
 *
 * <p>Threads and cost: stateless; a fit is linear in the number of customers, times the steps of a search.
 *
 * <p>Proven by {@code org.crmkit.core.tck.ScoringStrategyContract}.
 */
@FunctionalInterface
public interface ClvStrategy extends ScoringStrategy<Double> {

    @Override
    ScoringModel<Double> fit(CustomerBase population, ScoringContext context);

    /**
     * Returns the well-tried setup: MBG/NBD by the week times Gamma-Gamma, the population's mean spend for who bought once, refunds taken off.
     *
     * <p>To choose by yourself, see {@link #probabilistic}; to let the data choose the purchase model, see
     * {@code ModelChoice} in {@code org.crmkit.lifecycle.backtest}.
     *
     * @param terms margin, horizon and discounting
     * @return the strategy; its models are {@link ProbabilisticClv}
     */
    static ProbabilisticClvStrategy standard(ClvTerms terms) {
        return probabilistic(PurchaseModelFamily.mbgNbd(), TimeGrain.WEEK, SpendStrategy.gammaGamma(), terms);
    }

    /**
     * Returns value from models of purchases and of spend: purchases x spend x margin, discounted.
     *
     * @param family the kind of purchase model
     * @param grain the unit of time to fit in
     * @param spend how to learn what purchases are worth
     * @param terms margin, horizon and discounting
     * @return the strategy, with the standard choices about one-timers and refunds; its models are {@link ProbabilisticClv}
     */
    static ProbabilisticClvStrategy probabilistic(
            PurchaseModelFamily family, TimeGrain grain, SpendStrategy spend, ClvTerms terms) {
        return ProbabilisticClvStrategy.of(family, grain, spend, terms);
    }

    /**
     * Returns the value already brought: net spend to date times margin.
     *
     * @param margin the share of spend that is earned, above zero
     * @return the strategy, which learns nothing
     */
    static ClvStrategy historical(double margin) {
        HistoricalClv model = new HistoricalClv(margin);
        return (population, context) -> model;
    }

    /**
     * Returns the formula of the textbooks: order value x orders a year x margin x r / (1 + d - r).
     *
     * <p>r is the share of the customers of one year who came back in the next, over the whole population. It treats
     * all customers as equally loyal, which the other strategies do not.
     *
     * @param margin the share of spend that is earned, above zero
     * @param rate a yearly rate, above zero
     * @return the strategy; its models are {@link SimpleClv}
     */
    static ClvStrategy simple(double margin, DiscountRate rate) {
        return new SimpleClvStrategy(margin, rate);
    }

    /**
     * Returns value from a chain of recency states (Pfeifer and Carraway 2000).
     *
     * <p>State 1 holds who bought in the present period, state 2 who bought in the period before, and so on; beyond the last
     * state a customer is gone.
     *
     * @param plan periods, states, margin, cost of contact and rate
     * @return the strategy; its models are {@link MarkovClv}
     */
    static ClvStrategy markov(MarkovClv.Plan plan) {
        return new MarkovClvStrategy(plan);
    }

    /**
     * Returns value from a model of contract renewal: fee x margin x discounted periods to come.
     *
     * @param contract how to learn how long customers stay
     * @param period the length of a contract's period
     * @param margin the share of the fee that is earned, above zero
     * @param rate a yearly rate, above zero
     * @return the strategy; its models are {@link ContractualClv}
     */
    static ClvStrategy contractual(ContractStrategy contract, Horizon.Ahead period, double margin, DiscountRate rate) {
        return new ContractualClvStrategy(contract, period, margin, rate);
    }
}
