package org.crmkit.lifecycle.json;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.crmkit.core.json.CrmJson;
import org.crmkit.core.time.TimeGrain;
import org.crmkit.lifecycle.contract.ContractModel;
import org.crmkit.lifecycle.contract.ShiftedBetaGeometric;
import org.crmkit.lifecycle.purchase.PurchaseModel;
import org.crmkit.lifecycle.purchase.PurchaseModelFamily;
import org.crmkit.lifecycle.spend.GammaGamma;
import org.crmkit.lifecycle.spend.SpendModel;

class LifecycleJsonLawsTest {

    private static final CrmJson JSON = LifecycleJsonTest.JSON;

    /** Parameters of any size, with all their digits. */
    @Provide
    Arbitrary<Double> parameters() {
        return Arbitraries.longs()
                .between(Double.doubleToLongBits(1e-9), Double.doubleToLongBits(1e9))
                .map(Double::longBitsToDouble);
    }

    private static <T> void assertRestored(T value, Class<T> type) {
        T back = JSON.read(JSON.write(value), type);
        assertThat(back).isEqualTo(value);
    }

    @Property(tries = 200)
    void everyBitOfEveryParameterIsRestored(
            @ForAll("parameters") double a,
            @ForAll("parameters") double b,
            @ForAll("parameters") double c,
            @ForAll("parameters") double d) {
        for (PurchaseModelFamily family :
                new PurchaseModelFamily[] {PurchaseModelFamily.bgNbd(), PurchaseModelFamily.paretoNbd()}) {
            assertRestored(family.model(TimeGrain.MONTH, a, b, c, d), PurchaseModel.class);
        }
        assertRestored(new GammaGamma(a, b, c), SpendModel.class);
        assertRestored(new ShiftedBetaGeometric(a, b), ContractModel.class);
    }
}
