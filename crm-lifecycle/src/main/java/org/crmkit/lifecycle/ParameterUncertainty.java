package org.crmkit.lifecycle;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How far the estimates of a fit may be from the truth.
 *
 * <p>Kept as the covariance of the estimated coordinates: the logarithm of a positive parameter, or the value itself of a
 * parameter that may have either sign (a covariate's coefficient). Standard errors of the natural parameters follow by the delta
 * method: {@code se(p) = p se(ln p)}. Intervals of positive parameters are made on the log scale, so that they stay positive.
 */
public final class ParameterUncertainty {

    private final List<String> names;
    private final double[] estimates;
    private final boolean[] logarithmic;
    private final double[][] covariance;

    private ParameterUncertainty(List<String> names, double[] estimates, boolean[] logarithmic, double[][] covariance) {
        this.names = names;
        this.estimates = estimates;
        this.logarithmic = logarithmic;
        this.covariance = covariance;
    }

    /**
     * Returns the uncertainty of positive parameters from the covariance of their logarithms.
     *
     * @param names letters of the parameters, length n
     * @param estimates natural values, length n, above zero
     * @param logCovariance covariance of the logarithms, n x n, positive diagonal
     * @return the uncertainty; arrays are copied
     */
    public static ParameterUncertainty ofLogarithms(List<String> names, double[] estimates, double[][] logCovariance) {
        boolean[] logarithmic = new boolean[names.size()];
        Arrays.fill(logarithmic, true);
        return of(names, estimates, logarithmic, logCovariance);
    }

    /**
     * Returns the uncertainty of parameters of which some were estimated by their logarithm.
     *
     * @param names letters of the parameters, length n
     * @param estimates natural values, length n, finite; above zero where logarithmic
     * @param logarithmic whether the coordinate is the logarithm, length n
     * @param covariance covariance of the coordinates, n x n, positive diagonal
     * @return the uncertainty; arrays are copied
     */
    public static ParameterUncertainty of(
            List<String> names, double[] estimates, boolean[] logarithmic, double[][] covariance) {
        int n = names.size();
        checkArgument(estimates.length == n, "estimates must have length %s, was %s", n, estimates.length);
        checkArgument(logarithmic.length == n, "logarithmic must have length %s, was %s", n, logarithmic.length);
        checkArgument(covariance.length == n, "covariance must have %s rows, was %s", n, covariance.length);
        double[][] copy = new double[n][];
        for (int i = 0; i < n; i++) {
            checkArgument(
                    covariance[i].length == n,
                    "row %s of covariance must have length %s, was %s",
                    (Object) i,
                    n,
                    covariance[i].length);
            checkArgument(
                    covariance[i][i] > 0 && Double.isFinite(covariance[i][i]),
                    "variance %s must be positive and finite, was %s",
                    (Object) i,
                    covariance[i][i]);
            checkArgument(
                    Double.isFinite(estimates[i]) && (!logarithmic[i] || estimates[i] > 0),
                    "estimate %s must be finite (and positive if logarithmic), was %s",
                    (Object) i,
                    estimates[i]);
            copy[i] = covariance[i].clone();
        }
        return new ParameterUncertainty(List.copyOf(names), estimates.clone(), logarithmic.clone(), copy);
    }

    /**
     * Returns the letters of the estimated parameters.
     *
     * @return names in the order of the covariance
     */
    public List<String> names() {
        return names;
    }

    /**
     * Returns the standard error of a parameter on its natural scale.
     *
     * @param parameter letter of the parameter
     * @return above zero, in the unit of the parameter
     */
    public double standardError(String parameter) {
        int i = index(parameter);
        return scale(i) * Math.sqrt(covariance[i][i]);
    }

    /**
     * Returns the covariance of two parameters on their natural scale.
     *
     * @param first letter of a parameter
     * @param second letter of a parameter, may be the same
     * @return the covariance, in the product of both units
     */
    public double covariance(String first, String second) {
        int i = index(first);
        int j = index(second);
        return scale(i) * scale(j) * covariance[i][j];
    }

    /**
     * Returns the covariance of the estimated coordinates (logarithms of positive parameters).
     *
     * @param row index into {@link #names()}
     * @param column index into {@link #names()}
     * @return the covariance
     */
    public double coordinateCovariance(int row, int column) {
        return covariance[row][column];
    }

    /**
     * Tells whether a parameter was estimated by its logarithm.
     *
     * @param index index into {@link #names()}
     * @return true for a positive parameter
     */
    public boolean isLogarithmic(int index) {
        return logarithmic[index];
    }

    /**
     * Returns the estimate behind the uncertainty.
     *
     * @param index index into {@link #names()}
     * @return the natural value
     */
    public double estimate(int index) {
        return estimates[index];
    }

    /**
     * Returns the estimates behind the uncertainty.
     *
     * @return a new array of natural values, in the order of {@link #names()}
     */
    public double[] estimates() {
        return estimates.clone();
    }

    /**
     * Tells which parameters were estimated by their logarithm.
     *
     * @return a new array, in the order of {@link #names()}
     */
    public boolean[] logarithmic() {
        return logarithmic.clone();
    }

    /**
     * Returns the covariance of the estimated coordinates (logarithms of positive parameters).
     *
     * @return a new matrix, in the order of {@link #names()}
     */
    public double[][] covariance() {
        double[][] copy = new double[covariance.length][];
        Arrays.setAll(copy, i -> covariance[i].clone());
        return copy;
    }

    /**
     * Returns a confidence interval of a parameter, made on the scale on which it was estimated.
     *
     * @param parameter letter of the parameter
     * @param level confidence in (0, 1)
     * @return the interval, in the unit of the parameter
     */
    public Interval interval(String parameter, double level) {
        int i = index(parameter);
        double reach = quantile(level) * Math.sqrt(covariance[i][i]);
        return logarithmic[i]
                ? new Interval(
                        estimates[i] * Math.exp(-reach),
                        Math.min(estimates[i] * Math.exp(reach), Double.MAX_VALUE),
                        level)
                : new Interval(estimates[i] - reach, estimates[i] + reach, level);
    }

    /**
     * Returns the standard error of any smooth function of the parameters, by the delta method.
     *
     * <p>{@code se(f) = sqrt(g' V g)} with central differences for the gradient {@code g} in the estimated coordinates.
     *
     * @param function takes natural parameters in the order of {@link #names()} to a finite number
     * @return at least zero
     */
    public double standardErrorOf(ToDoubleFunction<double[]> function) {
        checkNotNull(function, "function");
        int n = estimates.length;
        double[] gradient = new double[n];
        for (int i = 0; i < n; i++) {
            // cube root of the unit roundoff balances truncation and rounding; never beyond a hundredth of the standard
            // error
            double step = Math.min(6e-6, 0.01 * Math.sqrt(covariance[i][i]));
            gradient[i] =
                    (function.applyAsDouble(moved(i, step)) - function.applyAsDouble(moved(i, -step))) / (2 * step);
        }
        double variance = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                variance += gradient[i] * covariance[i][j] * gradient[j];
            }
        }
        return Math.sqrt(Math.max(0, variance));
    }

    private double[] moved(int i, double step) {
        double[] moved = estimates.clone();
        moved[i] = logarithmic[i] ? moved[i] * Math.exp(step) : moved[i] + step;
        return moved;
    }

    private static double quantile(double level) {
        checkArgument(level > 0 && level < 1, "level must be in (0, 1), was %s", level);
        return NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - level) / 2);
    }

    private double scale(int i) {
        return logarithmic[i] ? estimates[i] : 1;
    }

    private int index(String parameter) {
        int i = names.indexOf(parameter);
        checkArgument(i >= 0, "parameter must be one of %s, was %s", names, parameter);
        return i;
    }

    /** Returns the rows of the covariance for equality and text. */
    private List<List<Double>> rows() {
        List<List<Double>> rows = new ArrayList<>();
        for (double[] row : covariance) {
            rows.add(Arrays.stream(row).boxed().toList());
        }
        return rows;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ParameterUncertainty that
                && names.equals(that.names)
                && Arrays.equals(estimates, that.estimates)
                && Arrays.equals(logarithmic, that.logarithmic)
                && Arrays.deepEquals(covariance, that.covariance);
    }

    @Override
    public int hashCode() {
        return 31 * names.hashCode() + Arrays.deepHashCode(covariance);
    }

    @Override
    public String toString() {
        return "ParameterUncertainty[names=" + names + ", covariance=" + rows() + "]";
    }
}
