package org.crmkit.segmentation.rfm;

import org.crmkit.core.strategy.ScoringStrategy;
import org.crmkit.core.tck.ScoringStrategyContract;

class StandardStrategyContractTest implements ScoringStrategyContract<RfmScore> {

    @Override
    public ScoringStrategy<RfmScore> strategy() {
        return RfmStrategy.standard();
    }
}
