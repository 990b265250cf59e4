package org.crmkit.lifecycle.purchase;

import org.crmkit.lifecycle.internal.fit.Objective;

/**
 * The log-likelihood of a base under Pareto/NBD in the coordinates ln r, ln alpha, ln s, ln beta, in time scaled by the unit.
 *
 * <p>Sums run in the order of the patterns; that of the value is
 * compensated (Neumaier 1974), so its rounding does not grow with the number of customers.
 */
final class ParetoNbdObjective implements Objective {

    private final int[] x;
    private final double[] recency;
    private final double[] age;
    private final long[] counts;
    /** From the unit of the data to scaled time. */
    private final double scale;

    private final LifetimeCounts events;
    private final int step;

    /**
     * Takes the columns of the patterns as they are.
     *
     * @param unit what alpha and beta are measured in: the mean age
     * @param step 1 for all patterns, more for every step-th one (a cheap likelihood to start with)
     */
    ParetoNbdObjective(PurchasePatterns patterns, double unit, int step) {
        this.x = patterns.xColumn();
        this.recency = patterns.recencyColumn();
        this.age = patterns.ageColumn();
        this.counts = patterns.countColumn();
        this.scale = 1 / unit;
        this.events = new LifetimeCounts(patterns, step);
        this.step = step;
    }

    @Override
    public int dimension() {
        return 4;
    }

    @Override
    public boolean hasCheapHessian() {
        return true;
    }

    @Override
    public double evaluate(double[] point, double[] gradient) {
        return hessian(point, gradient, new double[4][4]);
    }

    @Override
    public double hessian(double[] point, double[] gradient, double[][] hessian) {
        double[] p = {Math.exp(point[0]), Math.exp(point[1]), Math.exp(point[2]), Math.exp(point[3])};
        double[] slopes = new double[4];
        double[][] curves = new double[4][4];
        double value = sum(p, slopes, curves);
        for (int i = 0; i < 4; i++) {
            gradient[i] = slopes[i] * p[i];
            for (int j = i; j < 4; j++) {
                hessian[i][j] = curves[i][j] * p[i] * p[j] + (i == j ? gradient[i] : 0);
                hessian[j][i] = hessian[i][j];
            }
        }
        return value;
    }

    private double sum(double[] p, double[] slopes, double[][] curves) {
        double r = p[0];
        ParetoNbdLikelihood likelihood = new ParetoNbdLikelihood(r, p[1], p[2], p[3]);
        events.evaluate(r);
        slopes[0] += events.slope;
        curves[0][0] += events.curve;
        double sum = events.value;
        double lost = 0;
        for (int i = 0; i < x.length; i += step) {
            long count = counts[i];
            if (count == 0) {
                continue;
            }
            double term =
                    count * likelihood.addDerivatives(x[i], scale * recency[i], scale * age[i], count, slopes, curves);
            double next = sum + term;
            lost += Math.abs(sum) >= Math.abs(term) ? sum - next + term : term - next + sum;
            sum = next;
        }
        return sum + lost;
    }
}
