package org.crmkit.lifecycle.clv;

import org.crmkit.core.strategy.ScoringStrategy;
import org.crmkit.core.tck.ScoringStrategyContract;
import org.crmkit.core.time.TimeGrain;
import org.crmkit.lifecycle.purchase.DiscountRate;
import org.crmkit.lifecycle.purchase.PurchaseModelFamily;
import org.crmkit.lifecycle.spend.SpendStrategy;

class ProbabilisticClvStrategyContractTest implements ScoringStrategyContract<Double> {

    @Override
    public ScoringStrategy<Double> strategy() {
        return ClvStrategy.probabilistic(
                PurchaseModelFamily.mbgNbd(),
                TimeGrain.WEEK,
                SpendStrategy.gammaGamma(),
                ClvTerms.of(Horizon.ahead(12, TimeGrain.MONTH), new DiscountRate(0.1)));
    }
}
