package org.crmkit.examples.quickstart;

import java.time.ZoneOffset;
import org.crmkit.core.activity.ActivityHistory;
import org.crmkit.core.activity.ActivityLog;
import org.crmkit.core.customer.CustomerId;
import org.crmkit.core.summary.CustomerSummary;

/** Adds up a customer in two parts, in any order, and gets the same as in one pass. */
final class SummaryOfParts {

    private SummaryOfParts() {}

    /** Runs the example. */
    public static void main(String[] args) {
        ActivityLog log = Orders.log();
        ActivityHistory ana = log.history(CustomerId.of("ana"));
        CustomerSummary whole = CustomerSummary.of(ana, ZoneOffset.UTC);
        CustomerSummary first =
                CustomerSummary.empty(ZoneOffset.UTC, log.unit()).plus(ana.get(0));
        CustomerSummary others = CustomerSummary.empty(ZoneOffset.UTC, log.unit())
                .plus(ana.get(2))
                .plus(ana.get(1));
        System.out.println(first.orders() + " order and " + others.orders() + " more: "
                + others.merge(first).equals(whole));
        System.out.println("spent " + log.unit().toDecimal(whole.netUnits()) + " since "
                + whole.firstPurchase().orElseThrow());
    }
}
