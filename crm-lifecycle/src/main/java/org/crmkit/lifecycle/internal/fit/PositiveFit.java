package org.crmkit.lifecycle.internal.fit;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.crmkit.lifecycle.FitDiagnostics;
import org.crmkit.lifecycle.FitOptions;
import org.crmkit.lifecycle.FitStatus;
import org.crmkit.lifecycle.LogNormalPrior;
import org.crmkit.lifecycle.ParameterUncertainty;
import org.jspecify.annotations.Nullable;

/**
 * A maximum-likelihood fit of a few positive parameters: from options and a likelihood to a status that tells the truth.
 *
 * <p>Parameter i is {@code floor[i] + unit[i] exp(coordinate)}: the unit carries the scale of the data (money), so that a
 * penalty does not depend on it; the floor keeps a parameter above a limit, such as q above 1.
 */
public final class PositiveFit {

    /** Above this the observed information says nothing about single parameters. */
    private static final double ILL_CONDITIONED = 1e10;

    /** A log-likelihood with its gradient and Hessian in natural parameters. */
    public interface Likelihood {

        /**
         * Returns the value and fills the derivatives.
         *
         * @param parameters natural values
         * @param gradient receives the first derivatives
         * @return the log-likelihood
         */
        double evaluate(double[] parameters, double[] gradient);

        /**
         * Tells whether {@link #hessian} is known in closed form.
         *
         * @return false unless overridden
         */
        default boolean hasHessian() {
            return false;
        }

        /**
         * Returns the second derivatives.
         *
         * @param parameters natural values
         * @return n x n
         */
        default double[][] hessian(double[] parameters) {
            throw new UnsupportedOperationException("the second derivatives are not known in closed form");
        }
    }

    private final List<String> names;
    private final double[] floor;
    private final double[] estimates;
    private final Maximum maximum;
    private final FitStatus status;
    private final FitDiagnostics diagnostics;

    private PositiveFit(
            List<String> names,
            double[] floor,
            double[] estimates,
            Maximum maximum,
            FitStatus status,
            FitDiagnostics diagnostics) {
        this.names = names;
        this.floor = floor;
        this.estimates = estimates;
        this.maximum = maximum;
        this.status = status;
        this.diagnostics = diagnostics;
    }

    /**
     * Searches the maximum.
     *
     * @param names letters of the parameters, length n
     * @param floor lower limit of each parameter, at least zero
     * @param unit scale of each parameter above its floor, above zero
     * @param start natural values to begin at where the options name none
     * @param likelihood what to climb
     * @param observations how many customers or decisions are behind it
     * @param options what the caller said
     * @return the fit
     */
    public static PositiveFit of(
            List<String> names,
            double[] floor,
            double[] unit,
            double[] start,
            Likelihood likelihood,
            long observations,
            FitOptions options) {
        for (String name : options.start().keySet()) {
            checkArgument(names.contains(name), "start must name one of %s, named %s", names, name);
        }
        for (String name : options.priors().keySet()) {
            checkArgument(names.contains(name), "priors must name one of %s, named %s", names, name);
        }
        int n = names.size();
        double[] from = new double[n];
        for (int i = 0; i < n; i++) {
            double value = options.start().getOrDefault(names.get(i), start[i]);
            checkArgument(value > floor[i], "start of %s must be above %s, was %s", names.get(i), floor[i], value);
            from[i] = Math.log((value - floor[i]) / unit[i]);
        }
        Penalized objective = new Penalized(names, floor, unit, likelihood, options);
        Maximum maximum = Maximizer.maximize(objective, from, options.maxIterations());
        double[] estimates = objective.natural(maximum.point());
        double penalty = objective.penalty(maximum.point(), new double[n]);
        double[][] hessian = maximum.hessian();
        Symmetric information = Symmetric.decompose(hessian, -1);
        OptionalDouble condition = information.smallest() > 0
                ? OptionalDouble.of(information.largest() / information.smallest())
                : OptionalDouble.empty();
        double value = Double.isFinite(maximum.value()) ? maximum.value() + penalty : -Double.MAX_VALUE;
        double slope = maximum.gradientNorm() / Math.max(1, observations);
        FitDiagnostics diagnostics = new FitDiagnostics(
                value,
                penalty,
                n,
                observations,
                maximum.iterations(),
                maximum.evaluations(),
                Double.isFinite(slope) ? slope : Double.MAX_VALUE,
                condition);
        return new PositiveFit(names, floor, estimates, maximum, status(maximum, condition), diagnostics);
    }

    private static FitStatus status(Maximum maximum, OptionalDouble condition) {
        return switch (maximum.stop()) {
            case CONVERGED ->
                condition.isPresent() && condition.getAsDouble() < ILL_CONDITIONED
                        ? FitStatus.CONVERGED
                        : FitStatus.NOT_IDENTIFIED;
            case BORDER -> FitStatus.AT_BORDER;
            case FLAT -> FitStatus.NOT_IDENTIFIED;
            case ITERATION_LIMIT, STUCK -> FitStatus.NOT_CONVERGED;
        };
    }

    /**
     * Returns the estimates.
     *
     * @param i index of the parameter
     * @return its natural value
     */
    public double estimate(int i) {
        return estimates[i];
    }

    /**
     * Returns how the fit ended.
     *
     * @return the status
     */
    public FitStatus status() {
        return status;
    }

    /**
     * Returns the figures of the fit.
     *
     * @return the diagnostics
     */
    public FitDiagnostics diagnostics() {
        return diagnostics;
    }

    /**
     * Tells why the search ended.
     *
     * @return one sentence for a person
     */
    public String reason() {
        return switch (status) {
            case CONVERGED -> "the gradient vanishes and the information is positive definite";
            case AT_BORDER -> "the likelihood still rises as " + runaway() + " runs off: a limit of the model";
            case NOT_IDENTIFIED -> "parameters can move together without changing the likelihood";
            case NOT_CONVERGED, TOO_LITTLE_DATA ->
                "the search ended without a maximum: "
                        + maximum.stop().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }

    private String runaway() {
        int worst = 0;
        for (int i = 1; i < names.size(); i++) {
            worst = Math.abs(maximum.point()[i]) > Math.abs(maximum.point()[worst]) ? i : worst;
        }
        return names.get(worst);
    }

    /**
     * Returns standard errors and intervals.
     *
     * @return the uncertainty; empty unless the fit converged
     */
    public Optional<ParameterUncertainty> uncertainty() {
        if (status != FitStatus.CONVERGED) {
            return Optional.empty();
        }
        double[][] covariance = Symmetric.decompose(maximum.hessian(), -1).inverse(0);
        for (int i = 0; i < covariance.length; i++) {
            for (int j = 0; j < covariance.length; j++) {
                // from the coordinate to the logarithm of the parameter
                covariance[i][j] *= toLogarithm(i) * toLogarithm(j);
            }
        }
        return Optional.of(ParameterUncertainty.ofLogarithms(names, estimates, covariance));
    }

    private double toLogarithm(int i) {
        return (estimates[i] - floor[i]) / estimates[i];
    }

    /** The log-likelihood less penalty and priors, in coordinates. */
    private static final class Penalized implements Objective {

        private final double[] floor;
        private final double[] unit;
        private final Likelihood likelihood;
        private final double weight;
        private final @Nullable LogNormalPrior[] priors;
        private final boolean cheap;

        Penalized(List<String> names, double[] floor, double[] unit, Likelihood likelihood, FitOptions options) {
            this.floor = floor;
            this.unit = unit;
            this.likelihood = likelihood;
            this.weight = options.penalty();
            this.priors = new LogNormalPrior[names.size()];
            for (int i = 0; i < priors.length; i++) {
                priors[i] = options.priors().get(names.get(i));
            }
            this.cheap = weight == 0 && options.priors().isEmpty() && likelihood.hasHessian();
        }

        double[] natural(double[] point) {
            double[] natural = new double[point.length];
            for (int i = 0; i < natural.length; i++) {
                natural[i] = floor[i] + unit[i] * Math.exp(point[i]);
            }
            return natural;
        }

        @Override
        public int dimension() {
            return unit.length;
        }

        @Override
        public double evaluate(double[] point, double[] gradient) {
            double[] natural = natural(point);
            double value = likelihood.evaluate(natural, gradient);
            double[] penaltySlope = new double[point.length];
            double penalty = penalty(point, penaltySlope);
            for (int i = 0; i < point.length; i++) {
                gradient[i] = gradient[i] * (natural[i] - floor[i]) - penaltySlope[i];
            }
            return value - penalty;
        }

        double penalty(double[] point, double[] slope) {
            double[] natural = natural(point);
            double sum = 0;
            for (int i = 0; i < point.length; i++) {
                sum += weight * point[i] * point[i];
                slope[i] = 2 * weight * point[i];
                LogNormalPrior prior = priors[i];
                if (prior != null) {
                    double variance = prior.sigma() * prior.sigma();
                    double off = Math.log(natural[i] / prior.median());
                    sum += off * off / (2 * variance);
                    slope[i] += off / variance * (natural[i] - floor[i]) / natural[i];
                }
            }
            return sum;
        }

        @Override
        public boolean hasCheapHessian() {
            return cheap;
        }

        @Override
        public double hessian(double[] point, double[] gradient, double[][] hessian) {
            if (!hasCheapHessian()) {
                return Objective.super.hessian(point, gradient, hessian);
            }
            double value = evaluate(point, gradient);
            double[] natural = natural(point);
            double[][] own = likelihood.hessian(natural);
            for (int i = 0; i < point.length; i++) {
                for (int j = 0; j < point.length; j++) {
                    hessian[i][j] = own[i][j] * (natural[i] - floor[i]) * (natural[j] - floor[j]);
                }
                // the coordinate's own curvature: its derivative by itself is itself
                hessian[i][i] += gradient[i];
            }
            return value;
        }
    }
}
