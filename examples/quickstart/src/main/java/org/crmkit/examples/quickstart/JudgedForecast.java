package org.crmkit.examples.quickstart;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.crmkit.core.time.TimeGrain;
import org.crmkit.lifecycle.backtest.Backtest;
import org.crmkit.lifecycle.backtest.Contender;
import org.crmkit.lifecycle.backtest.Target;
import org.crmkit.lifecycle.clv.Horizon;
import org.crmkit.lifecycle.clv.PurchaseScores;
import org.crmkit.lifecycle.purchase.PurchaseModelFamily;

/** Fits on what lay before a day and is judged by the mean error after it, beside the rules of thumb. */
final class JudgedForecast {

    private static final Contender MODEL = new Contender(
            "mbg-nbd",
            days -> PurchaseScores.expectedPurchases(
                    PurchaseModelFamily.mbgNbd(), TimeGrain.WEEK, Horizon.ahead(days, TimeGrain.DAY)));

    /** Runs the example. */
    public static void main(String[] args) {
        LocalDate split = LocalDate.of(2024, 4, 1);
        var judged = Backtest.run(Regulars.base(), split, Target.PURCHASES, List.of(MODEL));
        for (var result : judged.results()) {
            System.out.printf(Locale.ROOT, "%.3f %s%n", result.accuracy().meanAbsoluteError(), result.name());
        }
    }
}
