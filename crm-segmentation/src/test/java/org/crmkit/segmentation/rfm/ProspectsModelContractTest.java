package org.crmkit.segmentation.rfm;

import org.crmkit.core.strategy.ScoringModel;
import org.crmkit.core.tck.ScoringModelContract;
import org.crmkit.segmentation.band.Banding;

/** A table that names customers without orders too. */
class ProspectsModelContractTest implements ScoringModelContract<String> {

    private static final RfmTable TABLE = RfmTable.builder("three", 3, RfmBasis.RECENCY_FREQUENCY)
            .cells("best", "33")
            .otherwise("others")
            .withoutOrders("prospects")
            .build();

    @Override
    public ScoringModel<String> model() {
        return RfmStrategy.of(Banding.fixed(1_000, 20_000))
                .fitAndScore(RfmColumns.of(new long[] {1}, new long[] {1}, new long[] {1}, row -> "a"))
                .model()
                .named(TABLE);
    }
}
