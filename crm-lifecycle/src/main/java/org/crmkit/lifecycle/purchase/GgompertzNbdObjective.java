package org.crmkit.lifecycle.purchase;

import org.crmkit.lifecycle.internal.fit.Objective;

/**
 * The log-likelihood of a base under GGompertz/NBD in the coordinates ln r, ln alpha, ln b, ln s, ln beta, in time scaled by the unit.
 *
 * <p>The sum is compensated (Neumaier 1974).
 */
final class GgompertzNbdObjective implements Objective {

    private final int[] x;
    private final double[] recency;
    private final double[] age;
    private final long[] counts;
    /** From the unit of the data to scaled time. */
    private final double scale;

    private final LifetimeCounts events;

    /** Takes the columns of the patterns as they are; the unit is what times are measured in, the mean age. */
    GgompertzNbdObjective(PurchasePatterns patterns, double unit) {
        this.x = patterns.xColumn();
        this.recency = patterns.recencyColumn();
        this.age = patterns.ageColumn();
        this.counts = patterns.countColumn();
        this.scale = 1 / unit;
        this.events = new LifetimeCounts(patterns, 1);
    }

    @Override
    public int dimension() {
        return 5;
    }

    @Override
    public boolean hasCheapHessian() {
        return true;
    }

    @Override
    public double evaluate(double[] point, double[] gradient) {
        return hessian(point, gradient, new double[5][5]);
    }

    @Override
    public double hessian(double[] point, double[] gradient, double[][] hessian) {
        // the kernel has the scale c = beta/b in place of beta
        double[] p = {
            Math.exp(point[0]),
            Math.exp(point[1]),
            Math.exp(point[2]),
            Math.exp(point[3]),
            Math.exp(point[4] - point[2])
        };
        double[] slopes = new double[5];
        double[][] curves = new double[5][5];
        double value = sum(p, slopes, curves);
        for (int i = 0; i < 5; i++) {
            gradient[i] = slopes[i] * p[i];
            for (int j = i; j < 5; j++) {
                hessian[i][j] = curves[i][j] * p[i] * p[j] + (i == j ? gradient[i] : 0);
                hessian[j][i] = hessian[i][j];
            }
        }
        // ln c = ln beta - ln b: to move b with beta fixed is to move b and, backwards, c
        gradient[2] -= gradient[4];
        for (int i = 0; i < 5; i++) {
            hessian[2][i] -= hessian[4][i];
        }
        for (int i = 0; i < 5; i++) {
            hessian[i][2] -= hessian[i][4];
        }
        return value;
    }

    private double sum(double[] p, double[] slopes, double[][] curves) {
        double r = p[0];
        GgompertzNbdLikelihood likelihood = new GgompertzNbdLikelihood(r, p[1], p[2], p[3], p[4]);
        events.evaluate(r);
        slopes[0] += events.slope;
        curves[0][0] += events.curve;
        double sum = events.value;
        double lost = 0;
        for (int i = 0; i < x.length; i++) {
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
