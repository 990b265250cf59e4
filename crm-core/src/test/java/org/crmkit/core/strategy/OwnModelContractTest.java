package org.crmkit.core.strategy;

import org.crmkit.core.tck.ScoringModelContract;

class OwnModelContractTest implements ScoringModelContract<Double> {
    @Override
    public ScoringModel<Double> model() {
        return new TestModels.Silence();
    }
}
