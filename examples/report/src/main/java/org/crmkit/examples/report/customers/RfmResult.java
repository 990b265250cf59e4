package org.crmkit.examples.report.customers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.crmkit.examples.report.intake.InputProblem;
import org.crmkit.segmentation.rfm.RfmBasis;
import org.crmkit.segmentation.rfm.RfmColumns;
import org.crmkit.segmentation.rfm.RfmModel;
import org.crmkit.segmentation.rfm.RfmPart;
import org.crmkit.segmentation.rfm.RfmScores;
import org.crmkit.segmentation.rfm.RfmSegment;

/** The RFM scores and segments of the customers of a table; index i is the customer at i. */
public final class RfmResult {

    private final RfmChoice choice;
    private final RfmScores scores;
    private final int[] segmentOf;
    private final boolean hasMoney;

    private RfmResult(RfmChoice choice, RfmScores scores, int[] segmentOf, boolean hasMoney) {
        this.choice = choice;
        this.scores = scores;
        this.segmentOf = segmentOf;
        this.hasMoney = hasMoney;
    }

    /**
     * Scores a table.
     *
     * @param table the customers
     * @param choice how
     * @return scores and segments
     * @throws InputProblem if the segment table needs money and the input has none
     */
    public static RfmResult of(CustomerTable table, RfmChoice choice) {
        boolean hasMoney = table.log().hasAmounts();
        if (!hasMoney && choice.table().basis() != RfmBasis.RECENCY_FREQUENCY) {
            throw new InputProblem("--segment-table %s looks at money, but the input has no amounts; use rf-grid-10"
                    .formatted(choice.table().id()));
        }
        int n = table.size();
        long[] recency = new long[n];
        long[] frequency = new long[n];
        long[] monetary = new long[n];
        Arrays.setAll(recency, table::recencyDays);
        Arrays.setAll(frequency, table::frequency);
        Arrays.setAll(monetary, table::monetaryMinor);
        RfmColumns columns = RfmColumns.of(recency, frequency, monetary, table.log()::customerId);
        RfmScores scores = choice.strategy(table.unit()).fitAndScore(columns);
        return new RfmResult(choice, scores, choice.table().indexesOf(scores), hasMoney);
    }

    /**
     * Returns how the scores were made.
     *
     * @return the choice
     */
    public RfmChoice choice() {
        return choice;
    }

    /**
     * Returns the fitted model.
     *
     * @return with its cuts
     */
    public RfmModel model() {
        return scores.model();
    }

    /**
     * Returns the best score.
     *
     * @return at least two
     */
    public int bins() {
        return choice.table().bands();
    }

    /**
     * Tells whether M was scored.
     *
     * @return false if the input has no amounts
     */
    public boolean hasMoney() {
        return hasMoney;
    }

    /**
     * Returns the R score.
     *
     * @param customer from zero
     * @return from one
     */
    public int r(int customer) {
        return scores.scoreAt(RfmPart.RECENCY, customer);
    }

    /**
     * Returns the F score.
     *
     * @param customer from zero
     * @return from one
     */
    public int f(int customer) {
        return scores.scoreAt(RfmPart.FREQUENCY, customer);
    }

    /**
     * Returns the M score.
     *
     * @param customer from zero
     * @return from one; without meaning if the input has no amounts
     */
    public int m(int customer) {
        return scores.scoreAt(RfmPart.MONETARY, customer);
    }

    /**
     * Returns the segment.
     *
     * @param customer from zero
     * @return an index into the segments
     */
    public int segmentOf(int customer) {
        return segmentOf[customer];
    }

    /**
     * Returns what the output says of each segment, by index.
     *
     * @return the name; empty where the table leaves cells without one
     */
    public List<String> fields() {
        return IntStream.rangeClosed(0, choice.table().segments().size())
                .mapToObj(index -> choice.table().nameOf(index).orElse(""))
                .toList();
    }

    /**
     * Returns the names of the segments, by index.
     *
     * @return in the order of their table; the last stands for cells without a segment of their own
     */
    public List<String> segments() {
        List<String> names = new ArrayList<>(
                choice.table().segments().stream().map(RfmSegment::name).toList());
        names.add(choice.table().otherwise().orElse("(no segment)"));
        return names;
    }
}
