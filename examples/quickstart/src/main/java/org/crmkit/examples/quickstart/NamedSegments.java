package org.crmkit.examples.quickstart;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.strategy.ScoringContext;
import org.crmkit.core.time.AsOf;
import org.crmkit.segmentation.rfm.RfmSegmentModel;
import org.crmkit.segmentation.rfm.RfmStrategy;
import org.crmkit.segmentation.rfm.RfmTables;

/** Names the cells of RFM scores with a published table. */
final class NamedSegments {

    private NamedSegments() {}

    /** Runs the example. */
    public static void main(String[] args) {
        AsOf today = AsOf.endOf(LocalDate.of(2026, 3, 7), ZoneOffset.UTC);
        CustomerBase base = CustomerBase.of(Orders.log(), today);
        ScoringContext context = ScoringContext.at(today);
        RfmSegmentModel segments = new RfmSegmentModel(RfmStrategy.standard().fit(base, context), RfmTables.RF_GRID_10);
        var names = segments.scoreAll(base, context);
        for (int row = 0; row < base.size(); row++) {
            System.out.println(base.id(row) + " " + names.score(row).value().orElse("unnamed"));
        }
    }
}
