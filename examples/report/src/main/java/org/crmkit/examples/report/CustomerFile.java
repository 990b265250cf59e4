package org.crmkit.examples.report;

import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.crmkit.examples.report.customers.CustomerTable;
import org.crmkit.examples.report.customers.OwnScore;
import org.crmkit.examples.report.customers.ParallelRows;
import org.crmkit.examples.report.customers.RfmResult;
import org.crmkit.examples.report.customers.ValueResult;
import org.crmkit.examples.report.intake.ShopLog;

/** Writes {@code customers.csv}: one row a customer in the order of the table; an empty field is not known. */
final class CustomerFile {

    private static final String HEADER =
            "customer_id,first_purchase,last_purchase,orders,purchase_days,net_spend,recency_days,frequency,monetary,r,f,m,rfm_segment"
                    + ",x,t_x,T,mean_spend,p_alive,expected_purchases,expected_spend,clv";

    /** So many rows are text in memory at once. */
    private static final int BLOCK = 1 << 16;

    private static final int ROW_LENGTH = 200;

    private final CustomerTable table;
    private final RfmResult rfm;
    private final ValueResult value;
    private final List<OwnScore> ownScores;
    private final int firstDay;
    private final String[] dates;
    private final String[] segments;

    private CustomerFile(CustomerTable table, RfmResult rfm, ValueResult value, List<OwnScore> ownScores) {
        this.table = table;
        this.rfm = rfm;
        this.value = value;
        this.ownScores = ownScores;
        firstDay = table.log().firstEpochDay();
        dates = new String[table.log().lastEpochDay() - firstDay + 1];
        Arrays.setAll(dates, day -> LocalDate.ofEpochDay(firstDay + day).toString());
        segments = rfm.fields().stream().map(CsvText::field).toArray(String[]::new);
    }

    /** Makes the text on several threads, and writes it in order. */
    static void write(
            CustomerTable table, RfmResult rfm, ValueResult value, List<OwnScore> ownScores, int threads, Writer csv)
            throws IOException {
        CustomerFile file = new CustomerFile(table, rfm, value, ownScores);
        csv.write(HEADER);
        for (OwnScore own : ownScores) {
            csv.append(',').append(CsvText.field(own.name()));
        }
        csv.append('\n');
        for (int start = 0; start < table.size(); start += BLOCK) {
            int first = start;
            int rows = Math.min(BLOCK, table.size() - start);
            for (StringBuilder text :
                    ParallelRows.ranges(rows, threads, (from, to) -> file.rows(first + from, first + to))) {
                csv.append(text);
            }
        }
    }

    private StringBuilder rows(int from, int to) {
        StringBuilder text = new StringBuilder((to - from) * ROW_LENGTH);
        NumberTexts times = new NumberTexts();
        for (int i = from; i < to; i++) {
            addHistory(text, i);
            addRfm(text, i);
            addValue(text, times, i);
            for (OwnScore own : ownScores) {
                text.append(',').append(CsvText.number(own.scores().numbers().get(i)));
            }
            text.append('\n');
        }
        return text;
    }

    private void addHistory(StringBuilder text, int i) {
        ShopLog log = table.log();
        text.append(CsvText.field(log.customerId(i)));
        text.append(',').append(dates[log.epochDay(log.start(i)) - firstDay]);
        text.append(',')
                .append(dates[log.epochDay(log.start(i + 1) - 1) - firstDay])
                .append(',');
        if (log.hasOrders()) {
            text.append(table.orders(i));
        }
        text.append(',').append(table.purchaseDays(i)).append(',');
        if (log.hasAmounts()) {
            table.unit().appendPlain(table.netMinor(i), text);
        }
    }

    private void addRfm(StringBuilder text, int i) {
        text.append(',').append(table.recencyDays(i));
        text.append(',').append(table.frequency(i)).append(',');
        if (table.log().hasAmounts()) {
            table.unit().appendPlain(table.monetaryMinor(i), text);
        }
        text.append(',').append(rfm.r(i)).append(',').append(rfm.f(i)).append(',');
        if (rfm.hasMoney()) {
            text.append(rfm.m(i));
        }
        text.append(',').append(segments[rfm.segmentOf(i)]);
    }

    private void addValue(StringBuilder text, NumberTexts times, int i) {
        text.append(',');
        if (value.x(i) >= 0) {
            text.append(value.x(i));
        }
        text.append(',').append(times.of(value.recency(i)));
        text.append(',').append(times.of(value.age(i)));
        text.append(',').append(CsvText.number(value.meanSpend(i)));
        text.append(',').append(CsvText.number(value.pAlive(i)));
        text.append(',').append(CsvText.number(value.expectedPurchases(i)));
        text.append(',').append(CsvText.number(value.expectedSpend(i)));
        text.append(',').append(CsvText.number(value.clv(i)));
    }

    /** Remembers the texts of times: days are coarse, so the same few return again and again. */
    private static final class NumberTexts {

        private static final int SLOTS = 1 << 12;

        private final double[] numbers = new double[SLOTS];
        private final String[] texts = new String[SLOTS];

        NumberTexts() {
            Arrays.fill(numbers, Double.NaN);
            Arrays.fill(texts, "");
        }

        String of(double number) {
            if (Double.isNaN(number)) {
                return "";
            }
            int slot = (int) ((Double.doubleToRawLongBits(number) * 0x9E3779B97F4A7C15L) >>> 52);
            if (numbers[slot] != number) {
                numbers[slot] = number;
                texts[slot] = CsvText.number(number);
            }
            return texts[slot];
        }
    }
}
