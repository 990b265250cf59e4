package org.crmkit.lifecycle.purchase;

import java.util.Arrays;
import org.crmkit.lifecycle.internal.fit.Objective;

/**
 * The likelihood of BG/NBD, MBG/NBD and their CNBD-k kin by the logarithms of r, alpha, a, b, with its Hessian.
 *
 * <p>A history has, with {@code R = r + k x}, {@code D = ln((alpha+T)/(alpha+t_x))}, {@code w = (T-t_x)/(alpha+T)},
 * {@code P = sum over j < k of (R)_j/j! w^j} and m = 0 (BG) or 1 (MBG),
 *
 * <pre>{@code gamma terms + ln B(a,b+x+m)/B(a,b) + ln P + ln(1 + exp(o)),  o = ln(a/(b+x+m-1)) + R D - ln P}</pre>
 *
 * where the last term is there for {@code x + m > 0} only: the customer is alive, or dropped out at the last purchase. For k = 1, P is 1 (Fader, Hardie
 * and Lee 2005, equation 6; Batislam, Denizel and Filiztekin 2007; Platzer and Reutterer 2016). A pattern costs one exponential and one logarithm.
 */
final class BgObjective implements Objective {

    private final FitColumns columns;
    private final BaseCounts counts;
    private final long[] weights;
    private final int k;
    private final int m;
    /** Logarithms and reciprocals by age and by recency, remade at each point. */
    private final double[] logAge;

    private final double[] inverseAge;
    private final double[] logRecency;
    private final double[] inverseRecency;

    BgObjective(FitColumns columns, long[] weights, int k, boolean modified) {
        this.columns = columns;
        this.weights = weights;
        this.counts = new BaseCounts(columns, weights);
        this.k = k;
        this.m = modified ? 1 : 0;
        this.logAge = new double[columns.ages.length];
        this.inverseAge = new double[columns.ages.length];
        this.logRecency = new double[columns.recencies.length];
        this.inverseRecency = new double[columns.recencies.length];
    }

    BaseCounts counts() {
        return counts;
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
        for (int i = 0; i < 4; i++) {
            gradient[i] = 0;
            Arrays.fill(hessian[i], 0);
        }
        double value = gammaTerms(p, gradient, hessian) + betaTerms(p[2], p[3], gradient, hessian);
        tabulate(p[1]);
        value += k == 1 ? aliveOrNot(p, gradient, hessian) : regular(p, gradient, hessian);
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j <= i; j++) {
                hessian[i][j] *= p[i] * p[j];
                hessian[j][i] = hessian[i][j];
            }
            gradient[i] *= p[i];
            hessian[i][i] += gradient[i];
        }
        return value;
    }

    private double gammaTerms(double[] p, double[] g, double[][] h) {
        GammaPoissonTerms t = new GammaPoissonTerms(columns, counts, k, p[0], p[1]);
        g[0] += t.r;
        g[1] += t.alpha;
        h[0][0] += t.rr;
        h[1][0] += t.rAlpha;
        h[1][1] += t.alphaAlpha;
        return t.value;
    }

    /** {@code sum of ln B(a,b+x+m) - ln B(a,b)} is {@code sum over i < x+m of ln((b+i)/(a+b+i))}. */
    private double betaTerms(double a, double b, double[] g, double[][] h) {
        double value = 0;
        for (int i = 0; i < counts.exceeding.length - 1 + m; i++) {
            double weight = i < m ? counts.customers : counts.exceeding[i - m];
            double inverse = 1 / (a + b + i);
            double inverseB = 1 / (b + i);
            value -= weight * Math.log1p(a * inverseB);
            g[2] -= weight * inverse;
            g[3] += weight * a * inverse * inverseB;
            h[2][2] += weight * inverse * inverse;
            h[3][2] += weight * inverse * inverse;
            h[3][3] -= weight * a * inverse * inverseB * (inverse + inverseB);
        }
        return value;
    }

    private void tabulate(double alpha) {
        tabulate(columns.ages, alpha, logAge, inverseAge);
        tabulate(columns.recencies, alpha, logRecency, inverseRecency);
    }

    private static void tabulate(double[] times, double alpha, double[] logs, double[] inverses) {
        for (int i = 0; i < times.length; i++) {
            logs[i] = Math.log1p(times[i] / alpha);
            inverses[i] = 1 / (alpha + times[i]);
        }
    }

    /** The sum of ln(1 + exp(o)) for k = 1, run by run of equal x. */
    private double aliveOrNot(double[] p, double[] g, double[][] h) {
        double value = 0;
        int end;
        for (int start = 0; start < columns.size; start = end) {
            int x = columns.x[start];
            end = start + 1;
            while (end < columns.size && columns.x[end] == x) {
                end++;
            }
            if (x + m > 0) {
                value += run(start, end, p[0] + x, p[2], p[3] + x + m - 1, g, h);
            }
        }
        return value;
    }

    private double run(int start, int end, double shape, double a, double c, double[] g, double[][] h) {
        double constant = Math.log(a) - Math.log(c);
        double value = 0;
        double s = 0; // sums of sigma, and of sigma times the derivatives of o
        double sD = 0;
        double sE = 0;
        double sF = 0;
        double v = 0; // sums of sigma (1 - sigma), and of its products with two derivatives
        double vD = 0;
        double vE = 0;
        double vDD = 0;
        double vDE = 0;
        double vEE = 0;
        for (int i = start; i < end; i++) {
            double weight = weights[i];
            double inverseT = inverseAge[columns.ageOf[i]];
            double inverseTx = inverseRecency[columns.recencyOf[i]];
            double d = logAge[columns.ageOf[i]] - logRecency[columns.recencyOf[i]];
            double e = inverseT - inverseTx;
            double odds = constant + shape * d;
            double small = Math.exp(-Math.abs(odds));
            double inverse = 1 / (1 + small);
            value += weight * (Math.max(odds, 0) + Math.log(1 + small));
            double sigma = weight * (odds > 0 ? inverse : small * inverse);
            double both = weight * small * inverse * inverse;
            s += sigma;
            sD += sigma * d;
            sE += sigma * e;
            sF -= sigma * e * (inverseT + inverseTx);
            v += both;
            vD += both * d;
            vE += both * e;
            vDD += both * d * d;
            vDE += both * d * e;
            vEE += both * e * e;
        }
        g[0] += sD;
        g[1] += shape * sE;
        g[2] += s / a;
        g[3] -= s / c;
        h[0][0] += vDD;
        h[1][0] += sE + shape * vDE;
        h[1][1] += shape * (sF + shape * vEE);
        h[2][0] += vD / a;
        h[2][1] += shape * vE / a;
        h[2][2] += (v - s) / (a * a);
        h[3][0] -= vD / c;
        h[3][1] -= shape * vE / c;
        h[3][2] -= v / (a * c);
        h[3][3] += (v + s) / (c * c);
        return value;
    }

    /** The same with regular gaps: ln P comes in, and o falls by it. */
    private double regular(double[] p, double[] g, double[][] h) {
        ErlangTail tail = new ErlangTail(k);
        double value = 0;
        double[] o = new double[4];
        for (int i = 0; i < columns.size; i++) {
            int x = columns.x[i];
            double weight = weights[i];
            double shape = p[0] + k * (double) x;
            int age = columns.ageOf[i];
            int recency = columns.recencyOf[i];
            double silence = Math.max(0, columns.ages[age] - columns.recencies[recency]);
            tail.compute(shape, silence * inverseAge[age], inverseAge[age]);
            value += weight * tail.log;
            g[0] += weight * tail.r;
            g[1] += weight * tail.alpha;
            h[0][0] += weight * tail.rr;
            h[1][0] += weight * tail.rAlpha;
            h[1][1] += weight * tail.alphaAlpha;
            if (x + m == 0) {
                continue;
            }
            double c = p[3] + x + m - 1;
            double d = logAge[age] - logRecency[recency];
            double e = inverseAge[age] - inverseRecency[recency];
            double odds = Math.log(p[2] / c) + shape * d - tail.log;
            double small = Math.exp(-Math.abs(odds));
            double inverse = 1 / (1 + small);
            value += weight * (Math.max(odds, 0) + Math.log(1 + small));
            double sigma = weight * (odds > 0 ? inverse : small * inverse);
            double both = weight * small * inverse * inverse;
            o[0] = d - tail.r;
            o[1] = shape * e - tail.alpha;
            o[2] = 1 / p[2];
            o[3] = -1 / c;
            for (int row = 0; row < 4; row++) {
                g[row] += sigma * o[row];
                for (int column = 0; column <= row; column++) {
                    h[row][column] += both * o[row] * o[column];
                }
            }
            h[0][0] -= sigma * tail.rr;
            h[1][0] += sigma * (e - tail.rAlpha);
            h[1][1] -= sigma * (shape * e * (inverseAge[age] + inverseRecency[recency]) + tail.alphaAlpha);
            h[2][2] -= sigma / (p[2] * p[2]);
            h[3][3] += sigma / (c * c);
        }
        return value;
    }
}
