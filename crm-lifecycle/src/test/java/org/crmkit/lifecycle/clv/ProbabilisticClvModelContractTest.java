package org.crmkit.lifecycle.clv;

import org.crmkit.core.strategy.ScoringModel;
import org.crmkit.core.tck.ScoringModelContract;
import org.crmkit.core.time.TimeGrain;
import org.crmkit.lifecycle.purchase.DiscountRate;
import org.crmkit.lifecycle.purchase.PurchaseModelFamily;

class ProbabilisticClvModelContractTest implements ScoringModelContract<Double> {

    private final ScoringModel<Double> model = ProbabilisticClvTest.atReference(
            PurchaseModelFamily.mbgNbd(),
            "MBG/NBD",
            "cdnow_sample",
            ClvTerms.of(Horizon.ahead(52, TimeGrain.WEEK), new DiscountRate(0.1)));

    @Override
    public ScoringModel<Double> model() {
        return model;
    }
}
