package org.crmkit.lifecycle.internal.fit;

/** Where a search ended. The arrays are the caller's to keep; they are not copied. */
public final class Maximum {

    /** Why a search ended. */
    public enum Stop {
        /** The gradient vanishes and the Hessian is negative definite. */
        CONVERGED,
        /** A coordinate reached the edge of the box and the value still rises outward. */
        BORDER,
        /** The value no longer rises, but the Hessian is not negative definite: a ridge. */
        FLAT,
        /** The limit of iterations was reached. */
        ITERATION_LIMIT,
        /** No step raises the value although the gradient does not vanish, or the start is outside the domain. */
        STUCK
    }

    private final double[] point;
    private final double value;
    private final double[] gradient;
    private final double[][] hessian;
    private final int iterations;
    private final int evaluations;
    private final Stop stop;

    Maximum(
            double[] point,
            double value,
            double[] gradient,
            double[][] hessian,
            int iterations,
            int evaluations,
            Stop stop) {
        this.point = point;
        this.value = value;
        this.gradient = gradient;
        this.hessian = hessian;
        this.iterations = iterations;
        this.evaluations = evaluations;
        this.stop = stop;
    }

    /**
     * Returns the best coordinates.
     *
     * @return the array itself
     */
    public double[] point() {
        return point;
    }

    /**
     * Returns the value there.
     *
     * @return finite unless stuck at the start
     */
    public double value() {
        return value;
    }

    /**
     * Returns the gradient there.
     *
     * @return the array itself
     */
    public double[] gradient() {
        return gradient;
    }

    /**
     * Returns the second derivatives there.
     *
     * @return the array itself
     */
    public double[][] hessian() {
        return hessian;
    }

    /**
     * Returns the number of steps.
     *
     * @return at least zero
     */
    public int iterations() {
        return iterations;
    }

    /**
     * Returns how often the objective was computed.
     *
     * @return at least one
     */
    public int evaluations() {
        return evaluations;
    }

    /**
     * Returns why the search ended.
     *
     * @return the reason
     */
    public Stop stop() {
        return stop;
    }

    /**
     * Returns the largest absolute derivative.
     *
     * @return at least zero
     */
    public double gradientNorm() {
        double norm = 0;
        for (double g : gradient) {
            norm = Math.max(norm, Math.abs(g));
        }
        return norm;
    }
}
