package org.crmkit.lifecycle.purchase;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import org.crmkit.core.time.TimeGrain;
import org.crmkit.lifecycle.tck.PurchaseModelContract;

class BgBbContractTest implements PurchaseModelContract {

    @Override
    public PurchaseModelFamily family() {
        return PurchaseModelFamily.bgBb();
    }

    @Override
    public PurchaseModel model() {
        return family().model(TimeGrain.WEEK, 1.2, 0.75, 0.66, 2.8);
    }

    /** Whole numbers of opportunities, at most one purchase each. */
    @Override
    @Provide
    public Arbitrary<PurchaseHistory> histories() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.integers().between(0, 40))
                .as((x, misses, silence) -> {
                    double last = x == 0 ? 0 : x + misses;
                    return PurchaseHistory.of(x, last, last + silence, x == 0 ? 0 : x * Math.log(last / x));
                });
    }
}
