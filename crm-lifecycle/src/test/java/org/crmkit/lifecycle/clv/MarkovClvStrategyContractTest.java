package org.crmkit.lifecycle.clv;

import org.crmkit.core.strategy.ScoringStrategy;
import org.crmkit.core.tck.ScoringStrategyContract;
import org.crmkit.lifecycle.purchase.DiscountRate;

class MarkovClvStrategyContractTest implements ScoringStrategyContract<Double> {

    @Override
    public ScoringStrategy<Double> strategy() {
        return ClvStrategy.markov(new MarkovClv.Plan(30, 4, 0.3, 1.5, new DiscountRate(0.1), 1));
    }
}
