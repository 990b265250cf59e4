package org.crmkit.lifecycle.purchase;

import java.util.function.DoubleUnaryOperator;

/**
 * Integrates a smooth positive function by Gauss-Legendre panels that are halved until nothing changes.
 *
 * <p>Breakpoints tell where the function has its peaks or changes its pace; a panel is accepted when its value and the sum of its two
 * halves agree to 1e-13 of the largest sum seen, so the result carries 12 digits. Values must not be negative: nothing cancels.
 */
final class PanelQuadrature {

    private static final int PAIRS = 8;
    private static final double TOLERANCE = 1e-13;

    /** A panel of 2^-30 of its stretch is a point; a smooth function never gets there. */
    private static final int DEEPEST = 30;

    private final DoubleUnaryOperator function;
    private double sum;

    private PanelQuadrature(DoubleUnaryOperator function) {
        this.function = function;
    }

    /** Returns the integral from the first to the last breakpoint; breakpoints must not fall, equal ones are allowed. */
    static double integrate(DoubleUnaryOperator function, double... breakpoints) {
        PanelQuadrature quadrature = new PanelQuadrature(function);
        double[] panels = new double[breakpoints.length - 1];
        for (int i = 0; i < panels.length; i++) {
            panels[i] = quadrature.panel(breakpoints[i], breakpoints[i + 1]);
            quadrature.sum += panels[i];
        }
        double total = 0;
        for (int i = 0; i < panels.length; i++) {
            total += quadrature.refine(breakpoints[i], breakpoints[i + 1], panels[i], DEEPEST);
        }
        return total;
    }

    private double refine(double from, double to, double value, int depth) {
        double middle = from + (to - from) / 2;
        double left = panel(from, middle);
        double right = panel(middle, to);
        double halves = left + right;
        sum = Math.max(sum, halves);
        if (Math.abs(halves - value) <= TOLERANCE * sum || depth == 0) {
            return halves;
        }
        return refine(from, middle, left, depth - 1) + refine(middle, to, right, depth - 1);
    }

    private double panel(double from, double to) {
        if (!(to > from)) {
            return 0;
        }
        double[] nodes = ParetoNbdNodes.nodes(PAIRS);
        double[] weights = ParetoNbdNodes.weights(PAIRS);
        double center = from + (to - from) / 2;
        double half = (to - from) / 2;
        double value = 0;
        for (int i = 0; i < PAIRS; i++) {
            double offset = half * nodes[i];
            value += weights[i] * (function.applyAsDouble(center - offset) + function.applyAsDouble(center + offset));
        }
        return half * value;
    }
}
