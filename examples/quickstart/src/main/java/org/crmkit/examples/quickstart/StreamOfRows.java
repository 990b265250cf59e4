package org.crmkit.examples.quickstart;

import java.time.LocalDate;
import org.crmkit.core.summary.PurchaseTally;
import org.crmkit.segmentation.band.Banding;
import org.crmkit.segmentation.rfm.RfmColumns;
import org.crmkit.segmentation.rfm.RfmScores;
import org.crmkit.segmentation.rfm.RfmStrategy;

/** Scores from a stream of rows without keeping one of them; about fifty bytes a customer. */
final class StreamOfRows {

    private StreamOfRows() {}

    /** Runs the example. */
    public static void main(String[] args) {
        PurchaseTally tally = new PurchaseTally();
        for (String row : Orders.ROWS) {
            String[] words = row.split(" ", -1);
            int day = (int) LocalDate.parse(words[2]).toEpochDay();
            tally.add(words[1], day, Orders.EURO.parse(words[3]));
        }
        int today = (int) LocalDate.of(2026, 3, 7).toEpochDay();
        RfmColumns columns = RfmColumns.of(tally.sortedTotals(), today);
        RfmScores scores = RfmStrategy.of(Banding.ntile(3)).fitAndScore(columns);
        for (int row = 0; row < scores.size(); row++) {
            System.out.println(columns.id(row) + " " + scores.score(row).code());
        }
    }
}
