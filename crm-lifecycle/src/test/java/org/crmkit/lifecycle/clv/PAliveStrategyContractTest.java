package org.crmkit.lifecycle.clv;

import org.crmkit.core.strategy.ScoringStrategy;
import org.crmkit.core.tck.ScoringStrategyContract;
import org.crmkit.core.time.TimeGrain;
import org.crmkit.lifecycle.purchase.PurchaseModelFamily;

class PAliveStrategyContractTest implements ScoringStrategyContract<Double> {

    @Override
    public ScoringStrategy<Double> strategy() {
        return PurchaseScores.pAlive(PurchaseModelFamily.mbgNbd(), TimeGrain.WEEK);
    }
}
