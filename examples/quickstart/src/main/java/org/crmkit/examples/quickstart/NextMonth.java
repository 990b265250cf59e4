package org.crmkit.examples.quickstart;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.score.ScoreColumn;
import org.crmkit.core.strategy.ScoringContext;
import org.crmkit.core.time.AsOf;
import org.crmkit.segmentation.rfm.RfmSegmentModel;
import org.crmkit.segmentation.rfm.RfmStrategy;
import org.crmkit.segmentation.rfm.RfmTables;

/** Keeps the thresholds of one month and applies them in the next, so that a new name means a changed customer. */
final class NextMonth {

    /** Runs the example. */
    public static void main(String[] args) {
        CustomerBase march = CustomerBase.of(Orders.log(), AsOf.endOf(LocalDate.of(2026, 3, 7), ZoneOffset.UTC));
        CustomerBase april = CustomerBase.of(Orders.log(), AsOf.endOf(LocalDate.of(2026, 4, 7), ZoneOffset.UTC));
        ScoringContext then = ScoringContext.at(march.asOf());
        RfmSegmentModel kept = RfmStrategy.standard().fit(march, then).named(RfmTables.RF_GRID_10);
        ScoreColumn<String> before = kept.scoreAll(march, then);
        ScoreColumn<String> after = kept.scoreAll(april, ScoringContext.at(april.asOf()));
        for (int row = 0; row < march.size(); row++) {
            String was = before.score(row).value().orElseThrow();
            System.out.println(march.id(row) + ": " + was + ", then "
                    + after.score(row).value().orElseThrow());
        }
    }
}
