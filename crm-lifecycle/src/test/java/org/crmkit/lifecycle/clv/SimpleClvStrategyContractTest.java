package org.crmkit.lifecycle.clv;

import org.crmkit.core.strategy.ScoringStrategy;
import org.crmkit.core.tck.ScoringStrategyContract;
import org.crmkit.lifecycle.purchase.DiscountRate;

class SimpleClvStrategyContractTest implements ScoringStrategyContract<Double> {

    @Override
    public ScoringStrategy<Double> strategy() {
        return ClvStrategy.simple(0.25, new DiscountRate(0.1));
    }
}
