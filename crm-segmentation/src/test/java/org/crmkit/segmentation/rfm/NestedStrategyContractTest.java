package org.crmkit.segmentation.rfm;

import org.crmkit.core.strategy.ScoringStrategy;
import org.crmkit.core.tck.ScoringStrategyContract;
import org.crmkit.segmentation.band.Banding;

class NestedStrategyContractTest implements ScoringStrategyContract<RfmScore> {

    @Override
    public ScoringStrategy<RfmScore> strategy() {
        return RfmStrategy.builder(RfmVariant.LRFM)
                .all(Banding.ntile(3))
                .nested()
                .frequency(Frequency.DAYS)
                .build();
    }
}
