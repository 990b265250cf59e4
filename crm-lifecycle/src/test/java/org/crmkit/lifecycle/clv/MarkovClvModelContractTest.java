package org.crmkit.lifecycle.clv;

import java.util.List;
import java.util.Optional;
import org.crmkit.core.strategy.FittedOn;
import org.crmkit.core.strategy.ScoringModel;
import org.crmkit.core.tck.ScoringModelContract;
import org.crmkit.lifecycle.purchase.DiscountRate;

class MarkovClvModelContractTest implements ScoringModelContract<Double> {

    @Override
    public ScoringModel<Double> model() {
        MarkovChain chain =
                MarkovChain.of(List.of("1", "2", "gone"), new double[][] {{0.4, 0.6, 0}, {0.2, 0, 0.8}, {0, 0, 1}});
        return new MarkovClv(
                Optional.of(chain), 35, new MarkovClv.Plan(60, 2, 0.3, 2, new DiscountRate(0.1), 0), FittedOn.NOTHING);
    }
}
