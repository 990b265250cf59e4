package org.crmkit.examples.quickstart;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.strategy.ScoringContext;
import org.crmkit.core.time.AsOf;
import org.crmkit.segmentation.rfm.RfmStrategy;
import org.crmkit.segmentation.rfm.RfmVariant;

/** LRFM has the length of the relationship in front, RFMT the time between purchases behind. */
final class LengthAndRhythm {

    private LengthAndRhythm() {}

    /** Runs the example. */
    public static void main(String[] args) {
        CustomerBase base = CustomerBase.of(Orders.log(), AsOf.endOf(LocalDate.of(2026, 3, 7), ZoneOffset.UTC));
        ScoringContext context = ScoringContext.at(base.asOf());
        var lrfm = RfmStrategy.builder(RfmVariant.LRFM).build().fit(base, context);
        var rfmt = RfmStrategy.builder(RfmVariant.RFMT).build().fit(base, context);
        for (int row = 0; row < base.size(); row++) {
            String withLength =
                    lrfm.score(base.profile(row), context).value().orElseThrow().code();
            String withRhythm =
                    rfmt.score(base.profile(row), context).value().orElseThrow().code();
            System.out.println(base.id(row) + " LRFM " + withLength + " RFMT " + withRhythm);
        }
    }
}
