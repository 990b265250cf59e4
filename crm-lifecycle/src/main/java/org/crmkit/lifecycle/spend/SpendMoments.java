package org.crmkit.lifecycle.spend;

/**
 * How amounts scatter: between customers, and around one customer's mean.
 *
 * <p>The squared distance of a mean of x purchases from the population mean is expected to be {@code between + within / x}. Both are
 * found by least squares over the customers, and neither is below zero.
 *
 * @param mean the mean over customers
 * @param weightedMean the mean over purchases
 * @param between variance of the customers' own means
 * @param within variance of one customer's amounts
 */
record SpendMoments(double mean, double weightedMean, double between, double within) {

    static SpendMoments of(SpendSample sample) {
        SpendSample used = sample.informative();
        int n = used.size();
        double sum = 0;
        double total = 0;
        double purchases = 0;
        for (int i = 0; i < n; i++) {
            sum += used.meanSpend(i);
            total += used.purchases(i) * used.meanSpend(i);
            purchases += used.purchases(i);
        }
        double mean = sum / n;
        double inverse = 0;
        double square = 0;
        double inverseSquare = 0;
        double cross = 0;
        for (int i = 0; i < n; i++) {
            double u = 1 / used.purchases(i);
            double d = (used.meanSpend(i) - mean) * (used.meanSpend(i) - mean);
            inverse += u / n;
            square += d / n;
            inverseSquare += u * u / n;
            cross += u * d / n;
        }
        double spread = inverseSquare - inverse * inverse;
        // Without different numbers of purchases the split is unknown: half each.
        double within = spread > 1e-12 * inverseSquare ? (cross - inverse * square) / spread : square / (2 * inverse);
        within = Math.max(0, Math.min(within, square / inverse));
        return new SpendMoments(mean, total / purchases, Math.max(0, square - within * inverse), within);
    }
}
