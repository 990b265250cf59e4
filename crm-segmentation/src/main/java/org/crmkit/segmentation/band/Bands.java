package org.crmkit.segmentation.band;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkElementIndex;

/** A column cut into bands: the score of each row, and the cuts that gave it. One byte a row. */
public final class Bands {

    private final Cuts cuts;
    private final byte[] scores;
    private final int[] sizes;

    Bands(Cuts cuts, byte[] scores) {
        this.cuts = cuts;
        this.scores = scores;
        this.sizes = new int[cuts.bands() + 1];
        for (byte score : scores) {
            sizes[score]++;
        }
    }

    /**
     * Returns the number of rows.
     *
     * @return at least zero
     */
    public int size() {
        return scores.length;
    }

    /**
     * Returns the score of a row.
     *
     * @param row from zero
     * @return 1 to the number of bands
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public int scoreAt(int row) {
        return scores[checkElementIndex(row, scores.length, "row")];
    }

    /**
     * Returns how many rows have a score.
     *
     * @param score 1 to the number of bands
     * @return at least zero
     * @throws IllegalArgumentException if there is no such score
     */
    public int sizeOf(int score) {
        checkArgument(score >= 1 && score <= cuts.bands(), "score must be in [1, %s], was %s", cuts.bands(), score);
        return sizes[score];
    }

    /**
     * Returns the fitted cuts, for other customers.
     *
     * @return the cuts
     */
    public Cuts cuts() {
        return cuts;
    }

    /**
     * Returns a copy of the scores.
     *
     * @return one score a row
     */
    public byte[] toArray() {
        return scores.clone();
    }
}
