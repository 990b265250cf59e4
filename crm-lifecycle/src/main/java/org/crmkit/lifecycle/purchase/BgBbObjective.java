package org.crmkit.lifecycle.purchase;

import org.crmkit.lifecycle.internal.fit.Objective;

/** The log-likelihood of a base under BG/BB in the coordinates ln alpha, ln beta, ln gamma, ln delta. */
final class BgBbObjective implements Objective {

    private final PurchasePatterns patterns;

    /** Takes patterns that are counts of opportunities ({@link BgBb#checkDiscrete}). */
    BgBbObjective(PurchasePatterns patterns) {
        this.patterns = patterns;
    }

    @Override
    public int dimension() {
        return 4;
    }

    @Override
    public double evaluate(double[] point, double[] gradient) {
        double[] p = new double[4];
        for (int i = 0; i < 4; i++) {
            p[i] = Math.exp(point[i]);
        }
        BgBbLikelihood likelihood = new BgBbLikelihood(p[0], p[1], p[2], p[3]);
        double[] slopes = new double[4];
        double sum = 0;
        double lost = 0;
        for (int i = 0; i < patterns.size(); i++) {
            long count = patterns.count(i);
            double term = count
                    * likelihood.addGradient(
                            patterns.repeatPurchases(i),
                            (long) patterns.recency(i),
                            (long) patterns.age(i),
                            count,
                            slopes);
            double next = sum + term;
            lost += Math.abs(sum) >= Math.abs(term) ? sum - next + term : term - next + sum;
            sum = next;
        }
        for (int i = 0; i < 4; i++) {
            gradient[i] = slopes[i] * p[i];
        }
        return sum + lost;
    }
}
