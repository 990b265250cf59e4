package org.crmkit.lifecycle.purchase;

import org.crmkit.core.time.TimeGrain;
import org.crmkit.lifecycle.tck.PurchaseModelContract;

class NbdContractTest implements PurchaseModelContract {

    @Override
    public PurchaseModelFamily family() {
        return PurchaseModelFamily.nbd();
    }

    @Override
    public PurchaseModel model() {
        return family().model(TimeGrain.WEEK, 1.2, 6);
    }
}
