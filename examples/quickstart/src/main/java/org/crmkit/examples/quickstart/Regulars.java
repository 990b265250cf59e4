package org.crmkit.examples.quickstart;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Random;
import org.crmkit.core.customer.CustomerId;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.summary.SummaryTable;
import org.crmkit.core.time.AsOf;
import org.crmkit.core.time.TimeGrain;
import org.crmkit.lifecycle.purchase.PurchaseHistory;
import org.crmkit.lifecycle.purchase.PurchaseModelFamily;

/** A simulated shop: some 5,000 purchases of customers who first came one to two years ago; the same each time. */
final class Regulars {

    static CustomerBase base() {
        var rows = SummaryTable.builder(AsOf.endOf(LocalDate.ofEpochDay(20_000), ZoneOffset.UTC), Orders.EURO);
        var habit = PurchaseModelFamily.mbgNbd().model(TimeGrain.WEEK, 0.6, 7, 0.8, 2.5);
        var random = new Random(7);
        for (int order = 0, age = 52; order < 5_000; age = 52 + order % 52) {
            int customer = rows.customer(CustomerId.of("c" + order));
            rows.purchase(customer, order++, 20_000 - 7L * age, 500 + 7L * customer);
            for (double week : habit.simulate(PurchaseHistory.NEW_CUSTOMER, age, random)) {
                rows.purchase(customer, order++, 20_000 - (long) (7 * (age - week)), 500 + 7L * customer);
            }
        }
        return CustomerBase.of(rows.build());
    }
}
