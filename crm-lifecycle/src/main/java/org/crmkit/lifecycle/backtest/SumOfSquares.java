package org.crmkit.lifecycle.backtest;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * A sum of squared distances in units of their variances, and how often one as large comes by chance.
 *
 * <p>With a standard error of the expectations of its own, a distance has the covariance {@code diag(V) + sum over k of g_k g_k'}, g_k being the effect of
 * the k-th independent error; the sum then has the mean {@code n + sum |u_k|^2} and the variance {@code sum of the distances' own + 4 sum |u_k|^2 +
 * 2 sum (u_k u_l)^2}, {@code u = g/sqrt(V)}. It is matched by a scaled chi-square of the same mean and variance (Satterthwaite 1946, An approximate
 * distribution of estimates of variance components, Biometrics Bulletin 2(6)).
 */
final class SumOfSquares {

    private final double[][] effects;
    private final double[][] products;
    private double statistic;
    private double mean;
    private double variance;

    /** Takes the effects of independent errors of the expectations: a row an error, a column a distance. */
    SumOfSquares(double[][] effects) {
        this.effects = effects;
        this.products = new double[effects.length][effects.length];
    }

    /**
     * Adds a distance.
     *
     * @param column the column of the effects
     * @param distance observed less expected
     * @param own its variance under the model
     * @param varianceOfSquare variance of the squared distance in units of its variance: 2 if it is normal
     */
    void add(int column, double distance, double own, double varianceOfSquare) {
        statistic += distance * distance / own;
        mean++;
        variance += varianceOfSquare;
        for (int k = 0; k < effects.length; k++) {
            for (int l = 0; l < effects.length; l++) {
                products[k][l] += effects[k][column] * effects[l][column] / own;
            }
        }
    }

    /** Says that the distances add up to zero, as those of a histogram do, which takes one off. */
    void bindTotal() {
        mean--;
        variance -= 2;
    }

    double statistic() {
        return statistic / scale();
    }

    double pValue() {
        double degrees = mean() / scale();
        return degrees > 0 ? ChiSquaredDistribution.of(degrees).survivalProbability(statistic()) : 1;
    }

    private double mean() {
        double sum = mean;
        for (int k = 0; k < products.length; k++) {
            sum += products[k][k];
        }
        return sum;
    }

    private double scale() {
        double sum = variance;
        for (int k = 0; k < products.length; k++) {
            sum += 4 * products[k][k];
            for (int l = 0; l < products.length; l++) {
                sum += 2 * products[k][l] * products[k][l];
            }
        }
        double expected = mean();
        return expected > 0 ? sum / (2 * expected) : 1;
    }
}
