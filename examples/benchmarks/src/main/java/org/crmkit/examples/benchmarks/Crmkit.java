package org.crmkit.examples.benchmarks;

import org.crmkit.core.summary.PurchaseTally;
import org.crmkit.segmentation.band.Banding;
import org.crmkit.segmentation.rfm.Returns;
import org.crmkit.segmentation.rfm.RfmColumns;
import org.crmkit.segmentation.rfm.RfmPart;
import org.crmkit.segmentation.rfm.RfmStrategy;

/** The same question to this library. */
final class Crmkit {

    private static final int BATCH = 512;

    private Crmkit() {}

    static org.crmkit.segmentation.rfm.RfmScores columns(Orders orders, Banding banding) {
        RfmColumns columns = RfmColumns.ofOrders(
                orders.customers, orders.customer, orders.day, orders.amountMinor, orders.asOfDay(), Returns.IGNORED);
        return RfmStrategy.of(banding).fitAndScore(columns);
    }

    static org.crmkit.segmentation.rfm.RfmScores rows(OrderRows rows, int asOfDay, Banding banding) {
        return RfmStrategy.of(banding).fitAndScore(RfmColumns.of(tally(rows).totals(), asOfDay));
    }

    static PurchaseTally tally(OrderRows rows) {
        PurchaseTally tally = new PurchaseTally();
        String[] id = new String[BATCH];
        int[] day = new int[BATCH];
        long[] amount = new long[BATCH];
        rows.rewind();
        for (int read = rows.read(id, day, amount); read > 0; read = rows.read(id, day, amount)) {
            tally.addAll(id, day, amount, read);
        }
        return tally;
    }

    /** Reads the stream and does nothing with it but look at the length of the ids. */
    static long read(OrderRows rows) {
        String[] id = new String[BATCH];
        int[] day = new int[BATCH];
        long[] amount = new long[BATCH];
        long letters = 0;
        rows.rewind();
        for (int read = rows.read(id, day, amount); read > 0; read = rows.read(id, day, amount)) {
            for (int i = 0; i < read; i++) {
                letters += id[i].length();
            }
        }
        return letters;
    }

    /** Returns the scores by the number of the customer. */
    static RfmScores byCustomer(org.crmkit.segmentation.rfm.RfmScores scores, boolean namedRows) {
        RfmScores result = RfmScores.ofSize(scores.size());
        for (int row = 0; row < scores.size(); row++) {
            int customer = namedRows ? OrderRows.customer(scores.columns().id(row)) : row;
            result.recency()[customer] = (byte) scores.scoreAt(RfmPart.RECENCY, row);
            result.frequency()[customer] = (byte) scores.scoreAt(RfmPart.FREQUENCY, row);
            result.monetary()[customer] = (byte) scores.scoreAt(RfmPart.MONETARY, row);
        }
        return result;
    }
}
