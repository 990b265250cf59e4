package org.crmkit.examples.report.customers;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
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
     * @param table the customers with their log
     * @param zone the zone of the log's days
     * @return one row a customer, as of the end of the day of the analysis
     */
    public static CustomerBase of(CustomerTable table, ZoneId zone) {
        return CustomerBase.of(
                summaries(table, AsOf.endOf(table.asOf(), zone), table.log().hasOrders()));
    }

    /**
     * Sums up what is known at the end of a day, with all purchases of a customer's day as one.
     *
     * @param table the customers with their log
     * @param lastDay the last day that counts
     * @param zone the zone of the log's days
     * @return one row a customer; without purchases for those who came later
     */
    static SummaryTable byDay(CustomerTable table, LocalDate lastDay, ZoneId zone) {
        return summaries(table, AsOf.endOf(lastDay, zone), false);
    }

    private static SummaryTable summaries(CustomerTable table, AsOf asOf, boolean byOrder) {
        ShopLog log = table.log();
        AmountUnit millionths = table.unit()
                .code()
                .map(code -> new AmountUnit(Currency.getInstance(code), MILLIONTHS))
                .orElseGet(() -> AmountUnit.plain(MILLIONTHS));
        SummaryTable.Builder rows = SummaryTable.builder(asOf, millionths);
        for (int customer = 0; customer < log.customers(); customer++) {
            int number = rows.customer(log.id(customer));
            addPurchases(rows, number, log, customer, byOrder);
            for (int row = log.returnStart(customer); row < log.returnStart(customer + 1); row++) {
                rows.refund(number, log.returnEpochDay(row), log.returnMillionths(row));
            }
        }
        return rows.build();
    }

    /** Neighboring rows of one day and order become one: most receipts have several lines. */
    private static void addPurchases(
            SummaryTable.Builder rows, int number, ShopLog log, int customer, boolean byOrder) {
        int row = log.start(customer);
        while (row < log.start(customer + 1)) {
            int day = log.epochDay(row);
            long order = byOrder ? log.order(row) : day;
            long sum = 0;
            while (row < log.start(customer + 1) && log.epochDay(row) == day && (!byOrder || log.order(row) == order)) {
                sum = Math.addExact(sum, log.millionths(row));
                row++;
            }
            rows.purchase(number, order, day, sum);
        }
    }
}
