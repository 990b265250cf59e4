package org.crmkit.lifecycle.spend;

import org.crmkit.lifecycle.tck.SpendModelContract;

class GammaGammaContractTest implements SpendModelContract {

    @Override
    public SpendStrategy strategy() {
        return SpendStrategy.gammaGamma();
    }
}
