package org.crmkit.segmentation.json;

import java.util.LinkedHashMap;
import java.util.Map;
import org.crmkit.core.strategy.ScoringModel;
import org.crmkit.segmentation.band.BandMethod;
import org.crmkit.segmentation.band.Banding;
import org.crmkit.segmentation.band.Cut;
import org.crmkit.segmentation.band.Cuts;
import org.crmkit.segmentation.band.Direction;
import org.crmkit.segmentation.band.NestedCuts;
import org.crmkit.segmentation.band.ShareOf;
import org.crmkit.segmentation.band.TieOrder;
import org.crmkit.segmentation.rfm.Frequency;
import org.crmkit.segmentation.rfm.Returns;
import org.crmkit.segmentation.rfm.RfmBasis;
import org.crmkit.segmentation.rfm.RfmCoverage;
import org.crmkit.segmentation.rfm.RfmCuts;
import org.crmkit.segmentation.rfm.RfmModel;
import org.crmkit.segmentation.rfm.RfmPart;
import org.crmkit.segmentation.rfm.RfmRange;
import org.crmkit.segmentation.rfm.RfmScore;
import org.crmkit.segmentation.rfm.RfmSegment;
import org.crmkit.segmentation.rfm.RfmSegmentModel;
import org.crmkit.segmentation.rfm.RfmStrategy;
import org.crmkit.segmentation.rfm.RfmTable;
import org.crmkit.segmentation.rfm.RfmVariant;

/** Which wire form belongs to which type, in annotations alone, so that Jackson 2 and Jackson 3 share it. */
final class SegmentationMixins {
    private SegmentationMixins() {}

    static Map<Class<?>, Class<?>> table() {
        Map<Class<?>, Class<?>> table = new LinkedHashMap<>();
        table.put(Banding.class, BandMixins.BandingMixin.class);
        table.put(Banding.Standard.class, BandMixins.StandardMixin.class);
        table.put(Banding.RandomTies.class, BandMixins.RandomTiesMixin.class);
        table.put(Banding.RfmPackage.class, BandMixins.RfmPackageMixin.class);
        table.put(Banding.Fixed.class, BandMixins.FixedMixin.class);
        table.put(Banding.Shares.class, BandMixins.SharesMixin.class);
        table.put(ShareOf.class, BandMixins.ShareOfMixin.class);
        table.put(BandMethod.class, BandMixins.BandMethodMixin.class);
        table.put(Direction.class, BandMixins.DirectionMixin.class);
        table.put(Cut.class, BandMixins.CutMixin.class);
        table.put(TieOrder.class, BandMixins.TieOrderMixin.class);
        table.put(Cuts.class, BandMixins.CutsMixin.class);
        table.put(NestedCuts.class, BandMixins.NestedCutsMixin.class);
        table.put(RfmPart.class, RfmMixins.RfmPartMixin.class);
        table.put(RfmVariant.class, RfmMixins.RfmVariantMixin.class);
        table.put(Returns.class, RfmMixins.ReturnsMixin.class);
        table.put(Frequency.class, RfmMixins.FrequencyMixin.class);
        table.put(RfmBasis.class, RfmMixins.RfmBasisMixin.class);
        table.put(RfmStrategy.class, RfmMixins.RfmStrategyMixin.class);
        table.put(RfmCuts.class, RfmMixins.RfmCutsMixin.class);
        table.put(RfmModel.class, RfmMixins.RfmModelMixin.class);
        table.put(RfmSegmentModel.class, RfmMixins.RfmSegmentModelMixin.class);
        table.put(RfmScore.class, RfmMixins.RfmScoreMixin.class);
        table.put(RfmRange.class, RfmMixins.RfmRangeMixin.class);
        table.put(RfmSegment.class, RfmMixins.RfmSegmentMixin.class);
        table.put(RfmTable.class, RfmMixins.RfmTableMixin.class);
        table.put(RfmCoverage.class, RfmMixins.RfmCoverageMixin.class);
        return table;
    }

    /** The words by which fitted models are known; never to be changed. */
    static Map<String, Class<? extends ScoringModel<?>>> models() {
        Map<String, Class<? extends ScoringModel<?>>> models = new LinkedHashMap<>();
        models.put("rfm", RfmModel.class);
        models.put("rfm-segment", RfmSegmentModel.class);
        return models;
    }
}
