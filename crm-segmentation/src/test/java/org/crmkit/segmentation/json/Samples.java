package org.crmkit.segmentation.json;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.crmkit.core.json.ModelDocument;
import org.crmkit.core.strategy.FittedOn;
import org.crmkit.core.time.AsOf;
import org.crmkit.segmentation.band.BandMethod;
import org.crmkit.segmentation.band.Banding;
import org.crmkit.segmentation.band.Direction;
import org.crmkit.segmentation.rfm.Frequency;
import org.crmkit.segmentation.rfm.Returns;
import org.crmkit.segmentation.rfm.RfmBasis;
import org.crmkit.segmentation.rfm.RfmColumns;
import org.crmkit.segmentation.rfm.RfmModel;
import org.crmkit.segmentation.rfm.RfmPart;
import org.crmkit.segmentation.rfm.RfmScore;
import org.crmkit.segmentation.rfm.RfmStrategy;
import org.crmkit.segmentation.rfm.RfmTable;
import org.crmkit.segmentation.rfm.RfmTables;
import org.crmkit.segmentation.rfm.RfmVariant;

/** One value of each kind that has a wire form, by the name of its golden file. */
final class Samples {

    private Samples() {}

    static Map<String, Object> byName() {
        Map<String, Object> samples = new LinkedHashMap<>();
        samples.put("banding-standard", Banding.of(BandMethod.QUANTILE_RIGHT, 5));
        samples.put("banding-random-ties", new Banding.RandomTies(4, -7));
        samples.put("banding-rfm-package", new Banding.RfmPackage(5, 100));
        samples.put("banding-fixed", Banding.fixed(0.5, 2, 1e10));
        samples.put("banding-shares", Banding.topValue(0.8, 0.95));
        samples.put(
                "cuts-whole",
                Banding.quantile(4)
                        .fit(new long[] {1, 2, 4, 8, 9, 30}, Direction.LOWER_IS_BETTER)
                        .cuts());
        samples.put(
                "cuts-fractional",
                Banding.midRank(3)
                        .fit(new double[] {0.1, 1.5, 1e-7, 3e20}, Direction.HIGHER_IS_BETTER)
                        .cuts());
        samples.put(
                "cuts-split-ties",
                new Banding.RandomTies(2, 9)
                        .fit(new long[4], Direction.HIGHER_IS_BETTER, row -> "c" + row)
                        .cuts());
        samples.put(
                "cuts-empty",
                Banding.ntile(3).fit(new long[0], Direction.HIGHER_IS_BETTER).cuts());
        samples.put(
                "rfm-strategy",
                RfmStrategy.builder(RfmVariant.LRFM)
                        .part(RfmPart.MONETARY, Banding.fixed(1000, 5000))
                        .weight(RfmPart.MONETARY, 2.5)
                        .frequency(Frequency.DAYS)
                        .returns(Returns.COUNTED)
                        .build());
        samples.put("rfm-model", ModelDocument.of(fitted(RfmStrategy.of(Banding.ntile(3)))));
        samples.put(
                "rfm-model-nested",
                ModelDocument.of(fitted(RfmStrategy.builder(RfmVariant.RFM)
                        .all(Banding.midRank(2))
                        .nested()
                        .build())));
        samples.put(
                "rfm-segment-model",
                ModelDocument.of(fitted(RfmStrategy.of(Banding.quantile(5))).named(RfmTables.RF_GRID_10)));
        samples.put("rfm-score", RfmScore.of(5, 4, 3));
        samples.put("rfm-score-rfmt", new RfmScore(5, 4, 3, OptionalInt.empty(), OptionalInt.of(2)));
        samples.put("rfm-table", RfmTables.RFM_R_0_2);
        samples.put(
                "rfm-table-own",
                RfmTable.builder("own", 2, RfmBasis.RECENCY_FREQUENCY)
                        .cells("best", "22")
                        .withoutOrders("prospects")
                        .build());
        samples.put("rfm-coverage", RfmTables.RFM_R_0_2.coverage());
        return samples;
    }

    private static RfmModel fitted(RfmStrategy strategy) {
        RfmModel model = strategy.fitAndScore(RfmColumns.of(
                        new long[] {1, 20, 20, 40, 90, 300, 0},
                        new long[] {9, 3, 3, 2, 1, 1, 0},
                        new long[] {90_000, 40_000, 40_000, 20_000, 900, -1_000, 0},
                        row -> List.of("ann", "bob", "cas", "dov", "eva", "fay", "gus")
                                .get(row)))
                .model();
        AsOf asOf = AsOf.endOf(LocalDate.of(2024, 2, 29), ZoneOffset.UTC);
        FittedOn origin =
                new FittedOn(6, Optional.empty(), Optional.of(asOf), Optional.empty(), FittedOn.Outcome.CONVERGED, "");
        return new RfmModel(model.strategy(), model.cuts(), model.sizes(), origin);
    }

    /** The type under which a sample is read: the family where there is one. */
    static Class<?> type(Object sample) {
        return sample instanceof Banding ? Banding.class : sample.getClass();
    }
}
