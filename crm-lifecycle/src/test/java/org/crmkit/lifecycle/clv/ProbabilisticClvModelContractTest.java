package org.crmkit.lifecycle.clv;

import org.crmkit.core.strategy.ScoringModel;
import org.crmkit.core.tck.ScoringModelContract;
import org.crmkit.core.time.TimeGrain;
import org.crmkit.lifecycle.purchase.DiscountRate;
import org.crmkit.lifecycle.purchase.PurchaseModelFamily;
import org.crmkit.lifecycle.spend.GammaGamma;

/** At parameters near those of the CDNOW sample, written here so that the contract needs no reference data. */
class ProbabilisticClvModelContractTest implements ScoringModelContract<Double> {

    private final ScoringModel<Double> model = ProbabilisticClvTest.at(
            PurchaseModelFamily.mbgNbd(),
            new double[] {0.5, 6.2, 0.9, 1.6},
            new GammaGamma(6.25, 3.74, 15.45),
            ClvTerms.of(Horizon.ahead(52, TimeGrain.WEEK), new DiscountRate(0.1)));

    @Override
    public ScoringModel<Double> model() {
        return model;
    }
}
