package org.crmkit.lifecycle.purchase;

import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.LogGamma;
import org.crmkit.lifecycle.internal.fit.Objective;

/**
 * The log-likelihood of a base under GGompertz/NBD in the coordinates ln r, ln(alpha/unit), ln(b unit), ln s, ln beta.
 *
 * <p>Gamma and digamma functions are computed once for each x; the sum is compensated (Neumaier 1974).
 */
final class GgompertzNbdObjective implements Objective {

    private final int[] x;
    private final double[] recency;
    private final double[] age;
    private final long[] counts;
    private final double unit;

    /** Takes the columns of the patterns as they are; the unit is what times are measured in, the mean age. */
    GgompertzNbdObjective(PurchasePatterns patterns, double unit) {
        this.x = patterns.xColumn();
        this.recency = patterns.recencyColumn();
        this.age = patterns.ageColumn();
        this.counts = patterns.countColumn();
        this.unit = unit;
    }

    @Override
    public int dimension() {
        return 5;
    }

    @Override
    public double evaluate(double[] point, double[] gradient) {
        double r = Math.exp(point[0]);
        double alpha = unit * Math.exp(point[1]);
        double b = Math.exp(point[2]) / unit;
        double s = Math.exp(point[3]);
        double c = unit * Math.exp(point[4] - point[2]);
        double[] slopes = new double[5];
        double value = sum(r, new GgompertzNbdLikelihood(r, alpha, b, s, c), slopes);
        gradient[0] = slopes[0] * r;
        gradient[1] = slopes[1] * alpha;
        // the scale of the kernel is c = beta/b: moving b alone moves c as well
        gradient[2] = slopes[2] * b - slopes[4] * c;
        gradient[3] = slopes[3] * s;
        gradient[4] = slopes[4] * c;
        return value;
    }

    private double sum(double r, GgompertzNbdLikelihood likelihood, double[] slopes) {
        double logGammaR = LogGamma.value(r);
        double digammaR = Digamma.value(r);
        double logGamma = 0;
        double digamma = 0;
        int current = 0;
        double sum = 0;
        double lost = 0;
        for (int i = 0; i < x.length; i++) {
            long count = counts[i];
            if (count == 0) {
                continue;
            }
            if (x[i] != current) {
                current = x[i];
                logGamma = LogGamma.value(r + current) - logGammaR;
                digamma = Digamma.value(r + current) - digammaR;
            }
            double term = count * (logGamma + likelihood.addGradient(current, recency[i], age[i], count, slopes));
            slopes[0] += count * digamma;
            double next = sum + term;
            lost += Math.abs(sum) >= Math.abs(term) ? sum - next + term : term - next + sum;
            sum = next;
        }
        return sum + lost;
    }
}
