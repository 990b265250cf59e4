package org.crmkit.lifecycle.spend;

import static com.google.common.base.Preconditions.checkArgument;

import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.ranking.NaturalRanking;

/**
 * How far spend per purchase moves with the number of purchases.
 *
 * <p>Multiplying expected purchases by expected spend assumes that the two do not. Customers with purchases and a
 * positive mean are compared. On the CDNOW sample the correlation is .11, which Fader, Hardie and Lee (2005) take as
 * small enough; far from zero, the product is biased for heavy buyers.
 *
 * @param customers the number of customers compared, at least zero
 * @param correlation Pearson's correlation of purchases and mean spend, in [-1, 1]; zero where it is undefined
 * @param rankCorrelation Spearman's correlation, which one big spender does not move, in [-1, 1]; zero where undefined
 */
public record SpendIndependence(int customers, double correlation, double rankCorrelation) {

    /** From here on a tenth of the variance of spend goes with frequency. */
    private static final double MODERATE = Math.sqrt(0.1);

    /**
     * Checks the values.
     *
     * @param customers the number of customers compared, at least zero
     * @param correlation Pearson's correlation of purchases and mean spend, in [-1, 1]
     * @param rankCorrelation Spearman's correlation, which one big spender does not move, in [-1, 1]
     */
    public SpendIndependence {
        checkArgument(customers >= 0, "customers must be at least 0, was %s", customers);
        checkCorrelation(correlation, "correlation");
        checkCorrelation(rankCorrelation, "rankCorrelation");
    }

    private static void checkCorrelation(double value, String name) {
        checkArgument(value >= -1 && value <= 1, "%s must be in [-1, 1], was %s", name, value);
    }

    /**
     * Returns the check of a sample, O(n log n).
     *
     * @param sample the customers
     * @return the correlations
     */
    public static SpendIndependence of(SpendSample sample) {
        SpendSample used = sample.informative();
        int n = used.size();
        double[] x = new double[n];
        double[] m = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = used.purchases(i);
            m[i] = used.meanSpend(i);
        }
        NaturalRanking ranking = new NaturalRanking();
        return new SpendIndependence(
                n, n < 2 ? 0 : pearson(x, m), n < 2 ? 0 : pearson(ranking.rank(x), ranking.rank(m)));
    }

    private static double pearson(double[] a, double[] b) {
        double r = new PearsonsCorrelation().correlation(a, b);
        // A column without any scatter has no correlation with anything.
        return Double.isNaN(r) ? 0 : Math.max(-1, Math.min(1, r));
    }

    /**
     * Returns whether the assumption is plainly hurt: a correlation that explains a tenth of the variance or more.
     *
     * @return true if either correlation is at or beyond .316
     */
    public boolean isDoubtful() {
        return Math.abs(correlation) >= MODERATE || Math.abs(rankCorrelation) >= MODERATE;
    }
}
