package org.crmkit.lifecycle.purchase;

/**
 * The sum of {@code ln Gamma(r + x) - ln Gamma(r)} over a base, with its derivatives by r.
 *
 * <p>It is {@code sum over i of n_i ln(r + i)}, n_i being the number of customers with {@code x > i}: exact for any r, where a difference of two
 * logarithms of gamma functions drowns in rounding when r is large.
 */
final class LifetimeCounts {

    private final double[] exceeding;

    double value;
    double slope;
    double curve;

    /** Counts every step-th pattern. */
    LifetimeCounts(PurchasePatterns patterns, int step) {
        int[] x = patterns.xColumn();
        long[] counts = patterns.countColumn();
        exceeding = new double[x.length == 0 ? 0 : x[x.length - 1]];
        for (int i = 0; i < x.length; i += step) {
            if (x[i] > 0) {
                exceeding[x[i] - 1] += counts[i];
            }
        }
        for (int i = exceeding.length - 2; i >= 0; i--) {
            exceeding[i] += exceeding[i + 1];
        }
    }

    /** Computes value, slope and curve at r. */
    void evaluate(double r) {
        value = 0;
        slope = 0;
        curve = 0;
        for (int i = 0; i < exceeding.length; i++) {
            double inverse = 1 / (r + i);
            value += exceeding[i] * Math.log(r + i);
            slope += exceeding[i] * inverse;
            curve -= exceeding[i] * inverse * inverse;
        }
    }
}
