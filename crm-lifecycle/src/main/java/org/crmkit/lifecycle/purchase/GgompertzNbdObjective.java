package org.crmkit.lifecycle.purchase;

import java.util.Arrays;
import org.crmkit.lifecycle.internal.fit.Objective;

/**
 * The log-likelihood of a base under GGompertz/NBD in the coordinates ln r, ln(alpha/unit), ln(b unit), ln s, ln beta.
 *
 * <p>The sum is compensated (Neumaier 1974).
 */
final class GgompertzNbdObjective implements Objective {

    private final int[] x;
    private final double[] recency;
    private final double[] age;
    private final long[] counts;
    private final double unit;
    private final LifetimeCounts events;
    private double[] lastPoint = {};
    private double lastValue;
    private final double[] lastGradient = new double[5];
    private final double[][] lastHessian = new double[5][5];

    /** Takes the columns of the patterns as they are; the unit is what times are measured in, the mean age. */
    GgompertzNbdObjective(PurchasePatterns patterns, double unit) {
        this.x = patterns.xColumn();
        this.recency = patterns.recencyColumn();
        this.age = patterns.ageColumn();
        this.counts = patterns.countColumn();
        this.unit = unit;
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
        if (!Arrays.equals(point, lastPoint)) {
            compute(point);
        }
        System.arraycopy(lastGradient, 0, gradient, 0, 5);
        return lastValue;
    }

    /** The second derivatives come with the first: a Newton step that was tried needs nothing more. */
    @Override
    public double hessian(double[] point, double[] gradient, double[][] hessian) {
        double value = evaluate(point, gradient);
        for (int i = 0; i < 5; i++) {
            System.arraycopy(lastHessian[i], 0, hessian[i], 0, 5);
        }
        return value;
    }

    private void compute(double[] point) {
        // the kernel has the scale c = beta/b in place of beta
        double[] p = {
            Math.exp(point[0]),
            unit * Math.exp(point[1]),
            Math.exp(point[2]) / unit,
            Math.exp(point[3]),
            unit * Math.exp(point[4] - point[2])
        };
        double[] slopes = new double[5];
        double[][] curves = new double[5][5];
        lastValue = sum(p, slopes, curves);
        for (int i = 0; i < 5; i++) {
            lastGradient[i] = slopes[i] * p[i];
            for (int j = i; j < 5; j++) {
                lastHessian[i][j] = curves[i][j] * p[i] * p[j] + (i == j ? lastGradient[i] : 0);
                lastHessian[j][i] = lastHessian[i][j];
            }
        }
        // ln c = ln beta - ln b: to move b with beta fixed is to move b and, backwards, c
        lastGradient[2] -= lastGradient[4];
        for (int i = 0; i < 5; i++) {
            lastHessian[2][i] -= lastHessian[4][i];
        }
        for (int i = 0; i < 5; i++) {
            lastHessian[i][2] -= lastHessian[i][4];
        }
        lastPoint = point.clone();
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
            double term = count * likelihood.addDerivatives(x[i], recency[i], age[i], count, slopes, curves);
            double next = sum + term;
            lost += Math.abs(sum) >= Math.abs(term) ? sum - next + term : term - next + sum;
            sum = next;
        }
        return sum + lost;
    }
}
