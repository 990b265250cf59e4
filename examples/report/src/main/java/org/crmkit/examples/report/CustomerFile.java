package org.crmkit.examples.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.crmkit.examples.report.customers.CustomerTable;
import org.crmkit.examples.report.customers.OwnScore;
import org.crmkit.examples.report.customers.RfmResult;
import org.crmkit.examples.report.customers.ValueResult;

/** Writes {@code customers.csv}: one row a customer in the order of the table; an empty field is not known. */
final class CustomerFile {

    private CustomerFile() {}

    static void write(CustomerTable table, RfmResult rfm, ValueResult value, List<OwnScore> ownScores, Writer csv)
            throws IOException {
        csv.write(
                "customer_id,first_purchase,last_purchase,orders,purchase_days,net_spend,recency_days,frequency,monetary,r,f,m,rfm_segment"
                        + ",x,t_x,T,mean_spend,p_alive,expected_purchases,expected_spend,clv");
        for (OwnScore own : ownScores) {
            csv.append(',').append(CsvText.field(own.name()));
        }
        csv.append('\n');
        StringBuilder row = new StringBuilder(128);
        for (int i = 0; i < table.size(); i++) {
            row.setLength(0);
            row.append(CsvText.field(table.log().customerId(i)));
            row.append(',').append(table.log().firstPurchase(i));
            row.append(',').append(table.log().lastPurchase(i));
            row.append(',').append(table.log().hasOrders() ? Integer.toString(table.orders(i)) : "");
            row.append(',').append(table.purchaseDays(i));
            row.append(',').append(table.log().hasAmounts() ? table.unit().plain(table.netMinor(i)) : "");
            row.append(',').append(table.recencyDays(i));
            row.append(',').append(table.frequency(i));
            row.append(',').append(table.log().hasAmounts() ? table.unit().plain(table.monetaryMinor(i)) : "");
            row.append(',').append(rfm.r(i)).append(',').append(rfm.f(i));
            row.append(',').append(rfm.hasMoney() ? Integer.toString(rfm.m(i)) : "");
            row.append(',').append(CsvText.field(rfm.segmentName(i).orElse("")));
            addValue(row, value, i);
            for (OwnScore own : ownScores) {
                row.append(',').append(CsvText.number(own.scores().numbers().get(i)));
            }
            csv.append(row).append('\n');
        }
    }

    private static void addValue(StringBuilder row, ValueResult value, int i) {
        row.append(',').append(value.x(i) < 0 ? "" : Integer.toString(value.x(i)));
        row.append(',').append(CsvText.number(value.recency(i)));
        row.append(',').append(CsvText.number(value.age(i)));
        row.append(',').append(CsvText.number(value.meanSpend(i)));
        row.append(',').append(CsvText.number(value.pAlive(i)));
        row.append(',').append(CsvText.number(value.expectedPurchases(i)));
        row.append(',').append(CsvText.number(value.expectedSpend(i)));
        row.append(',').append(CsvText.number(value.clv(i)));
    }
}
