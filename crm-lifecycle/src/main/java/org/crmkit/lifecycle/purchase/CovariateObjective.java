package org.crmkit.lifecycle.purchase;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.crmkit.lifecycle.internal.fit.Objective;

/**
 * The log-likelihood of groups of customers, each under the plain model with its own parameters.
 *
 * <p>The coordinates are those of the plain model, for a customer with average covariates, followed by the coefficients per standard deviation. Those of a
 * group are a linear map J of them, so gradient and Hessian are sums of {@code J'g} and {@code J'HJ}.
 */
final class CovariateObjective implements Objective {

    private final List<Objective> plain = new ArrayList<>();
    private final List<double[][]> maps = new ArrayList<>();
    private final int plainDimension;
    private final int dimension;

    /**
     * Makes the objective of the groups.
     *
     * @param effects what the coefficients do, in their order
     * @param scaling mean and standard deviation of each covariate
     * @param plainObjective the objective of the plain model for the patterns of a group
     */
    CovariateObjective(
            CovariateBase base,
            List<CovariateEffect> effects,
            double[][] scaling,
            Function<PurchasePatterns, Objective> plainObjective) {
        int coordinates = 0;
        for (CovariateBase.Group group : base.groups()) {
            Objective objective = plainObjective.apply(group.patterns);
            coordinates = objective.dimension();
            double[][] map = new double[coordinates][coordinates + effects.size()];
            for (int i = 0; i < coordinates; i++) {
                map[i][i] = 1;
            }
            for (int e = 0; e < effects.size(); e++) {
                CovariateEffect effect = effects.get(e);
                int j = effect.covariate();
                double standard = (group.covariates[j] - scaling[j][0]) / scaling[j][1];
                for (int coordinate : effect.coordinates()) {
                    map[coordinate][coordinates + e] = effect.sign() * standard;
                }
            }
            plain.add(objective);
            maps.add(map);
        }
        this.plainDimension = coordinates;
        this.dimension = coordinates + effects.size();
    }

    @Override
    public int dimension() {
        return dimension;
    }

    @Override
    public boolean hasCheapHessian() {
        return true;
    }

    @Override
    public double evaluate(double[] point, double[] gradient) {
        Arrays.fill(gradient, 0);
        double[] slopes = new double[plainDimension];
        double sum = 0;
        for (int g = 0; g < plain.size(); g++) {
            sum += plain.get(g).evaluate(mapped(maps.get(g), point), slopes);
            addBack(maps.get(g), slopes, gradient);
        }
        return sum;
    }

    @Override
    public double hessian(double[] point, double[] gradient, double[][] hessian) {
        Arrays.fill(gradient, 0);
        for (double[] row : hessian) {
            Arrays.fill(row, 0);
        }
        double[] slopes = new double[plainDimension];
        double[][] curves = new double[plainDimension][plainDimension];
        double sum = 0;
        for (int g = 0; g < plain.size(); g++) {
            double[][] map = maps.get(g);
            sum += plain.get(g).hessian(mapped(map, point), slopes, curves);
            addBack(map, slopes, gradient);
            for (int i = 0; i < plainDimension; i++) {
                double[] row = new double[dimension];
                addBack(map, curves[i], row);
                for (int j = 0; j < dimension; j++) {
                    for (int k = 0; k < dimension; k++) {
                        hessian[j][k] += map[i][j] * row[k];
                    }
                }
            }
        }
        return sum;
    }

    private static double[] mapped(double[][] map, double[] point) {
        double[] result = new double[map.length];
        for (int i = 0; i < map.length; i++) {
            for (int j = 0; j < point.length; j++) {
                result[i] += map[i][j] * point[j];
            }
        }
        return result;
    }

    private static void addBack(double[][] map, double[] vector, double[] sum) {
        for (int i = 0; i < map.length; i++) {
            for (int j = 0; j < sum.length; j++) {
                sum[j] += map[i][j] * vector[i];
            }
        }
    }
}
