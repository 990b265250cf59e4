package org.crmkit.segmentation.rfm;

import org.crmkit.core.strategy.ScoringModel;
import org.crmkit.core.tck.ScoringModelContract;
import org.crmkit.segmentation.band.Banding;

class RfmSegmentModelContractTest implements ScoringModelContract<String> {

    /** A table that leaves some customers without a name. */
    private static final RfmTable TABLE = RfmTable.builder("two", 4, RfmBasis.RECENCY_FM)
            .ranges("best", 3, 4, 3, 4)
            .cells("lost", "11", "12")
            .build();

    @Override
    public ScoringModel<String> model() {
        return RfmStrategy.of(Banding.fixed(1_000, 20_000, 50_000))
                .fitAndScore(RfmColumns.of(new long[] {1}, new long[] {1}, new long[] {1}, row -> "a"))
                .model()
                .named(TABLE);
    }
}
