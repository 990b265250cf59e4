package org.crmkit.lifecycle.purchase;

/**
 * Holds Gauss-Legendre nodes and weights of even order on [-1, 1].
 *
 * <p>Only the positive nodes are kept: a rule of order n has n/2 pairs of nodes +-xi with one weight. Nodes are the roots of the
 * Legendre polynomial, found by Newton's method from {@code cos(pi (i - 1/4) / (n + 1/2))} (Abramowitz and Stegun 1964, 22.16.6
 * and 25.4.29), to the last bits of a double.
 */
final class ParetoNbdNodes {

    /** The highest order kept; a longer or steeper range is cut into panels instead. */
    static final int HIGHEST_ORDER = 48;

    private static final double[][] NODES = new double[HIGHEST_ORDER / 2 + 1][];
    private static final double[][] WEIGHTS = new double[HIGHEST_ORDER / 2 + 1][];

    static {
        for (int pairs = 1; pairs <= HIGHEST_ORDER / 2; pairs++) {
            NODES[pairs] = new double[pairs];
            WEIGHTS[pairs] = new double[pairs];
            for (int i = 0; i < pairs; i++) {
                fill(pairs, i);
            }
        }
    }

    private ParetoNbdNodes() {}

    /** Returns the positive nodes of the rule with 2 * pairs nodes; not to be changed by the caller. */
    static double[] nodes(int pairs) {
        return NODES[pairs];
    }

    /** Returns the weights that belong to the nodes of {@link #nodes}; not to be changed by the caller. */
    static double[] weights(int pairs) {
        return WEIGHTS[pairs];
    }

    private static void fill(int pairs, int i) {
        int n = 2 * pairs;
        double node = Math.cos(Math.PI * (i + 0.75) / (n + 0.5));
        double slope = 1;
        // Newton's method doubles the digits each time: from about 1e-3 five steps are more than enough.
        for (int step = 0; step < 6; step++) {
            double before = 1;
            double here = node;
            for (int k = 2; k <= n; k++) {
                double next = ((2 * k - 1) * node * here - (k - 1) * before) / k;
                before = here;
                here = next;
            }
            slope = n * (node * here - before) / (node * node - 1);
            node -= here / slope;
        }
        NODES[pairs][i] = node;
        WEIGHTS[pairs][i] = 2 / ((1 - node * node) * slope * slope);
    }
}
