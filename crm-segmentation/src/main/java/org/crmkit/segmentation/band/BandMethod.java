package org.crmkit.segmentation.band;

/**
 * The methods of cutting that need nothing but the number of bands.
 *
 * <p>Letters: N values v, n bands, band 1 lowest; {@code #{x < v}} counts the fitted values below v. A type-7 quantile at
 * p is the value at position {@code p (N - 1)} of the sorted column, between two neighbors by linear interpolation
 * (Hyndman and Fan 1996, Sample Quantiles in Statistical Packages, doi 10.1080/00031305.1996.10473566). Positions are
 * computed in whole numbers and thresholds as exact fractions: 0.6 (N - 1) never falls just under a whole number.
 *
 * <p>Where less is better, methods that {@linkplain #ranksRows() rank} turn the values around before ranking; the others
 * cut the values as they are and turn the bands around. The two differ only for values that lie on a threshold.
 */
public enum BandMethod {
    /**
     * SQL {@code NTILE(n)} over (order by value, id): sizes differ by one at most, the larger tiles come first.
     *
     * <p>Ties are split by id, so equal customers may get different scores, and with fewer distinct values than bands the
     * difference is noise.
     */
    NTILE(true, true),
    /**
     * The pandas idiom {@code qcut(rank(method="first"))}: even bands, ties split by the order of the rows.
     *
     * <p>Not permutation invariant: the same customers in another order get other scores. It is here to reproduce the
     * figures of others; ids are not looked at. Sizes follow type-7 quantiles of the ranks.
     */
    INPUT_ORDER(true, true),
    /** {@code 1 + #{t < v}} for the type-7 quantiles t at 1/n .. (n-1)/n: right-closed bands, as pandas qcut. */
    QUANTILE_RIGHT(false, false),
    /** {@code 1 + #{t <= v}} for the same quantiles: left-closed bands; heavy ties at the bottom skip low scores. */
    QUANTILE_LEFT(false, false),
    /** {@code ceil(n #{x <= v} / N)}: the share of customers at or below; ties go up together. */
    CUME_DIST(true, false),
    /**
     * {@code 1 + floor(n (average rank - 1/2) / N)}: ties go together to the band of their middle.
     *
     * <p>The most even of the methods that keep ties together, and symmetric: turning the values around turns the scores
     * around, unless the middle of a tie lies exactly on a boundary.
     */
    MID_RANK(true, false),
    /** {@code 1 + #{c in 1/n .. (n-1)/n : (minimum rank - 1)/(N - 1) > c}}: ties go down together; one value alone is 1. */
    PERCENT_RANK(true, false),
    /** As {@link #QUANTILE_RIGHT}, with the quantiles of the distinct values. */
    DISTINCT(false, false),
    /** {@code 1 + #{t < v}} for n - 1 thresholds t at equal distances between the lowest and the highest value. */
    EQUAL_WIDTH(false, false),
    /**
     * {@code 1 + #{t < v}} for the highest values t of the classes that leave the least sum of squared distances from their means: Jenks'
     * natural breaks, and the best of all one-dimensional k-means.
     *
     * <p>With fewer distinct values than bands each has its own band and the upper ones stay empty. At most 20 bands; fitting takes
     * O(bands d log d) and {@code 4 bands + 76} bytes for each of d distinct values. Sources are named at the computation.
     */
    NATURAL_BREAKS(false, false),
    /** Two bands: 2 for values above the mean. */
    MEAN(false, false),
    /** Two bands: 2 for values above the median. */
    MEDIAN(false, false);

    private final boolean ranksRows;
    private final boolean splitsTies;

    BandMethod(boolean ranksRows, boolean splitsTies) {
        this.ranksRows = ranksRows;
        this.splitsTies = splitsTies;
    }

    /**
     * Tells whether values are turned around before ranking where less is better.
     *
     * @return true for the methods that rank, false for those that set thresholds on the values as they are
     */
    public boolean ranksRows() {
        return ranksRows;
    }

    /**
     * Tells whether equal values may get different scores.
     *
     * @return true for {@link #NTILE} and {@link #INPUT_ORDER}
     */
    public boolean splitsTies() {
        return splitsTies;
    }

    boolean hasTwoBands() {
        return this == MEAN || this == MEDIAN;
    }
}
