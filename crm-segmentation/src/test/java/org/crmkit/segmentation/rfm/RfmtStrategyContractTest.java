package org.crmkit.segmentation.rfm;

import org.crmkit.core.strategy.ScoringStrategy;
import org.crmkit.core.tck.ScoringStrategyContract;
import org.crmkit.segmentation.band.Banding;

class RfmtStrategyContractTest implements ScoringStrategyContract<RfmScore> {

    @Override
    public ScoringStrategy<RfmScore> strategy() {
        return RfmStrategy.builder(RfmVariant.RFMT)
                .all(new Banding.RandomTies(4, 7))
                .weight(RfmPart.MONETARY, 3)
                .returns(Returns.COUNTED)
                .build();
    }
}
