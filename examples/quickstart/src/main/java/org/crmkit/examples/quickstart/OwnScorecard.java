package org.crmkit.examples.quickstart;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.strategy.Scorecard;
import org.crmkit.core.strategy.ScoringContext;
import org.crmkit.core.time.AsOf;
import org.crmkit.segmentation.rfm.RfmStrategy;

/** Weighs a scorer of one's own and a built-in one into one number from 0 to 100. */
final class OwnScorecard {

    static final Scorecard HEALTH = Scorecard.named("health")
            .add(1, new Silence())
            .add(2, RfmStrategy.standard())
            .build();

    private OwnScorecard() {}

    /** Runs the example. */
    public static void main(String[] args) {
        CustomerBase base = CustomerBase.of(Orders.log(), AsOf.endOf(LocalDate.of(2026, 3, 7), ZoneOffset.UTC));
        ScoringContext context = ScoringContext.at(base.asOf());
        var scores = HEALTH.fit(base, context).scoreAll(base, context);
        for (int row = 0; row < base.size(); row++) {
            System.out.println(base.id(row) + " " + Math.round(scores.numbers().get(row)));
        }
    }
}
