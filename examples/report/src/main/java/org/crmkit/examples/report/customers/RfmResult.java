package org.crmkit.examples.report.customers;

import java.util.List;

/**
 * The RFM scores and segments of the customers of a table, as columns.
 *
 * <p>Scores run from 1 to the number of bins, 5 being best in a scheme of five.
 */
public final class RfmResult {

    private final int bins;
    private final int[] recency;
    private final int[] frequency;
    private final int[] monetary;
    private final int[] segmentOf;
    private final List<String> segments;

    /**
     * Takes the columns; they are not copied.
     *
     * @param bins the best score
     * @param recency R scores
     * @param frequency F scores
     * @param monetary M scores, zero where the monetary value is not known
     * @param segmentOf index of each customer's segment; negative where it is not known
     * @param segments names in the order of their table
     */
    public RfmResult(int bins, int[] recency, int[] frequency, int[] monetary, int[] segmentOf, List<String> segments) {
        this.bins = bins;
        this.recency = recency;
        this.frequency = frequency;
        this.monetary = monetary;
        this.segmentOf = segmentOf;
        this.segments = List.copyOf(segments);
    }

    /**
     * Returns the best score.
     *
     * @return at least two
     */
    public int bins() {
        return bins;
    }

    /**
     * Returns the R score.
     *
     * @param customer from zero
     * @return from one
     */
    public int r(int customer) {
        return recency[customer];
    }

    /**
     * Returns the F score.
     *
     * @param customer from zero
     * @return from one
     */
    public int f(int customer) {
        return frequency[customer];
    }

    /**
     * Returns the M score.
     *
     * @param customer from zero
     * @return from one, zero if not known
     */
    public int m(int customer) {
        return monetary[customer];
    }

    /**
     * Returns the segment.
     *
     * @param customer from zero
     * @return an index into the segments, negative if not known
     */
    public int segmentOf(int customer) {
        return segmentOf[customer];
    }

    /**
     * Returns the names of the segments.
     *
     * @return in the order of their table
     */
    public List<String> segments() {
        return segments;
    }
}
