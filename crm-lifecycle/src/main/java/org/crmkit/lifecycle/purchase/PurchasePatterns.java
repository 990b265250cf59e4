package org.crmkit.lifecycle.purchase;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.crmkit.core.time.TimeGrain;

/**
 * A base of customers for fitting: how many share each history (x, t_x, T).
 *
 * <p>Days are coarse, so customers repeat each other: the 2,357 of CDNOW have 1,016 histories, a million have a third of that. Patterns are kept in one
 * order (by x, then t_x, then T), so the same customers give the same patterns and the same doubles in a fit, whatever the order in which rows arrived
 * or the shards in which they were counted: {@link #merge} is associative and commutative, and the empty patterns are its unit.
 *
 * <p>The gaps between purchases matter to the CNBD models only, and of the gaps only the sum of their logarithms over the whole base;
 * it is kept in fixed point, so that its sum does not depend on the order either.
 *
 * <p>28 bytes a pattern. Counting a million rows takes some tenths of a second and needs no object per row.
 */
public final class PurchasePatterns {

    private final TimeGrain grain;
    private final int[] x;
    private final double[] recency;
    private final double[] age;
    private final long[] counts;
    private final GapSum gaps;
    private final long customers;

    PurchasePatterns(TimeGrain grain, int[] x, double[] recency, double[] age, long[] counts, GapSum gaps) {
        this.grain = grain;
        this.x = x;
        this.recency = recency;
        this.age = age;
        this.counts = counts;
        this.gaps = gaps;
        this.customers = Arrays.stream(counts).sum();
    }

    /**
     * Returns a counter of rows.
     *
     * @param grain unit of time of the rows
     * @return an empty builder
     */
    public static PurchasePatternsBuilder builder(TimeGrain grain) {
        return new PurchasePatternsBuilder(checkNotNull(grain, "grain"));
    }

    /**
     * Returns the patterns of columns, reading them in place.
     *
     * @param grain unit of time of the columns
     * @param repeatPurchases x of each customer, length n
     * @param recency t_x of each customer, length n
     * @param age T of each customer, length n
     * @return the counted histories
     * @throws IllegalArgumentException if lengths differ or a row is impossible; the message names the row
     */
    public static PurchasePatterns of(TimeGrain grain, int[] repeatPurchases, double[] recency, double[] age) {
        return of(grain, repeatPurchases, recency, age, new double[0]);
    }

    /**
     * Returns the patterns of columns with the gaps, as the CNBD models need them, reading the columns in place.
     *
     * @param grain unit of time of the columns
     * @param repeatPurchases x of each customer, length n
     * @param recency t_x of each customer, length n
     * @param age T of each customer, length n
     * @param sumLogGaps sum of ln(gap) of each customer, length n, or length 0 if unknown
     * @return the counted histories
     * @throws IllegalArgumentException if lengths differ or a row is impossible; the message names the row
     */
    public static PurchasePatterns of(
            TimeGrain grain, int[] repeatPurchases, double[] recency, double[] age, double[] sumLogGaps) {
        int n = repeatPurchases.length;
        checkArgument(
                recency.length == n && age.length == n,
                "columns must have length %s, had %s and %s",
                n,
                recency.length,
                age.length);
        checkArgument(
                sumLogGaps.length == n || sumLogGaps.length == 0,
                "sumLogGaps must have length %s or 0, had %s",
                n,
                sumLogGaps.length);
        PurchasePatternsBuilder builder = builder(grain);
        for (int i = 0; i < n; i++) {
            try {
                if (sumLogGaps.length == 0) {
                    builder.add(repeatPurchases[i], recency[i], age[i]);
                } else {
                    builder.add(repeatPurchases[i], recency[i], age[i], sumLogGaps[i]);
                }
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("row " + i + ": " + e.getMessage(), e);
            }
        }
        return builder.build();
    }

    /**
     * Returns the patterns of histories.
     *
     * @param grain unit of time of the histories
     * @param histories the customers
     * @return the counted histories
     */
    public static PurchasePatterns of(TimeGrain grain, Iterable<PurchaseHistory> histories) {
        PurchasePatternsBuilder builder = builder(grain);
        histories.forEach(builder::add);
        return builder.build();
    }

    /**
     * Returns the patterns of both bases together.
     *
     * @param other patterns of other customers, in the same unit
     * @return the sum, whichever of the two is asked
     * @throws IllegalArgumentException if the units differ
     */
    public PurchasePatterns merge(PurchasePatterns other) {
        checkArgument(grain == other.grain, "patterns to merge must be in units of %s, were in %s", grain, other.grain);
        PurchasePatternsBuilder builder = builder(grain);
        builder.addAll(this);
        builder.addAll(other);
        return builder.build();
    }

    /**
     * Returns the unit of time.
     *
     * @return the unit of recency and age
     */
    public TimeGrain grain() {
        return grain;
    }

    /**
     * Returns the number of different histories.
     *
     * @return at least zero
     */
    public int size() {
        return x.length;
    }

    /**
     * Returns the number of customers.
     *
     * @return the sum of the counts
     */
    public long customers() {
        return customers;
    }

    /**
     * Returns the number of repeat purchases of all customers.
     *
     * @return the sum of count times x
     */
    public long repeatPurchases() {
        long sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += counts[i] * x[i];
        }
        return sum;
    }

    /**
     * Returns the sum of the logarithms of all gaps between purchases.
     *
     * @return the same double for any order of rows; empty if it is not known of every repeat customer
     */
    public OptionalDouble sumLogGaps() {
        return gaps.known() ? OptionalDouble.of(gaps.value()) : OptionalDouble.empty();
    }

    /**
     * Returns one history.
     *
     * @param index from 0 to {@code size() - 1}, in order of x, t_x, T
     * @return the history, without gaps
     */
    public PurchaseHistory history(int index) {
        return PurchaseHistory.of(x[index], recency[index], age[index]);
    }

    /**
     * Returns how many customers have a history.
     *
     * @param index from 0 to {@code size() - 1}
     * @return at least 1
     */
    public long count(int index) {
        return counts[index];
    }

    /**
     * Returns the repeat purchases of a history.
     *
     * @param index from 0 to {@code size() - 1}
     * @return x
     */
    public int repeatPurchases(int index) {
        return x[index];
    }

    /**
     * Returns the recency of a history.
     *
     * @param index from 0 to {@code size() - 1}
     * @return t_x
     */
    public double recency(int index) {
        return recency[index];
    }

    /**
     * Returns the age of a history.
     *
     * @param index from 0 to {@code size() - 1}
     * @return T
     */
    public double age(int index) {
        return age[index];
    }

    /**
     * Returns the mean age of the customers: the natural unit of time of the base.
     *
     * @return above zero, or 1 if there is no customer or none has an age
     */
    public double meanAge() {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += counts[i] * age[i];
        }
        if (sum == Double.POSITIVE_INFINITY) {
            sum = 0;
            for (int i = 0; i < x.length; i++) {
                sum += age[i] * ((double) counts[i] / customers);
            }
            return sum;
        }
        return sum > 0 ? sum / customers : 1;
    }

    /**
     * Returns these histories with other counts, for resampling.
     *
     * @param newCounts length {@link #size()}, at least zero; histories with count zero are left out
     * @return patterns on which a fit gives the parameters of the resampled base (gaps are kept as they are)
     */
    PurchasePatterns withCounts(long[] newCounts) {
        int kept = 0;
        for (long count : newCounts) {
            kept += count > 0 ? 1 : 0;
        }
        int[] keptX = new int[kept];
        double[] keptRecency = new double[kept];
        double[] keptAge = new double[kept];
        long[] keptCounts = new long[kept];
        int next = 0;
        for (int i = 0; i < newCounts.length; i++) {
            if (newCounts[i] > 0) {
                keptX[next] = x[i];
                keptRecency[next] = recency[i];
                keptAge[next] = age[i];
                keptCounts[next++] = newCounts[i];
            }
        }
        return new PurchasePatterns(grain, keptX, keptRecency, keptAge, keptCounts, gaps);
    }

    GapSum gaps() {
        return gaps;
    }

    /** Returns the column of x itself, for kernels of this package, which must not write to it. */
    int[] xColumn() {
        return x;
    }

    /** Returns the column of t_x itself, for kernels of this package, which must not write to it. */
    double[] recencyColumn() {
        return recency;
    }

    /** Returns the column of T itself, for kernels of this package, which must not write to it. */
    double[] ageColumn() {
        return age;
    }

    /** Returns the column of counts itself, for kernels of this package, which must not write to it. */
    long[] countColumn() {
        return counts;
    }

    /**
     * Returns a fingerprint of the base: equal for equal bases, in any order of arrival.
     *
     * @return 16 hexadecimal digits
     */
    public String fingerprint() {
        long hash = mix(Double.doubleToLongBits(grain.days()));
        for (int i = 0; i < x.length; i++) {
            hash = mix(hash ^ x[i]);
            hash = mix(hash ^ Double.doubleToLongBits(recency[i]));
            hash = mix(hash ^ Double.doubleToLongBits(age[i]));
            hash = mix(hash ^ counts[i]);
        }
        hash = mix(hash ^ (gaps.known() ? Double.doubleToLongBits(gaps.value()) : 1));
        String hex = Long.toHexString(hash);
        return "0".repeat(16 - hex.length()) + hex;
    }

    /** Scrambles 64 bits (the finalizer of SplitMix64; Steele, Lea, Flood 2014). */
    static long mix(long bits) {
        long z = bits + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PurchasePatterns that
                && grain == that.grain
                && Arrays.equals(x, that.x)
                && Arrays.equals(recency, that.recency)
                && Arrays.equals(age, that.age)
                && Arrays.equals(counts, that.counts)
                && gaps.equals(that.gaps);
    }

    @Override
    public int hashCode() {
        return fingerprint().hashCode();
    }

    @Override
    public String toString() {
        return "PurchasePatterns[customers=" + customers + ", patterns=" + x.length + ", grain=" + grain + "]";
    }
}
