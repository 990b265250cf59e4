package org.crmkit.lifecycle.clv;

import org.crmkit.core.strategy.ScoringStrategy;
import org.crmkit.core.tck.ScoringStrategyContract;
import org.crmkit.core.time.TimeGrain;
import org.crmkit.lifecycle.purchase.PurchaseModelFamily;

class NextPurchaseStrategyContractTest implements ScoringStrategyContract<Double> {

    @Override
    public ScoringStrategy<Double> strategy() {
        return PurchaseScores.nextPurchase(PurchaseModelFamily.paretoNbd(), TimeGrain.WEEK, 0.5);
    }
}
