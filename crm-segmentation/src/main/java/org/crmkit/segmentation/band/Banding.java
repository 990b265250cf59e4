package org.crmkit.segmentation.band;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/**
 * A way to cut a column of numbers into ordered bands, not yet fitted to any.
 *
 * <p>Fitting is linear in the rows: a few passes find what the borders need, and nothing is sorted but ties that are split and, for shares of
 * value, {@link BandMethod#DISTINCT} and {@link BandMethod#NATURAL_BREAKS}, the column. It holds one byte a row and what lies next to a border. Columns of any size are accepted:
 * <ul>
 *   <li>no values: the fitted cuts are {@linkplain Cuts#isEmpty() empty} and score nobody;
 *   <li>one, two, or fewer values than bands: the definition applies as it stands, some scores stay unused;
 *   <li>all values equal: methods that keep ties together give one score to all (quantiles right-closed, percent rank and
 *       equal width and natural breaks 1, cumulative share and left-closed n, mid-rank the middle);
 *   <li>NaN and infinities: refused with their index; {@code -0.0} is {@code 0.0};
 *   <li>the outermost numbers ({@code Long.MIN_VALUE} and {@code MAX_VALUE}, {@code Double.MAX_VALUE} and its negative):
 *       refused with their index, because no cut can lie beyond them.
 * </ul>
 */
public sealed interface Banding {

    /** The most bands that a column can be cut into: percentiles. */
    int MAX_BANDS = 100;

    /**
     * Returns the number of bands, the highest score.
     *
     * @return 2 to {@value #MAX_BANDS}
     */
    int bands();

    /**
     * Tells whether equal values may get different scores.
     *
     * @return true when ties are split by id, by row or at random
     */
    boolean splitsTies();

    /**
     * Cuts whole numbers; ties, where the method splits them, are split by row, whose number stands for an id.
     *
     * @param values one value a customer
     * @param direction which end is better
     * @return the scores of the rows, and the cuts
     * @throws IllegalArgumentException if a value is {@code Long.MIN_VALUE} or {@code Long.MAX_VALUE}
     */
    default Bands fit(long[] values, Direction direction) {
        return BandFit.fit(this, KeyColumn.of(values, direction), null);
    }

    /**
     * Cuts whole numbers; ties, where the method splits them, are split by id, in its {@link TieOrder}.
     *
     * @param values one value a customer
     * @param direction which end is better
     * @param ids the id of the customer in a row; differs between rows; asked only where ties are split
     * @return the scores of the rows, and the cuts, which remember the ids at the boundaries
     * @throws IllegalArgumentException if a value is {@code Long.MIN_VALUE} or {@code Long.MAX_VALUE}
     */
    default Bands fit(long[] values, Direction direction, IntFunction<String> ids) {
        return BandFit.fit(this, KeyColumn.of(values, direction), TieIds.of(this, values.length, ids));
    }

    /**
     * Cuts fractional numbers; ties, where the method splits them, are split by row, whose number stands for an id.
     *
     * @param values one value a customer
     * @param direction which end is better
     * @return the scores of the rows, and the cuts
     * @throws IllegalArgumentException if a value is NaN, infinite, or {@code Double.MAX_VALUE} or its negative
     */
    default Bands fit(double[] values, Direction direction) {
        return BandFit.fit(this, KeyColumn.of(values, direction), null);
    }

    /**
     * Cuts fractional numbers; ties, where the method splits them, are split by id, in its {@link TieOrder}.
     *
     * @param values one value a customer
     * @param direction which end is better
     * @param ids the id of the customer in a row; differs between rows; asked only where ties are split
     * @return the scores of the rows, and the cuts, which remember the ids at the boundaries
     * @throws IllegalArgumentException if a value is NaN, infinite, or {@code Double.MAX_VALUE} or its negative
     */
    default Bands fit(double[] values, Direction direction, IntFunction<String> ids) {
        return BandFit.fit(this, KeyColumn.of(values, direction), TieIds.of(this, values.length, ids));
    }

    /**
     * A method that needs only the number of bands.
     *
     * @param method how thresholds and ties are treated
     * @param bands 2 to {@value #MAX_BANDS}; exactly 2 for the mean and the median, at most 20 for natural breaks
     */
    record Standard(BandMethod method, int bands) implements Banding {

        /**
         * Checks the parts.
         *
         * @param method how thresholds and ties are treated
         * @param bands 2 to {@value #MAX_BANDS}; exactly 2 for the mean and the median, at most 20 for natural breaks
         */
        public Standard {
            checkNotNull(method, "method");
            checkBands(bands);
            checkArgument(!method.hasTwoBands() || bands == 2, "bands must be 2 for %s, was %s", method, bands);
            checkArgument(
                    method != BandMethod.NATURAL_BREAKS || bands <= 20,
                    "bands must be at most 20 for NATURAL_BREAKS, was %s",
                    bands);
        }

        @Override
        public boolean splitsTies() {
            return method.splitsTies();
        }
    }

    /**
     * Even bands with ties split at random, but the same way for the same seed.
     *
     * @param bands 2 to {@value #MAX_BANDS}
     * @param seed decides the order within a tie, together with the id (or the row, when no ids are given)
     */
    record RandomTies(int bands, long seed) implements Banding {

        /**
         * Checks the parts.
         *
         * @param bands 2 to {@value #MAX_BANDS}
         * @param seed decides the order within a tie, together with the id (or the row, when no ids are given)
         */
        public RandomTies {
            checkBands(bands);
        }

        @Override
        public boolean splitsTies() {
            return true;
        }
    }

    /**
     * The thresholds of the R package rfm 0.3: type-7 quantiles plus one, left-closed.
     *
     * <p>The "plus one" makes scores depend on the unit of the values, so the unit is said here.
     *
     * @param bands 2 to {@value #MAX_BANDS}
     * @param unit what the package calls one: 1 for days, orders and whole currency units, 100 for money in cents
     */
    record RfmPackage(int bands, long unit) implements Banding {

        /**
         * Checks the parts.
         *
         * @param bands 2 to {@value #MAX_BANDS}
         * @param unit what the package calls one: 1 for days, orders and whole currency units, 100 for money in cents
         */
        public RfmPackage {
            checkBands(bands);
            checkArgument(unit > 0, "unit must be above 0, was %s", unit);
        }

        @Override
        public boolean splitsTies() {
            return false;
        }
    }

    /**
     * Thresholds that the business sets: {@code 1 + #{c <= v}}, the same for whoever else is in the column.
     *
     * @param cutPoints strictly rising, 1 to {@value #MAX_BANDS} minus 1 of them, in the unit of the values
     */
    record Fixed(List<BigDecimal> cutPoints) implements Banding {

        /**
         * Checks the parts.
         *
         * @param cutPoints strictly rising, 1 to {@value #MAX_BANDS} minus 1 of them, in the unit of the values
         */
        public Fixed {
            cutPoints = List.copyOf(cutPoints);
            checkArgument(
                    !cutPoints.isEmpty() && cutPoints.size() < MAX_BANDS,
                    "cutPoints must be 1 to %s numbers, were %s",
                    MAX_BANDS - 1,
                    cutPoints.size());
            cutPoints.forEach(Fixed::checkRange);
            cutPoints = cutPoints.stream().map(Fixed::plain).toList();
            for (int i = 1; i < cutPoints.size(); i++) {
                checkArgument(
                        cutPoints.get(i - 1).compareTo(cutPoints.get(i)) < 0,
                        "cutPoints must be strictly rising, were %s",
                        cutPoints);
            }
        }

        /** Keeps exact arithmetic on hostile exponents from filling the memory; every double lies within. */
        private static void checkRange(BigDecimal cutPoint) {
            checkArgument(
                    cutPoint.precision() - (long) cutPoint.scale() <= 310 && cutPoint.scale() <= 1100,
                    "cutPoints must lie within the range of a double, was %s",
                    cutPoint);
        }

        private static BigDecimal plain(BigDecimal cutPoint) {
            BigDecimal shortest = cutPoint.stripTrailingZeros();
            return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
        }

        @Override
        public int bands() {
            return cutPoints.size() + 1;
        }

        @Override
        public boolean splitsTies() {
            return false;
        }
    }

    /**
     * Bands by the shares that the best customers have together: ABC classes, or VIP, main, ordinary and small customers.
     *
     * <p>{@code 1 + #{s : better(v) < s total}}, where {@code better(v)} is what those with better values have: from the best down, customers
     * are in the band above a border until they have its share, and ties go up together. Values of zero and below have no share of
     * value and are in band 1, as all are when there is no value.
     *
     * @param of what is shared out
     * @param shares strictly rising, 1 to {@value #MAX_BANDS} minus 1 of them, each between 0 and 1; the first is that of the best band
     */
    record Shares(ShareOf of, List<BigDecimal> shares) implements Banding {

        /**
         * Checks the parts.
         *
         * @param of what is shared out
         * @param shares strictly rising, 1 to {@value #MAX_BANDS} minus 1 of them, each between 0 and 1; the first is that of the best band
         */
        public Shares {
            checkNotNull(of, "of");
            shares = List.copyOf(shares);
            checkArgument(
                    !shares.isEmpty() && shares.size() < MAX_BANDS,
                    "shares must be 1 to %s numbers, were %s",
                    MAX_BANDS - 1,
                    shares.size());
            BigDecimal before = BigDecimal.ZERO;
            for (BigDecimal share : shares) {
                checkArgument(
                        share.compareTo(before) > 0 && share.compareTo(BigDecimal.ONE) < 0 && share.scale() <= 1100,
                        "shares must rise strictly between 0 and 1, were %s",
                        shares);
                before = share;
            }
            shares = shares.stream().map(BigDecimal::stripTrailingZeros).toList();
        }

        @Override
        public int bands() {
            return shares.size() + 1;
        }

        @Override
        public boolean splitsTies() {
            return false;
        }
    }

    /**
     * Returns bands by shares of customers: {@code topCustomers(0.01, 0.05, 0.2)} are the best hundredth, those up to the best twentieth, up
     * to the best fifth, and the rest.
     *
     * @param shares strictly rising, each between 0 and 1; taken as the decimal number that prints
     * @return the banding
     */
    static Banding topCustomers(double... shares) {
        return new Shares(ShareOf.CUSTOMERS, decimals(shares, "shares"));
    }

    /**
     * Returns bands by shares of value: {@code topValue(0.8, 0.95)} are the classes A (3), B (2) and C (1).
     *
     * @param shares strictly rising, each between 0 and 1; taken as the decimal number that prints
     * @return the banding
     */
    static Banding topValue(double... shares) {
        return new Shares(ShareOf.VALUE, decimals(shares, "shares"));
    }

    /**
     * Returns the banding of a standard method.
     *
     * @param method how thresholds and ties are treated
     * @param bands 2 to {@value #MAX_BANDS}; exactly 2 for the mean and the median, at most 20 for natural breaks
     * @return the banding
     */
    static Banding of(BandMethod method, int bands) {
        return new Standard(method, bands);
    }

    /**
     * Returns SQL {@code NTILE}: even bands, ties split by id.
     *
     * @param bands 2 to {@value #MAX_BANDS}
     * @return the banding
     */
    static Banding ntile(int bands) {
        return of(BandMethod.NTILE, bands);
    }

    /**
     * Returns right-closed quantile bands, as pandas qcut.
     *
     * @param bands 2 to {@value #MAX_BANDS}
     * @return the banding
     */
    static Banding quantile(int bands) {
        return of(BandMethod.QUANTILE_RIGHT, bands);
    }

    /**
     * Returns bands by the middle of the rank: ties stay together where their middle falls.
     *
     * @param bands 2 to {@value #MAX_BANDS}
     * @return the banding
     */
    static Banding midRank(int bands) {
        return of(BandMethod.MID_RANK, bands);
    }

    /**
     * Returns bands by business cut points.
     *
     * @param cutPoints strictly rising, in the unit of the values
     * @return the banding
     */
    static Banding fixed(long... cutPoints) {
        return new Fixed(Arrays.stream(cutPoints).mapToObj(BigDecimal::valueOf).toList());
    }

    /**
     * Returns bands by business cut points that are not whole numbers.
     *
     * @param cutPoints strictly rising, finite, in the unit of the values; taken as the decimal number that prints
     * @return the banding
     */
    static Banding fixed(double... cutPoints) {
        return new Fixed(decimals(cutPoints, "cutPoints"));
    }

    private static List<BigDecimal> decimals(double[] numbers, String name) {
        for (double number : numbers) {
            checkArgument(Double.isFinite(number), "%s must be finite, was %s", name, number);
        }
        return Arrays.stream(numbers).mapToObj(BigDecimal::valueOf).toList();
    }

    private static void checkBands(int bands) {
        checkArgument(bands >= 2 && bands <= MAX_BANDS, "bands must be in [2, %s], was %s", MAX_BANDS, bands);
    }
}
