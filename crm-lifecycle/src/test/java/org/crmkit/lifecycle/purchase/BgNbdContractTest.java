package org.crmkit.lifecycle.purchase;

import org.crmkit.core.time.TimeGrain;
import org.crmkit.lifecycle.tck.PurchaseModelContract;

class BgNbdContractTest implements PurchaseModelContract {

    @Override
    public PurchaseModelFamily family() {
        return PurchaseModelFamily.bgNbd();
    }

    @Override
    public PurchaseModel model() {
        return family().model(TimeGrain.WEEK, 1.2, 6, 0.8, 2.4);
    }
}
