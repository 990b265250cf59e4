package org.crmkit.examples.quickstart;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.strategy.ScoringContext;
import org.crmkit.core.time.AsOf;
import org.crmkit.segmentation.band.Banding;
import org.crmkit.segmentation.rfm.RfmBasis;
import org.crmkit.segmentation.rfm.RfmPart;
import org.crmkit.segmentation.rfm.RfmStrategy;
import org.crmkit.segmentation.rfm.RfmTable;
import org.crmkit.segmentation.rfm.RfmVariant;

/** Sets the thresholds oneself, in days and orders, and the names; what other customers do moves nobody. */
final class OwnThresholds {
    /** Runs the example. */
    public static void main(String[] args) {
        CustomerBase base = CustomerBase.of(Orders.log(), AsOf.endOf(LocalDate.of(2026, 3, 7), ZoneOffset.UTC));
        var cuts = RfmStrategy.builder(RfmVariant.RFM);
        cuts.part(RfmPart.RECENCY, Banding.fixed(31, 181)).part(RfmPart.FREQUENCY, Banding.fixed(2, 3));
        var names = RfmTable.builder("house", 3, RfmBasis.RECENCY_FREQUENCY);
        names.cells("regular", "22", "23", "32", "33").cells("new", "31").otherwise("silent");
        var now = ScoringContext.at(base.asOf());
        var told = cuts.build().fit(base, now).named(names.build()).scoreAll(base, now);
        for (int row = 0; row < base.size(); row++) {
            System.out.println(base.id(row) + " " + told.score(row).value().orElseThrow());
        }
    }
}
