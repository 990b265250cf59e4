package org.crmkit.lifecycle.purchase;

import org.crmkit.lifecycle.internal.fit.Objective;

/** The NBD likelihood by ln r and ln alpha (Ehrenberg 1959); its cost does not depend on the number of patterns. */
final class NbdObjective implements Objective {

    private final FitColumns columns;
    private final BaseCounts counts;

    NbdObjective(FitColumns columns, BaseCounts counts) {
        this.columns = columns;
        this.counts = counts;
    }

    @Override
    public int dimension() {
        return 2;
    }

    @Override
    public boolean hasCheapHessian() {
        return true;
    }

    @Override
    public double evaluate(double[] point, double[] gradient) {
        return hessian(point, gradient, new double[2][2]);
    }

    @Override
    public double hessian(double[] point, double[] gradient, double[][] hessian) {
        double r = Math.exp(point[0]);
        double alpha = Math.exp(point[1]);
        GammaPoissonTerms t = new GammaPoissonTerms(columns, counts, 1, r, alpha);
        gradient[0] = r * t.r;
        gradient[1] = alpha * t.alpha;
        hessian[0][0] = r * r * t.rr + gradient[0];
        hessian[0][1] = hessian[1][0] = r * alpha * t.rAlpha;
        hessian[1][1] = alpha * alpha * t.alphaAlpha + gradient[1];
        return t.value;
    }
}
