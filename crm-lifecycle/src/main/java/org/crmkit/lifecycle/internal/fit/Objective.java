package org.crmkit.lifecycle.internal.fit;

/** A smooth function to be maximized, with its gradient and, if that is cheap, its Hessian. */
public interface Objective {

    /**
     * Returns the number of coordinates.
     *
     * @return at least 1
     */
    int dimension();

    /**
     * Returns the value and writes the gradient.
     *
     * @param point coordinates, not to be changed
     * @param gradient receives the derivatives, overwritten
     * @return the value; a point outside the domain may give NaN or an infinity and is then avoided
     */
    double evaluate(double[] point, double[] gradient);

    /**
     * Tells whether {@link #hessian} is analytic, so cheap that every step may use it.
     *
     * @return false unless overridden
     */
    default boolean hasCheapHessian() {
        return false;
    }

    /**
     * Returns the value and writes gradient and Hessian; by default central differences of gradients, {@code 2 n + 1} evaluations.
     *
     * @param point coordinates, not to be changed
     * @param gradient receives the derivatives
     * @param hessian receives the symmetric second derivatives
     * @return the value
     */
    default double hessian(double[] point, double[] gradient, double[][] hessian) {
        int n = point.length;
        double[] moved = point.clone();
        double[] up = new double[n];
        double[] down = new double[n];
        for (int i = 0; i < n; i++) {
            // truncation h^2 and rounding 1e-15/h of the gradient balance here
            double h = 1e-5;
            moved[i] = point[i] + h;
            evaluate(moved, up);
            moved[i] = point[i] - h;
            evaluate(moved, down);
            moved[i] = point[i];
            for (int j = 0; j < n; j++) {
                hessian[i][j] = (up[j] - down[j]) / (2 * h);
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                hessian[i][j] = hessian[j][i] = 0.5 * (hessian[i][j] + hessian[j][i]);
            }
        }
        return evaluate(point, gradient);
    }
}
