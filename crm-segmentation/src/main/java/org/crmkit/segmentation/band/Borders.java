package org.crmkit.segmentation.band;

import static com.google.common.base.Preconditions.checkState;

import com.google.common.primitives.Longs;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Collections;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Where scores begin, for the methods that keep ties together: the key from which score i + 2 is given, and the figure to
 * publish. Keys are turned around where less is better, thresholds are not.
 */
record Borders(long[] reached, double[] thresholds) {

    static Borders of(Banding banding, KeyColumn column) {
        int bands = banding.bands();
        if (banding instanceof Banding.Fixed fixed) {
            return atThresholds(bands, i -> new Fraction(fixed.cutPoints().get(i - 1), 1), true, column);
        }
        if (banding instanceof Banding.RfmPackage rfm) {
            IntFunction<Fraction> quantiles = quantiles(bands, column);
            return atThresholds(bands, i -> quantiles.apply(i).plus(rfm.unit()), true, column);
        }
        if (banding instanceof Banding.Shares shares) {
            return shares.of() == ShareOf.CUSTOMERS ? ofCustomers(shares, column) : ofValue(shares, column);
        }
        checkState(banding instanceof Banding.Standard, "no borders without splitting ties for %s", banding);
        BandMethod method = ((Banding.Standard) banding).method();
        return method.ranksRows()
                ? ofRanks(method, bands, column)
                : atThresholds(bands, thresholds(method, bands, column), method == BandMethod.QUANTILE_LEFT, column);
    }

    private static IntFunction<Fraction> thresholds(BandMethod method, int bands, KeyColumn column) {
        return switch (method) {
            case EQUAL_WIDTH -> equalWidths(bands, column);
            case MEAN -> i -> new Fraction(sum(column), column.size());
            case DISTINCT -> {
                long[] distinct = SortedKeys.distinct(SortedKeys.of(column.asGiven()));
                yield i -> quantile(i, bands, distinct.length, rank -> distinct[rank], column.isWhole());
            }
            case NATURAL_BREAKS -> naturalBreaks(bands, column);
            default -> quantiles(bands, column);
        };
    }

    private static IntFunction<Fraction> equalWidths(int bands, KeyColumn column) {
        long min = column.asGiven()[0];
        long max = min;
        for (long key : column.asGiven()) {
            min = Math.min(min, key);
            max = Math.max(max, key);
        }
        BigDecimal low = Keys.toExact(min, column.isWhole());
        BigDecimal high = Keys.toExact(max, column.isWhole());
        return i -> Fraction.between(low, high, i, bands);
    }

    /** With fewer values than bands the highest value stands for the borders that nobody reaches. */
    private static IntFunction<Fraction> naturalBreaks(int bands, KeyColumn column) {
        long[] sorted = SortedKeys.of(column.asGiven());
        long[] distinct = SortedKeys.distinct(sorted);
        int[] rows = new int[distinct.length];
        double[] values = new double[distinct.length];
        for (int i = 0, row = 0; i < distinct.length; i++) {
            values[i] = column.isWhole() ? distinct[i] : Keys.toFractional(distinct[i]);
            for (; row < sorted.length && sorted[row] == distinct[i]; row++) {
                rows[i]++;
            }
        }
        int[] highest = NaturalBreaks.highest(values, rows, Math.min(bands, distinct.length));
        return i -> new Fraction(
                Keys.toExact(distinct[i <= highest.length ? highest[i - 1] : distinct.length - 1], column.isWhole()),
                1);
    }

    /** The type-7 quantiles of a column as given, whichever end is better. */
    private static IntFunction<Fraction> quantiles(int bands, KeyColumn column) {
        int size = column.size();
        Places places = Places.asGiven(
                column,
                IntStream.range(1, bands)
                        .flatMap(i -> IntStream.of(lower(i, bands, size), upper(lower(i, bands, size), size))));
        return i -> quantile(i, bands, size, places::keyAt, column.isWhole());
    }

    /** The type-7 quantile at i/n: position (N-1) i / n in whole numbers, the remainder as a fraction. */
    private static Fraction quantile(int i, int bands, int size, IntToLongFunction keyAt, boolean whole) {
        int lower = lower(i, bands, size);
        return Fraction.between(
                Keys.toExact(keyAt.applyAsLong(lower), whole),
                Keys.toExact(keyAt.applyAsLong(upper(lower, size)), whole),
                (size - 1L) * i % bands,
                bands);
    }

    private static int lower(int i, int bands, int size) {
        return (int) ((size - 1L) * i / bands);
    }

    private static int upper(int lower, int size) {
        return Math.min(lower + 1, size - 1);
    }

    private static Borders atThresholds(
            int bands, IntFunction<Fraction> thresholds, boolean leftClosed, KeyColumn column) {
        boolean whole = column.isWhole();
        boolean turned = column.isTurned();
        long[] reached = new long[bands - 1];
        double[] published = new double[bands - 1];
        for (int i = 1; i < bands; i++) {
            Fraction threshold = thresholds.apply(i);
            long upper = leftClosed ? threshold.firstAtLeast(whole) : threshold.firstAbove(whole);
            // Turned around, score bands - i + 1 belongs to whoever is below the upper side of this threshold.
            int at = turned ? bands - 1 - i : i - 1;
            reached[at] = turned ? 1 - upper : upper;
            published[at] = threshold.toDouble();
        }
        return new Borders(reached, published);
    }

    private static Borders ofRanks(BandMethod method, int bands, KeyColumn column) {
        long size = column.size();
        IntUnaryOperator rank = switch (method) {
            // n cum > i N first at the value in position i N / n
            case CUME_DIST -> i -> (int) (i * size / bands);
            // n below > i (N-1) first just above the value in position i (N-1) / n
            case PERCENT_RANK -> i -> (int) (i * (size - 1) / bands);
            default -> i -> (int) ((i * size + bands - 1) / bands) - 1;
        };
        Places places = Places.of(column, IntStream.range(1, bands).map(rank));
        long[] reached = new long[bands - 1];
        double[] published = new double[bands - 1];
        for (int i = 1; i < bands; i++) {
            int at = rank.applyAsInt(i);
            long key = places.keyAt(at);
            boolean reaches = switch (method) {
                case CUME_DIST -> true;
                case PERCENT_RANK -> false;
                // below + equal/2 is at least i N / n
                default -> ((long) places.below(at) + places.upTo(at)) * bands >= 2L * i * size;
            };
            reached[i - 1] = reaches ? key : key + 1;
            published[i - 1] = column.toPublished(reached[i - 1]);
        }
        return new Borders(reached, published);
    }

    private static Borders ofCustomers(Banding.Shares shares, KeyColumn column) {
        int[] ranks = shares.shares().stream()
                .map(share -> share.multiply(BigDecimal.valueOf(column.size())).setScale(0, RoundingMode.CEILING))
                .mapToInt(best -> column.size() - best.intValueExact())
                .toArray();
        Places places = Places.of(column, Arrays.stream(ranks));
        return fromTheBest(Arrays.stream(ranks).mapToLong(places::keyAt).toArray(), column);
    }

    private static Borders ofValue(Banding.Shares shares, KeyColumn column) {
        long[] best = SortedKeys.of(column.asGiven());
        if (!column.isTurned()) {
            Collections.reverse(Longs.asList(best));
        }
        BigDecimal total = BigDecimal.ZERO;
        for (long key : best) {
            total = total.add(worth(key, column));
        }
        long[] reached = new long[shares.bands() - 1];
        Arrays.fill(reached, (column.isTurned() ? -best[0] : best[0]) + 1);
        BigDecimal better = BigDecimal.ZERO;
        BigDecimal withTies = BigDecimal.ZERO;
        for (int i = 0, share = 0; i < best.length; i++) {
            better = i > 0 && best[i] == best[i - 1] ? better : withTies;
            while (share < reached.length
                    && better.compareTo(shares.shares().get(share).multiply(total)) >= 0) {
                share++;
            }
            Arrays.fill(reached, share, reached.length, column.isTurned() ? -best[i] : best[i]);
            withTies = withTies.add(worth(best[i], column));
        }
        return fromTheBest(reached, column);
    }

    private static BigDecimal worth(long key, KeyColumn column) {
        return Keys.toExact(key, column.isWhole()).max(BigDecimal.ZERO);
    }

    /** Takes where the best band begins first. */
    private static Borders fromTheBest(long[] reached, KeyColumn column) {
        Collections.reverse(Longs.asList(reached));
        return new Borders(
                reached, Arrays.stream(reached).mapToDouble(column::toPublished).toArray());
    }

    private static BigDecimal sum(KeyColumn column) {
        if (!column.isWhole()) {
            BigDecimal sum = BigDecimal.ZERO;
            for (long key : column.asGiven()) {
                sum = sum.add(Keys.toExact(key, false));
            }
            return sum;
        }
        long high = 0;
        long low = 0;
        for (long value : column.asGiven()) {
            // Halves of 32 bits: neither sum can overflow with fewer than 2^31 rows.
            high += value >> 32;
            low += value & 0xFFFF_FFFFL;
        }
        return new BigDecimal(BigInteger.valueOf(high).shiftLeft(32).add(BigInteger.valueOf(low)));
    }
}
