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

    private OwnScorecard() {}

    /** Runs the example. */
    public static void main(String[] args) {
        AsOf today = AsOf.endOf(LocalDate.of(2026, 3, 7), ZoneOffset.UTC);
        CustomerBase base = CustomerBase.of(Orders.log(), today);
        ScoringContext context = ScoringContext.at(today);
        Scorecard card = Scorecard.named("health")
                .add(1, new Silence())
                .add(2, RfmStrategy.standard())
                .build();
        var scores = card.fit(base, context).scoreAll(base, context);
        for (int row = 0; row < base.size(); row++) {
            System.out.println(base.id(row) + " " + Math.round(scores.numbers().get(row)));
        }
    }
}
