package org.crmkit.lifecycle.purchase;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.List;
import org.crmkit.lifecycle.FitOptions;
import org.crmkit.lifecycle.LogNormalPrior;
import org.crmkit.lifecycle.internal.fit.Objective;

/** Quadratic terms that penalty and priors take off an objective: {@code sum of weight_i (theta_i - center_i)^2}. */
final class Penalty {

    private final double[] weights;
    private final double l2;
    private final double[] centers;
    private final boolean none;

    private Penalty(double[] weights, double l2, double[] centers) {
        this.weights = weights;
        this.l2 = l2;
        this.centers = centers;
        double sum = l2;
        for (double weight : weights) {
            sum += weight;
        }
        this.none = sum == 0;
    }

    /** Makes the terms of options; units are natural over scaled parameters. */
    static Penalty of(List<String> names, double[] units, FitOptions options) {
        double[] weights = new double[units.length];
        double[] centers = new double[units.length];
        options.priors().forEach((name, prior) -> {
            int i = names.indexOf(name);
            checkArgument(i >= 0, "priors must name one of %s, was %s", names, name);
            weights[i] = weight(prior);
            centers[i] = Math.log(prior.median() / units[i]);
        });
        return new Penalty(weights, options.penalty(), centers);
    }

    private static double weight(LogNormalPrior prior) {
        return 0.5 / (prior.sigma() * prior.sigma());
    }

    /** Returns what is taken off at a point, at least zero. */
    double at(double[] point) {
        double sum = 0;
        for (int i = 0; i < point.length; i++) {
            double distance = point[i] - centers[i];
            sum += weights[i] * distance * distance + l2 * point[i] * point[i];
        }
        return sum;
    }

    /** Returns the objective less the terms; the objective itself if there are none. */
    Objective on(Objective objective) {
        return none ? objective : new Penalized(objective);
    }

    private final class Penalized implements Objective {
        private final Objective plain;

        Penalized(Objective plain) {
            this.plain = plain;
        }

        @Override
        public int dimension() {
            return plain.dimension();
        }

        @Override
        public boolean hasCheapHessian() {
            return plain.hasCheapHessian();
        }

        @Override
        public double evaluate(double[] point, double[] gradient) {
            return withTerms(plain.evaluate(point, gradient), point, gradient);
        }

        @Override
        public double hessian(double[] point, double[] gradient, double[][] hessian) {
            double value = plain.hessian(point, gradient, hessian);
            for (int i = 0; i < point.length; i++) {
                hessian[i][i] -= 2 * (weights[i] + l2);
            }
            return withTerms(value, point, gradient);
        }

        private double withTerms(double value, double[] point, double[] gradient) {
            for (int i = 0; i < point.length; i++) {
                gradient[i] -= 2 * (weights[i] * (point[i] - centers[i]) + l2 * point[i]);
            }
            return value - at(point);
        }
    }
}
