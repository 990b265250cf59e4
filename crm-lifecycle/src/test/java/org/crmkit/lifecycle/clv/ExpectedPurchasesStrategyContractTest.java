package org.crmkit.lifecycle.clv;

import org.crmkit.core.strategy.ScoringStrategy;
import org.crmkit.core.tck.ScoringStrategyContract;
import org.crmkit.core.time.TimeGrain;
import org.crmkit.lifecycle.purchase.PurchaseModelFamily;

class ExpectedPurchasesStrategyContractTest implements ScoringStrategyContract<Double> {

    @Override
    public ScoringStrategy<Double> strategy() {
        return PurchaseScores.expectedPurchases(
                PurchaseModelFamily.bgNbd(), TimeGrain.WEEK, Horizon.ahead(26, TimeGrain.WEEK));
    }
}
