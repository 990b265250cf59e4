package org.crmkit.segmentation.rfm;

import org.crmkit.core.strategy.ScoringStrategy;
import org.crmkit.core.tck.ScoringStrategyContract;
import org.crmkit.segmentation.band.Banding;

class NtileStrategyContractTest implements ScoringStrategyContract<RfmScore> {

    @Override
    public ScoringStrategy<RfmScore> strategy() {
        return RfmStrategy.of(Banding.ntile(5));
    }
}
