package org.crmkit.lifecycle.purchase;

import org.crmkit.core.time.TimeGrain;
import org.crmkit.lifecycle.tck.PurchaseModelContract;

class ParetoNbdContractTest implements PurchaseModelContract {

    @Override
    public PurchaseModelFamily family() {
        return PurchaseModelFamily.paretoNbd();
    }

    @Override
    public PurchaseModel model() {
        return family().model(TimeGrain.WEEK, 1.2, 6, 0.7, 12);
    }
}
