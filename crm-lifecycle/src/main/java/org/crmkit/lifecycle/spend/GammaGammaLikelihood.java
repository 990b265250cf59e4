package org.crmkit.lifecycle.spend;

import java.util.Arrays;
import org.apache.commons.numbers.gamma.LogBeta;
import org.apache.commons.numbers.gamma.Trigamma;

/**
 * The log-likelihood of the Gamma-Gamma model with its first and second derivatives.
 *
 * <p>The gamma functions depend on the number of purchases alone, so they are evaluated once for each distinct number;
 * a customer costs two logarithms. Sums are compensated, so that their error does not grow with the population.
 */
final class GammaGammaLikelihood {

    private static final int PARAMETERS = 3;

    private final double[] distinct;
    private final double[] counts;
    private final int[] group;
    private final double[] totals;
    private final double logMeans;

    GammaGammaLikelihood(SpendSample sample) {
        SpendSample used = sample.informative();
        int n = used.size();
        double[] sorted = new double[n];
        totals = new double[n];
        Compensated logs = new Compensated();
        for (int i = 0; i < n; i++) {
            sorted[i] = used.purchases(i);
            totals[i] = used.purchases(i) * used.meanSpend(i);
            logs.add(Math.log(used.meanSpend(i)));
        }
        logMeans = logs.sum();
        Arrays.sort(sorted);
        distinct = Arrays.stream(sorted).distinct().toArray();
        counts = new double[distinct.length];
        group = new int[n];
        for (int i = 0; i < n; i++) {
            group[i] = Arrays.binarySearch(distinct, used.purchases(i));
            counts[group[i]]++;
        }
    }

    int size() {
        return totals.length;
    }

    int distinctPurchases() {
        return distinct.length;
    }

    /** Returns the log-likelihood. */
    double value(double p, double q, double v) {
        return evaluate(p, q, v, new double[PARAMETERS]);
    }

    /** Returns the log-likelihood and fills its derivatives by p, q and v. */
    double evaluate(double p, double q, double v, double[] gradient) {
        int k = distinct.length;
        Compensated[] own = new Compensated[k];
        Arrays.setAll(own, j -> new Compensated());
        Compensated others = new Compensated();
        Compensated byV = new Compensated();
        for (int i = 0; i < totals.length; i++) {
            double t = totals[i];
            own[group[i]].add(Math.log1p(v / t));
            others.add(Math.log1p(t / v));
            byV.add((q * t - p * distinct[group[i]] * v) / (t + v));
        }
        Compensated value = new Compensated();
        Compensated byP = new Compensated();
        Compensated byQ = new Compensated();
        for (int j = 0; j < k; j++) {
            double z = p * distinct[j];
            value.add(-counts[j] * LogBeta.value(z, q));
            value.add(-z * own[j].sum());
            byP.add(distinct[j] * (counts[j] * GammaRatios.digammaStep(z, q) - own[j].sum()));
            byQ.add(counts[j] * GammaRatios.digammaStep(q, z));
        }
        value.add(-q * others.sum());
        value.add(-logMeans);
        byQ.add(-others.sum());
        gradient[0] = byP.sum();
        gradient[1] = byQ.sum();
        gradient[2] = byV.sum() / v;
        return value.sum();
    }

    /** Returns the second derivatives by p, q and v. */
    double[][] hessian(double p, double q, double v) {
        double pp = 0;
        double pq = 0;
        double qq = 0;
        for (int j = 0; j < distinct.length; j++) {
            double x = distinct[j];
            pp += counts[j] * x * x * GammaRatios.trigammaStep(p * x, q);
            pq += counts[j] * x * Trigamma.value(p * x + q);
            qq += counts[j] * GammaRatios.trigammaStep(q, p * x);
        }
        double pv = 0;
        double qv = 0;
        double vv = 0;
        for (int i = 0; i < totals.length; i++) {
            double t = totals[i];
            double x = distinct[group[i]];
            double sum = t + v;
            pv -= x / sum;
            qv += t / (v * sum);
            // (px + q) / (t + v)^2 - q / v^2, without the cancellation for large q and v
            vv += (p * x - q * (t / v) * (t / v + 2)) / (sum * sum);
        }
        return new double[][] {{pp, pq, pv}, {pq, qq, qv}, {pv, qv, vv}};
    }

    /** A sum that carries its rounding error along (Neumaier 1974). */
    private static final class Compensated {
        private double sum;
        private double lost;

        void add(double term) {
            double next = sum + term;
            lost += Math.abs(sum) >= Math.abs(term) ? (sum - next) + term : (term - next) + sum;
            sum = next;
        }

        double sum() {
            return sum + lost;
        }
    }
}
