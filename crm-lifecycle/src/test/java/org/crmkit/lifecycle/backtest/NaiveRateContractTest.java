package org.crmkit.lifecycle.backtest;

import org.crmkit.core.strategy.ScoringModel;
import org.crmkit.core.tck.ScoringModelContract;

class NaiveRateContractTest implements ScoringModelContract<Double> {

    @Override
    public ScoringModel<Double> model() {
        return new NaiveRate(91, true, Target.SPEND);
    }
}
