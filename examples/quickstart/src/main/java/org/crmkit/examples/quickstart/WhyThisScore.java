package org.crmkit.examples.quickstart;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.crmkit.core.customer.CustomerId;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.score.Score;
import org.crmkit.core.strategy.ScoringContext;
import org.crmkit.core.time.AsOf;
import org.crmkit.segmentation.rfm.RfmStrategy;

/** Asks a score for its reasons, in two languages. */
final class WhyThisScore {

    private WhyThisScore() {}

    /** Runs the example. */
    public static void main(String[] args) {
        AsOf today = AsOf.endOf(LocalDate.of(2026, 3, 7), ZoneOffset.UTC);
        CustomerBase base = CustomerBase.of(Orders.log(), today);
        var model = RfmStrategy.standard().fit(base, ScoringContext.at(today));
        var score = model.score(base.profile(CustomerId.of("ana")).orElseThrow(), ScoringContext.at(today));
        if (score instanceof Score.Known<?> known) {
            System.out.println(known.explanation().toText(Locale.ENGLISH));
            System.out.println(known.explanation().toText(Locale.SIMPLIFIED_CHINESE));
        }
    }
}
