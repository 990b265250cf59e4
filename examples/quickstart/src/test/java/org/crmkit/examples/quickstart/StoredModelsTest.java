package org.crmkit.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.crmkit.core.json.CrmJson;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.strategy.FittedOn;
import org.crmkit.core.strategy.Scorecard;
import org.crmkit.core.strategy.ScorecardModel;
import org.crmkit.core.strategy.ScoringContext;
import org.crmkit.core.strategy.ScoringModel;
import org.crmkit.core.strategy.WhenAbstained;
import org.crmkit.core.time.AsOf;
import org.crmkit.core.time.TimeGrain;
import org.crmkit.lifecycle.FitDiagnostics;
import org.crmkit.lifecycle.FitStatus;
import org.crmkit.lifecycle.clv.HistoricalClv;
import org.crmkit.lifecycle.clv.PAliveModel;
import org.crmkit.lifecycle.json.CrmLifecycleModule;
import org.crmkit.lifecycle.purchase.FitInput;
import org.crmkit.lifecycle.purchase.PurchaseFit;
import org.crmkit.lifecycle.purchase.PurchaseModelFamily;
import org.crmkit.segmentation.json.CrmSegmentationModule;
import org.crmkit.segmentation.rfm.RfmModel;
import org.crmkit.segmentation.rfm.RfmStrategy;
import org.junit.jupiter.api.Test;

/** A host stores models of all rooms together and reads them back through one reader. */
class StoredModelsTest {
    private static final CrmJson JSON =
            CrmJson.standard().with(new CrmSegmentationModule()).with(new CrmLifecycleModule());
    private static final AsOf TODAY = AsOf.endOf(LocalDate.of(2026, 3, 7), ZoneOffset.UTC);
    private static final ScoringContext CONTEXT = ScoringContext.at(TODAY);

    @Test
    void oneReader_readsTheModelsOfAllRooms() {
        CustomerBase base = CustomerBase.of(Orders.log(), TODAY);
        RfmModel rfm = RfmStrategy.standard().fit(base, CONTEXT);
        ScoringModel<Double> card =
                Scorecard.named("health").add(1, RfmStrategy.standard()).build().fit(base, CONTEXT);
        ScorecardModel mixed = new ScorecardModel(
                "mixed",
                List.of(new ScorecardModel.Part(2, rfm), new ScorecardModel.Part(1, pAlive())),
                WhenAbstained.REWEIGHT);
        List<ScoringModel<?>> models = List.of(rfm, card, mixed, pAlive(), new HistoricalClv(0.25));
        TypeReference<List<ScoringModel<?>>> type = new TypeReference<>() {};
        List<ScoringModel<?>> read = JSON.read(JSON.write(models, type), type);
        assertThat(read).isEqualTo(models);
        for (int row = 0; row < base.size(); row++) {
            assertThat(read.get(2).score(base.profile(row), CONTEXT))
                    .isEqualTo(mixed.score(base.profile(row), CONTEXT));
        }
    }

    /** The parameters of the CDNOW shop, in weeks. */
    private static PAliveModel pAlive() {
        PurchaseFit fit = new PurchaseFit(
                "bg-nbd",
                FitStatus.CONVERGED,
                "the gradient vanishes",
                Optional.of(PurchaseModelFamily.bgNbd().model(TimeGrain.WEEK, 0.2426, 4.4136, 0.7929, 2.4259)),
                new FitDiagnostics(-9582.43, 0, 4, 2357, 12, 25, 1.2e-12, OptionalDouble.empty()),
                Optional.empty(),
                new FitInput(2357, 1016, 2457, TimeGrain.WEEK, "0123456789abcdef"));
        return new PAliveModel(fit, TimeGrain.WEEK, FittedOn.NOTHING);
    }
}
