package org.crmkit.segmentation.rfm;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.crmkit.core.strategy.FittedOn;
import org.crmkit.core.time.AsOf;
import org.crmkit.segmentation.band.Banding;
import org.crmkit.segmentation.band.Bands;
import org.crmkit.segmentation.band.Cuts;
import org.crmkit.segmentation.band.NestedBands;

/** Fits a strategy on columns and keeps the scores that come with it. */
final class RfmFit {

    private RfmFit() {}

    static RfmScores fit(RfmStrategy strategy, RfmColumns columns, Optional<AsOf> asOf) {
        List<RfmPart> parts = strategy.variant().parts();
        IntFunction<String> ids = i -> columns.id(columns.buyer(i));
        byte[][] scores = new byte[parts.size()][];
        RfmCuts cuts;
        if (strategy.nested()) {
            NestedBands.Builder builder = NestedBands.builder();
            for (RfmPart part : parts) {
                builder.add(strategy.banding(part), columns.buyerValues(part), part.direction());
            }
            NestedBands bands = builder.fit(ids);
            for (int i = 0; i < scores.length; i++) {
                scores[i] = bands.toArray(i);
            }
            cuts = new RfmCuts(Map.of(), Optional.of(bands.cuts()));
        } else {
            Map<RfmPart, Cuts> byPart = new EnumMap<>(RfmPart.class);
            for (int i = 0; i < scores.length; i++) {
                RfmPart part = parts.get(i);
                Banding banding = strategy.banding(part);
                long[] values = columns.buyerValues(part);
                Bands bands = columns.rowsAreIds()
                        ? banding.fit(values, part.direction())
                        : banding.fit(values, part.direction(), ids);
                scores[i] = bands.toArray();
                byPart.put(part, bands.cuts());
            }
            cuts = new RfmCuts(byPart, Optional.empty());
        }
        int fitted = columns.size() - columns.unscored();
        RfmModel model = new RfmModel(strategy, cuts, sizes(strategy, scores), origin(fitted, asOf));
        return new RfmScores(model, columns, scores);
    }

    private static Map<RfmPart, List<Integer>> sizes(RfmStrategy strategy, byte[][] scores) {
        Map<RfmPart, List<Integer>> sizes = new EnumMap<>(RfmPart.class);
        for (int i = 0; i < scores.length; i++) {
            RfmPart part = strategy.variant().parts().get(i);
            int[] counts = new int[strategy.banding(part).bands()];
            for (byte score : scores[i]) {
                counts[score - 1]++;
            }
            List<Integer> list = new ArrayList<>();
            for (int count : counts) {
                list.add(count);
            }
            sizes.put(part, list);
        }
        return sizes;
    }

    private static FittedOn origin(int customers, Optional<AsOf> asOf) {
        return new FittedOn(
                customers,
                Optional.empty(),
                asOf,
                Optional.empty(),
                customers == 0 ? FittedOn.Outcome.TOO_LITTLE_DATA : FittedOn.Outcome.CONVERGED,
                customers == 0 ? "no customer has an order" : "");
    }
}
