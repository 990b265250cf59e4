package org.crmkit.lifecycle.spend;

import org.crmkit.lifecycle.tck.SpendModelContract;

class ShrunkenMeanContractTest implements SpendModelContract {

    @Override
    public SpendStrategy strategy() {
        return SpendStrategy.shrunkenMean();
    }
}
