package org.crmkit.examples.quickstart;

import java.time.LocalDate;
import java.time.ZoneId;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.strategy.ScoringContext;
import org.crmkit.core.time.AsOf;
import org.crmkit.segmentation.rfm.RfmModel;
import org.crmkit.segmentation.rfm.RfmStrategy;

/** Scores recency, frequency and money: 5 is best. */
final class FirstRfm {

    private FirstRfm() {}

    /** Runs the example. */
    public static void main(String[] args) {
        AsOf today = AsOf.endOf(LocalDate.of(2026, 3, 7), ZoneId.of("Europe/Berlin"));
        CustomerBase base = CustomerBase.of(Orders.log(), today);
        RfmModel model = RfmStrategy.standard().fit(base, ScoringContext.at(today));
        for (int row = 0; row < base.size(); row++) {
            var score = model.score(base.profile(row), ScoringContext.at(today))
                    .value()
                    .orElseThrow();
            System.out.println(base.id(row) + " " + score.code());
        }
    }
}
