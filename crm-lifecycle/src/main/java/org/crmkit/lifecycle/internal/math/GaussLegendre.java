package org.crmkit.lifecycle.internal.math;

import java.util.function.DoubleUnaryOperator;

/** Gauss-Legendre quadrature with a fixed number of nodes: exact for polynomials of degree 2 n - 1. */
public final class GaussLegendre {

    /** Sixteen nodes, the work horse for smooth pieces. */
    public static final GaussLegendre SIXTEEN = new GaussLegendre(16);

    /** Twelve nodes: exact for polynomials up to degree 23. */
    public static final GaussLegendre TWELVE = new GaussLegendre(12);

    private final double[] nodes;
    private final double[] weights;

    /**
     * Computes nodes and weights by Newton's method on the Legendre polynomial.
     *
     * @param n number of nodes, at least 1
     */
    public GaussLegendre(int n) {
        nodes = new double[n];
        weights = new double[n];
        for (int i = 0; i < n; i++) {
            double x = Math.cos(Math.PI * (i + 0.75) / (n + 0.5));
            double slope = 1;
            for (int step = 0; step < 20; step++) {
                double previous = 1;
                double current = x;
                for (int k = 2; k <= n; k++) {
                    double next = ((2 * k - 1) * x * current - (k - 1) * previous) / k;
                    previous = current;
                    current = next;
                }
                slope = n * (x * current - previous) / (x * x - 1);
                double move = current / slope;
                x -= move;
                if (Math.abs(move) < 1e-16) {
                    break;
                }
            }
            nodes[i] = x;
            weights[i] = 2 / ((1 - x * x) * slope * slope);
        }
    }

    /**
     * Returns the number of nodes.
     *
     * @return at least 1
     */
    public int size() {
        return nodes.length;
    }

    /**
     * Returns a node on [-1, 1].
     *
     * @param i from 0 to {@code size() - 1}
     * @return the node
     */
    public double node(int i) {
        return nodes[i];
    }

    /**
     * Returns a weight on [-1, 1].
     *
     * @param i from 0 to {@code size() - 1}
     * @return the weight, above zero
     */
    public double weight(int i) {
        return weights[i];
    }

    /**
     * Integrates a function.
     *
     * @param function a smooth function
     * @param from lower limit
     * @param to upper limit
     * @return the integral
     */
    public double integrate(DoubleUnaryOperator function, double from, double to) {
        double half = 0.5 * (to - from);
        double middle = 0.5 * (to + from);
        double sum = 0;
        for (int i = 0; i < nodes.length; i++) {
            sum += weights[i] * function.applyAsDouble(middle + half * nodes[i]);
        }
        return sum * half;
    }
}
