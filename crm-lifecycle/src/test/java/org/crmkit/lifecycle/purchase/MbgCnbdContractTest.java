package org.crmkit.lifecycle.purchase;

import org.crmkit.core.time.TimeGrain;
import org.crmkit.lifecycle.tck.PurchaseModelContract;

class MbgCnbdContractTest implements PurchaseModelContract {

    @Override
    public PurchaseModelFamily family() {
        return PurchaseModelFamily.mbgCnbd(3);
    }

    @Override
    public PurchaseModel model() {
        return family().model(TimeGrain.WEEK, 1.2, 2, 0.9, 1.6, 3);
    }
}
