package org.crmkit.lifecycle.spend;

import org.crmkit.lifecycle.tck.SpendModelContract;

class PopulationMeanContractTest implements SpendModelContract {

    @Override
    public SpendStrategy strategy() {
        return SpendStrategy.populationMean();
    }
}
