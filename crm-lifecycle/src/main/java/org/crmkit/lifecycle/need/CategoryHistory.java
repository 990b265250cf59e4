package org.crmkit.lifecycle.need;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.crmkit.core.activity.ActivityHistory;
import org.crmkit.core.activity.Purchase;
import org.crmkit.core.activity.PurchaseLine;
import org.crmkit.core.customer.CustomerId;
import org.crmkit.core.money.AmountUnit;
import org.crmkit.core.summary.SummaryTable;
import org.crmkit.core.time.AsOf;

/** What customers bought of one category: the days as a table, the quantities as sums. */
final class CategoryHistory {

    private final SummaryTable.Builder rows;
    private final Map<CustomerId, Double> quantities = new HashMap<>();
    private long orders;

    private CategoryHistory(AsOf asOf, AmountUnit unit) {
        rows = SummaryTable.builder(asOf, unit);
    }

    /** Adds the purchases of one customer to the histories of the categories they name. */
    static void add(CustomerId customer, ActivityHistory history, AsOf asOf, Map<String, CategoryHistory> all) {
        for (int i = 0; i < history.size(); i++) {
            if (history.get(i) instanceof Purchase purchase) {
                Set<String> seen = new HashSet<>();
                for (PurchaseLine line : purchase.lines()) {
                    if (line.category().isPresent()) {
                        String category = line.category().get();
                        CategoryHistory one =
                                all.computeIfAbsent(category, key -> new CategoryHistory(asOf, history.unit()));
                        one.quantities.merge(customer, line.quantity().doubleValue(), Double::sum);
                        if (seen.add(category)) {
                            one.rows.purchase(
                                    one.rows.customer(customer),
                                    one.orders++,
                                    asOf.dateOf(purchase.at()).toEpochDay(),
                                    0);
                        }
                    }
                }
            }
        }
    }

    static Map<String, CategoryHistory> none() {
        return new LinkedHashMap<>();
    }

    SummaryTable table() {
        return rows.build();
    }

    double quantity(CustomerId customer) {
        return quantities.getOrDefault(customer, 0.0);
    }
}
