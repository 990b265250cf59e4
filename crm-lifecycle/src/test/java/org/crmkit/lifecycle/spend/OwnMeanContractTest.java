package org.crmkit.lifecycle.spend;

import org.crmkit.lifecycle.tck.SpendModelContract;

class OwnMeanContractTest implements SpendModelContract {

    @Override
    public SpendStrategy strategy() {
        return SpendStrategy.ownMean();
    }
}
