package org.crmkit.segmentation.rfm;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * A block of cells: all scores between two ends, both included, in each dimension.
 *
 * @param recencyFrom lowest recency score, at least 1
 * @param recencyTo highest recency score
 * @param frequencyFrom lowest frequency score (or combined score), at least 1
 * @param frequencyTo highest frequency score (or combined score)
 * @param monetaryFrom lowest monetary score, at least 1; 1 where the table does not look at it
 * @param monetaryTo highest monetary score; the number of bands where the table does not look at it
 */
public record RfmRange(
        int recencyFrom, int recencyTo, int frequencyFrom, int frequencyTo, int monetaryFrom, int monetaryTo) {

    /**
     * Checks the parts.
     *
     * @param recencyFrom lowest recency score, at least 1
     * @param recencyTo highest recency score
     * @param frequencyFrom lowest frequency score (or combined score), at least 1
     * @param frequencyTo highest frequency score (or combined score)
     * @param monetaryFrom lowest monetary score, at least 1; 1 where the table does not look at it
     * @param monetaryTo highest monetary score; the number of bands where the table does not look at it
     */
    public RfmRange {
        checkEnds(recencyFrom, recencyTo, "recency");
        checkEnds(frequencyFrom, frequencyTo, "frequency");
        checkEnds(monetaryFrom, monetaryTo, "monetary");
    }

    private static void checkEnds(int from, int to, String name) {
        checkArgument(
                from >= 1 && from <= to && to <= 100,
                "%s must be a range within [1, 100], was %s to %s",
                name,
                from,
                to);
    }

    boolean contains(int recency, int frequency, int monetary) {
        return recency >= recencyFrom
                && recency <= recencyTo
                && frequency >= frequencyFrom
                && frequency <= frequencyTo
                && monetary >= monetaryFrom
                && monetary <= monetaryTo;
    }

    int highest() {
        return Math.max(recencyTo, Math.max(frequencyTo, monetaryTo));
    }
}
