package org.crmkit.segmentation.band;

import static com.google.common.base.Preconditions.checkState;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.function.IntFunction;

/**
 * Where scores begin, for the methods that keep ties together: the key from which score i + 2 is given, and the figure to
 * publish. Keys are turned around where less is better, thresholds are not.
 */
record Borders(long[] reached, double[] thresholds) {

    static Borders of(Banding banding, boolean whole, long[] keys, boolean turned) {
        int bands = banding.bands();
        if (banding instanceof Banding.Fixed fixed) {
            return atThresholds(bands, i -> new Fraction(fixed.cutPoints().get(i - 1), 1), true, whole, turned);
        }
        if (banding instanceof Banding.RfmPackage rfm) {
            long[] sorted = SortedKeys.of(keys);
            return atThresholds(bands, i -> quantile(sorted, i, bands, whole).plus(rfm.unit()), true, whole, turned);
        }
        checkState(banding instanceof Banding.Standard, "no borders without splitting ties for %s", banding);
        BandMethod method = ((Banding.Standard) banding).method();
        if (method.ranksRows()) {
            if (turned) {
                BandFit.negate(keys);
            }
            long[] sorted = SortedKeys.of(keys);
            if (turned) {
                BandFit.negate(keys);
            }
            return ofRanks(method, bands, sorted, whole, turned);
        }
        return ofThresholds(method, bands, SortedKeys.of(keys), whole, turned);
    }

    private static Borders ofThresholds(BandMethod method, int bands, long[] sorted, boolean whole, boolean turned) {
        long[] values = method == BandMethod.DISTINCT ? SortedKeys.distinct(sorted) : sorted;
        IntFunction<Fraction> thresholds = switch (method) {
            case EQUAL_WIDTH ->
                i -> Fraction.between(
                        Keys.toExact(sorted[0], whole), Keys.toExact(sorted[sorted.length - 1], whole), i, bands);
            case MEAN -> i -> new Fraction(sum(sorted, whole), sorted.length);
            default -> i -> quantile(values, i, bands, whole);
        };
        return atThresholds(bands, thresholds, method == BandMethod.QUANTILE_LEFT, whole, turned);
    }

    /** The type-7 quantile at i/n: position (N-1) i / n in whole numbers, the remainder as a fraction. */
    private static Fraction quantile(long[] sorted, int i, int bands, boolean whole) {
        long position = (sorted.length - 1L) * i;
        int below = (int) (position / bands);
        int above = Math.min(below + 1, sorted.length - 1);
        return Fraction.between(
                Keys.toExact(sorted[below], whole), Keys.toExact(sorted[above], whole), position % bands, bands);
    }

    private static Borders atThresholds(
            int bands, IntFunction<Fraction> thresholds, boolean leftClosed, boolean whole, boolean turned) {
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

    private static Borders ofRanks(BandMethod method, int bands, long[] sorted, boolean whole, boolean turned) {
        long[] reached = new long[bands - 1];
        double[] published = new double[bands - 1];
        for (int i = 1; i < bands; i++) {
            reached[i - 1] = switch (method) {
                // n cum > i N first at the value in position i N / n
                case CUME_DIST -> sorted[(int) ((long) i * sorted.length / bands)];
                // n below > i (N-1) first just above the value in position i (N-1) / n
                case PERCENT_RANK -> sorted[(int) (i * (sorted.length - 1L) / bands)] + 1;
                default -> middleReached(sorted, i, bands);
            };
            published[i - 1] = BandFit.published(reached[i - 1], whole, turned);
        }
        return new Borders(reached, published);
    }

    /** The first number whose below + equal/2 is at least i N / n: a fitted value, or what follows it. */
    private static long middleReached(long[] sorted, int i, int bands) {
        long share = (long) i * sorted.length;
        long value = sorted[(int) ((share + bands - 1) / bands) - 1];
        long middle = (long) SortedKeys.countBelow(sorted, value) + SortedKeys.countAtMost(sorted, value);
        return middle * bands >= 2 * share ? value : value + 1;
    }

    private static BigDecimal sum(long[] sorted, boolean whole) {
        if (!whole) {
            BigDecimal sum = BigDecimal.ZERO;
            for (long key : sorted) {
                sum = sum.add(Keys.toExact(key, false));
            }
            return sum;
        }
        long high = 0;
        long low = 0;
        for (long value : sorted) {
            // Halves of 32 bits: neither sum can overflow with fewer than 2^31 rows.
            high += value >> 32;
            low += value & 0xFFFF_FFFFL;
        }
        return new BigDecimal(BigInteger.valueOf(high).shiftLeft(32).add(BigInteger.valueOf(low)));
    }
}
