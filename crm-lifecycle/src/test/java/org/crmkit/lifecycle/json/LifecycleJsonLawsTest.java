package org.crmkit.lifecycle.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.crmkit.core.json.CrmJson;
import org.crmkit.core.time.TimeGrain;
import org.crmkit.lifecycle.contract.ContractModel;
import org.crmkit.lifecycle.contract.ShiftedBetaGeometric;
import org.crmkit.lifecycle.purchase.CovariateModel;
import org.crmkit.lifecycle.purchase.PurchaseModel;
import org.crmkit.lifecycle.purchase.PurchaseModelFamily;
import org.crmkit.lifecycle.purchase.PurchaseParameters;
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

    /** Whatever the parameters; k of the regular buyers is a whole number. */
    @Property(tries = 200)
    void everyPurchaseModelIsRestored(
            @ForAll("parameters") double a,
            @ForAll("parameters") double b,
            @ForAll("parameters") double c,
            @ForAll("parameters") double d,
            @ForAll @IntRange(min = 1, max = 100) int k) {
        for (PurchaseModel model : new PurchaseModel[] {
            PurchaseModelFamily.nbd().model(TimeGrain.DAY, a, b),
            PurchaseModelFamily.bgNbd().model(TimeGrain.WEEK, a, b, c, d),
            PurchaseModelFamily.mbgNbd().model(TimeGrain.WEEK, a, b, c, d),
            PurchaseModelFamily.bgCnbd(k).model(TimeGrain.WEEK, a, b, c, d, k),
            PurchaseModelFamily.mbgCnbd(k).model(TimeGrain.WEEK, a, b, c, d, k),
            PurchaseModelFamily.paretoNbd().model(TimeGrain.MONTH, a, b, c, d),
            PurchaseModelFamily.ggompertzNbd().model(TimeGrain.MONTH, a, b, c, d, a),
            PurchaseModelFamily.bgBb().model(TimeGrain.MONTH, a, b, c, d)
        }) {
            assertRestored(model, PurchaseModel.class);
        }
    }

    @Property(tries = 200)
    void everyBitOfEveryParameterIsRestored(
            @ForAll("parameters") double a,
            @ForAll("parameters") double b,
            @ForAll("parameters") double c,
            @ForAll("parameters") double d) {
        assertRestored(
                new CovariateModel(
                        "pareto-nbd",
                        TimeGrain.WEEK,
                        PurchaseParameters.of(PurchaseModelFamily.paretoNbd().parameterNames(), a, b, c, d),
                        PurchaseParameters.of(List.of("channel"), -a),
                        PurchaseParameters.of(List.of("channel"), b)),
                CovariateModel.class);
        assertRestored(new GammaGamma(a, b, c), SpendModel.class);
        assertRestored(new ShiftedBetaGeometric(a, b), ContractModel.class);
    }
}
