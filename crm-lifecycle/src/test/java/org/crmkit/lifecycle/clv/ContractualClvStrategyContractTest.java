package org.crmkit.lifecycle.clv;

import org.crmkit.core.strategy.ScoringStrategy;
import org.crmkit.core.tck.ScoringStrategyContract;
import org.crmkit.core.time.TimeGrain;
import org.crmkit.lifecycle.contract.ContractStrategy;
import org.crmkit.lifecycle.purchase.DiscountRate;

class ContractualClvStrategyContractTest implements ScoringStrategyContract<Double> {

    @Override
    public ScoringStrategy<Double> strategy() {
        return ClvStrategy.contractual(
                ContractStrategy.shiftedBetaGeometric(), Horizon.ahead(1, TimeGrain.MONTH), 0.4, new DiscountRate(0.1));
    }
}
