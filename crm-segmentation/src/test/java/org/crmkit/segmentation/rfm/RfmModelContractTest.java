package org.crmkit.segmentation.rfm;

import org.crmkit.core.strategy.ScoringModel;
import org.crmkit.core.tck.ScoringModelContract;
import org.crmkit.segmentation.band.Banding;

class RfmModelContractTest implements ScoringModelContract<RfmScore> {

    private static final RfmModel MODEL = RfmStrategy.of(Banding.ntile(5))
            .fitAndScore(RfmColumns.of(
                    new long[] {1, 20, 20, 40, 90, 300},
                    new long[] {9, 3, 3, 2, 1, 1},
                    new long[] {90_000, 40_000, 40_000, 20_000, 900, 1_000},
                    row -> "c" + row))
            .model();

    @Override
    public ScoringModel<RfmScore> model() {
        return MODEL;
    }
}
