package org.crmkit.examples.quickstart;

import java.util.Locale;
import org.crmkit.core.score.Score;
import org.crmkit.core.strategy.ScoringContext;
import org.crmkit.core.time.TimeGrain;
import org.crmkit.lifecycle.clv.ClvStrategy;
import org.crmkit.lifecycle.clv.ClvTerms;
import org.crmkit.lifecycle.clv.Horizon;
import org.crmkit.lifecycle.purchase.DiscountRate;
import org.crmkit.lifecycle.purchase.PurchaseModelFamily;
import org.crmkit.lifecycle.spend.SpendStrategy;

/** Fits purchases and spend, and tells what a customer is worth in the year to come, factor by factor. */
final class WorthNextYear {

    /** Runs the example. */
    public static void main(String[] args) {
        var base = Regulars.base();
        var now = ScoringContext.at(base.asOf());
        var year = ClvTerms.of(Horizon.ahead(52, TimeGrain.WEEK), new DiscountRate(0.1));
        var family = PurchaseModelFamily.mbgNbd();
        var clv = ClvStrategy.probabilistic(family, TimeGrain.WEEK, SpendStrategy.gammaGamma(), year)
                .fit(base, now);
        System.out.println("fit of purchases: " + clv.purchases().status());
        if (clv.score(base.profile(3), now) instanceof Score.Known<Double> known) {
            System.out.println(known.explanation().toText(Locale.ENGLISH));
        }
    }
}
