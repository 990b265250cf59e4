package org.crmkit.examples.quickstart;

import java.time.LocalDate;
import java.util.Locale;
import org.crmkit.core.time.TimeGrain;
import org.crmkit.lifecycle.purchase.PurchaseHistory;
import org.crmkit.lifecycle.purchase.PurchaseModel;
import org.crmkit.lifecycle.purchase.PurchaseModelFamily;

/** Asks a purchase model whether two silent customers are still there; parameters of the CDNOW shop, in weeks. */
final class StillThere {

    private StillThere() {}

    /** Runs the example. */
    public static void main(String[] args) {
        PurchaseModel model = PurchaseModelFamily.mbgNbd().model(TimeGrain.WEEK, 0.525, 6.183, 0.891, 1.614);
        tell("came back twice", model, PurchaseHistory.of(2, 10, 30));
        tell("came back nine times", model, PurchaseHistory.of(9, 10, 30));
    }

    private static void tell(String who, PurchaseModel model, PurchaseHistory history) {
        double alive = model.pAlive(history);
        double ahead = model.expectedPurchases(history, 52);
        System.out.printf(Locale.ROOT, "%s: alive %.2f, purchases in a year %.2f, back by ", who, alive, ahead);
        var date = model.dateOfNextPurchase(history, 0.2, LocalDate.of(2026, 3, 7));
        System.out.println(date.map(LocalDate::toString).orElse("no day at all"));
    }
}
