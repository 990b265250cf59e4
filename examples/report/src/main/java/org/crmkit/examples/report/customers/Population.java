package org.crmkit.examples.report.customers;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import org.crmkit.core.customer.CustomerId;
import org.crmkit.core.money.AmountUnit;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.summary.SummaryTable;
import org.crmkit.core.time.AsOf;
import org.crmkit.examples.report.intake.ShopLog;

/** Hands a shop's log to the library: the population that scoring strategies learn from and score. */
public final class Population {

    private static final int MILLIONTHS = 6;

    private Population() {}

    /**
     * Builds the base of all customers of a log; row i is the customer at i.
     *
     * @param log the purchases and returns
     * @param asOf the day of the analysis
     * @param zone the zone of the log's days
     * @param unit the currency of its amounts
     * @return one row a customer
     */
    public static CustomerBase of(ShopLog log, LocalDate asOf, ZoneId zone, MoneyUnit unit) {
        AmountUnit millionths = unit.code()
                .map(code -> new AmountUnit(Currency.getInstance(code), MILLIONTHS))
                .orElseGet(() -> AmountUnit.plain(MILLIONTHS));
        SummaryTable.Builder rows = SummaryTable.builder(AsOf.endOf(asOf, zone), millionths);
        for (int customer = 0; customer < log.customers(); customer++) {
            int number = rows.customer(CustomerId.of(log.customerId(customer)));
            for (int row = log.start(customer); row < log.start(customer + 1); row++) {
                // Without orders, the purchases of one day are one.
                long order = log.hasOrders() ? log.order(row) : log.epochDay(row);
                rows.purchase(number, order, log.epochDay(row), log.millionths(row));
            }
            for (int row = log.returnStart(customer); row < log.returnStart(customer + 1); row++) {
                rows.refund(number, log.returnEpochDay(row), log.returnMillionths(row));
            }
        }
        return CustomerBase.of(rows.build());
    }
}
