package org.crmkit.core.strategy;

import org.crmkit.core.tck.ScoringStrategyContract;

class ScorecardContractTest implements ScoringStrategyContract<Double> {
    @Override
    public ScoringStrategy<Double> strategy() {
        return Scorecard.named("card")
                .add(3, new TestModels.Silence())
                .add(1, TestModels.boundedRefunds())
                .add(1, Combined.firstKnown("any", new TestModels.Silence(), TestModels.boundedRefunds()))
                .whenAbstained(WhenAbstained.REWEIGHT)
                .build();
    }
}
