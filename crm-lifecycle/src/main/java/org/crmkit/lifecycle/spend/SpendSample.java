package org.crmkit.lifecycle.spend;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkElementIndex;
import static com.google.common.base.Preconditions.checkNotNull;

/**
 * What a population spent: for each customer, how many purchases and their mean amount.
 *
 * <p>Two columns of equal length, 16 bytes a customer, copied on the way in. A customer with zero purchases has a mean
 * of zero. A mean below zero is possible (more was given back than bought); {@link Refunds} says what becomes of it.
 */
public final class SpendSample {

    private final double[] purchases;
    private final double[] meanSpend;

    private SpendSample(double[] purchases, double[] meanSpend) {
        this.purchases = purchases;
        this.meanSpend = meanSpend;
    }

    /**
     * Returns a sample of two columns.
     *
     * @param purchases length n, index i is the number of purchases of customer i, finite and at least zero
     * @param meanSpend length n, index i is the mean amount of these purchases, finite
     * @return the sample
     * @throws IllegalArgumentException if the lengths differ or a value is out of range, naming its row
     */
    public static SpendSample of(double[] purchases, double[] meanSpend) {
        checkNotNull(purchases, "purchases");
        checkNotNull(meanSpend, "meanSpend");
        checkArgument(
                purchases.length == meanSpend.length,
                "purchases and meanSpend must have equal length, were %s and %s",
                purchases.length,
                meanSpend.length);
        for (int i = 0; i < purchases.length; i++) {
            if (!(purchases[i] >= 0 && purchases[i] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "purchases[" + i + "] must be finite and at least 0, was " + purchases[i]);
            }
            if (!Double.isFinite(meanSpend[i])) {
                throw new IllegalArgumentException("meanSpend[" + i + "] must be finite, was " + meanSpend[i]);
            }
        }
        return new SpendSample(purchases.clone(), meanSpend.clone());
    }

    /**
     * Returns the number of customers.
     *
     * @return at least zero
     */
    public int size() {
        return purchases.length;
    }

    /**
     * Returns the number of purchases of one customer.
     *
     * @param index from zero, below {@link #size()}
     * @return at least zero
     */
    public double purchases(int index) {
        checkElementIndex(index, purchases.length);
        return purchases[index];
    }

    /**
     * Returns the mean amount of one customer's purchases.
     *
     * @param index from zero, below {@link #size()}
     * @return the mean, finite
     */
    public double meanSpend(int index) {
        checkElementIndex(index, meanSpend.length);
        return meanSpend[index];
    }

    /**
     * Returns a fingerprint of the sample: equal for equal samples, in any order of customers.
     *
     * @return 16 hexadecimal digits
     */
    public String fingerprint() {
        long sum = mix(purchases.length);
        for (int i = 0; i < purchases.length; i++) {
            // a sum of scrambled rows does not depend on their order
            sum += mix(mix(Double.doubleToLongBits(purchases[i])) ^ Double.doubleToLongBits(meanSpend[i]));
        }
        String hex = Long.toHexString(mix(sum));
        return "0".repeat(16 - hex.length()) + hex;
    }

    /** Scrambles 64 bits (the finalizer of SplitMix64; Steele, Lea, Flood 2014). */
    private static long mix(long bits) {
        long z = bits + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** Returns the customers who tell something about spend: purchases and mean above zero. */
    SpendSample informative() {
        int n = 0;
        for (int i = 0; i < purchases.length; i++) {
            n += isInformative(i) ? 1 : 0;
        }
        double[] x = new double[n];
        double[] m = new double[n];
        int k = 0;
        for (int i = 0; i < purchases.length; i++) {
            if (isInformative(i)) {
                x[k] = purchases[i];
                m[k++] = meanSpend[i];
            }
        }
        return new SpendSample(x, m);
    }

    static boolean isEmpty(SpendSample sample) {
        for (int i = 0; i < sample.size(); i++) {
            if (sample.isInformative(i)) {
                return false;
            }
        }
        return true;
    }

    private boolean isInformative(int i) {
        return purchases[i] > 0 && meanSpend[i] > 0;
    }
}
