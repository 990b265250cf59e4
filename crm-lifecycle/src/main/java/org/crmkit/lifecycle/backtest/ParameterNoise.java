package org.crmkit.lifecycle.backtest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.crmkit.lifecycle.ParameterUncertainty;
import org.crmkit.lifecycle.purchase.PurchaseFit;
import org.crmkit.lifecycle.purchase.PurchaseModel;
import org.crmkit.lifecycle.purchase.PurchaseParameters;

/**
 * What the uncertainty of fitted parameters does to an expectation.
 *
 * <p>The covariance of the estimates is split into independent directions of one standard deviation each; an expectation moves in each by the
 * central difference of the models a step to either side.
 */
final class ParameterNoise {

    /** Parameters known for certain. */
    static final ParameterNoise NONE = new ParameterNoise(List.of());

    /** A model a step to either side, and the length of the step in standard deviations. */
    private record Direction(PurchaseModel above, PurchaseModel below, double step) {}

    private final List<Direction> directions;

    private ParameterNoise(List<Direction> directions) {
        this.directions = directions;
    }

    /** Returns the noise of a fit; none where it has no standard errors or its model cannot be made by name. */
    static ParameterNoise of(PurchaseFit fit) {
        PurchaseModel model = fit.usableModel();
        Optional<ParameterUncertainty> known = fit.uncertainty();
        if (known.isEmpty() || !PurchaseModel.names().contains(model.name())) {
            return NONE;
        }
        ParameterUncertainty uncertainty = known.get();
        EigenDecomposition axes = new EigenDecomposition(new Array2DRowRealMatrix(uncertainty.covariance(), false));
        List<Direction> directions = new ArrayList<>();
        for (int d = 0; d < uncertainty.names().size(); d++) {
            double variance = axes.getRealEigenvalue(d);
            if (variance > 0) {
                double[] move =
                        axes.getEigenvector(d).mapMultiply(Math.sqrt(variance)).toArray();
                double largest = 0;
                for (double part : move) {
                    largest = Math.max(largest, Math.abs(part));
                }
                // along a ridge a standard deviation may be many powers of e: no step beyond one of them
                double step = Math.min(1, 1 / largest);
                directions.add(new Direction(
                        moved(model, uncertainty, move, step), moved(model, uncertainty, move, -step), step));
            }
        }
        return new ParameterNoise(directions);
    }

    private static PurchaseModel moved(
            PurchaseModel model, ParameterUncertainty uncertainty, double[] move, double step) {
        Map<String, Double> values = new LinkedHashMap<>(model.parameters().values());
        for (int i = 0; i < move.length; i++) {
            double way = step * move[i];
            values.computeIfPresent(
                    uncertainty.names().get(i),
                    uncertainty.isLogarithmic(i)
                            ? (name, value) -> value * Math.exp(way)
                            : (name, value) -> value + way);
        }
        return PurchaseModel.of(model.name(), model.grain(), new PurchaseParameters(values));
    }

    /** Returns how far expectations move in each direction: one row a direction. */
    double[][] effects(Function<PurchaseModel, double[]> expectations) {
        double[][] effects = new double[directions.size()][];
        for (int d = 0; d < effects.length; d++) {
            Direction direction = directions.get(d);
            double[] above = expectations.apply(direction.above());
            double[] below = expectations.apply(direction.below());
            effects[d] = new double[above.length];
            for (int i = 0; i < above.length; i++) {
                effects[d][i] = (above[i] - below[i]) / (2 * direction.step());
            }
        }
        return effects;
    }
}
