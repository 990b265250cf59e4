package org.crmkit.examples.quickstart;

import org.crmkit.core.strategy.ScoringModel;
import org.crmkit.core.tck.ScoringModelContract;

/** All that is needed to prove a scorer of one's own. */
class SilenceContractTest implements ScoringModelContract<Double> {

    @Override
    public ScoringModel<Double> model() {
        return new Silence();
    }
}
