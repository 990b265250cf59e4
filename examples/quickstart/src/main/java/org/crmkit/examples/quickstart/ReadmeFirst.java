package org.crmkit.examples.quickstart;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.crmkit.core.activity.ActivityLog;
import org.crmkit.core.activity.Purchase;
import org.crmkit.core.money.AmountUnit;
import org.crmkit.core.money.Money;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.strategy.ScoringContext;
import org.crmkit.core.time.AsOf;
import org.crmkit.segmentation.rfm.RfmStrategy;

/** The first result of the README; a test holds the two alike. */
final class ReadmeFirst {
    public static void main(String[] args) {
        var now = AsOf.endOf(LocalDate.parse("2026-03-07"), ZoneId.of("Europe/Berlin"));
        var ana = Purchase.of("order-1", "ana", now.instant(), Money.parse("EUR 28.40"));
        var ben = Purchase.of("order-2", "ben", now.instant().minusSeconds(999_999), Money.parse("EUR 7.20"));
        var base = CustomerBase.of(ActivityLog.of(List.of(ana, ben), AmountUnit.of(Currency.getInstance("EUR"))), now);
        var context = ScoringContext.at(now);
        var scores = RfmStrategy.standard().fit(base, context).scoreAll(base, context);
        for (int row = 0; row < base.size(); row++) {
            System.out.println(
                    base.id(row) + " " + scores.score(row).value().orElseThrow().code());
        }
    }
}
