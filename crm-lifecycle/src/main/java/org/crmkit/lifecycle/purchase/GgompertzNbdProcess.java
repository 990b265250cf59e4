package org.crmkit.lifecycle.purchase;

import java.util.function.DoubleUnaryOperator;

/**
 * The GGompertz/NBD view of an active customer: purchases at a gamma rate until a Gamma/Gompertz lifetime ends.
 *
 * <p>The expectation published in 2012 is wrong; here it is r/alpha times the integral of the survival, which agrees with the correction of
 * Adler (2022, "Comment on 'Modeling purchasing behavior with sudden death'", Management Science 68(3)).
 */
final class GgompertzNbdProcess extends LifetimeNbd {

    /** exp(-50) is 2e-22: a survival or discount beyond it cannot change a double. */
    private static final double CUT = 50;

    /** Where panels start: minus the logarithm of the survival. */
    private static final double[] FALLS = {0, 0.3, 1, 3, 10, 30, CUT};

    private final double b;
    private final double s;
    private final double c;

    /** Takes the scale c = beta/b instead of beta, see {@link GgompertzNbdLifetime}. */
    GgompertzNbdProcess(double r, double alpha, double b, double s, double c) {
        super(r, alpha);
        this.b = b;
        this.s = s;
        this.c = c;
    }

    @Override
    double survival(double t) {
        return Math.exp(-s * GgompertzNbdLifetime.cumulative(b, c, t));
    }

    @Override
    double density(double t) {
        return s / GgompertzNbdLifetime.scaleAt(b, c, t) * survival(t);
    }

    @Override
    double timeOfSurvival(double fraction) {
        return GgompertzNbdLifetime.timeOf(b, c, -Math.log(fraction) / s);
    }

    @Override
    double timeScale() {
        return GgompertzNbdLifetime.smoothSpan(b, c) / 2;
    }

    @Override
    GgompertzNbdProcess afterSilentTime(double t) {
        return new GgompertzNbdProcess(r, alpha, b, s, GgompertzNbdLifetime.scaleAt(b, c, t));
    }

    @Override
    double someProbability(double t) {
        return Math.min(1, integral(this::nextPurchaseDensity, t));
    }

    @Override
    double meanNextPurchaseTime() {
        double end = Double.POSITIVE_INFINITY;
        return integral(t -> t * nextPurchaseDensity(t), end) / integral(this::nextPurchaseDensity, end);
    }

    /** {@inheritDoc} One quadrature of the survival, for any discount, zero included. */
    @Override
    double discountedLifetime(double rate, double horizon) {
        double cut = rate > 0 ? Math.min(horizon, CUT / rate) : horizon;
        return integral(t -> Math.exp(-rate * t - s * GgompertzNbdLifetime.cumulative(b, c, t)), cut);
    }

    /** Integrates a function that falls at least as the survival does, in ln(1 + t/scale), with panels from the lifetime's quantiles. */
    private double integral(DoubleUnaryOperator function, double horizon) {
        double last = Math.min(horizon, GgompertzNbdLifetime.timeOf(b, c, CUT / s));
        double scale = Math.min(timeScale(), alpha);
        double[] ends = new double[FALLS.length];
        for (int i = 0; i < FALLS.length; i++) {
            ends[i] = Math.log1p(Math.min(last, GgompertzNbdLifetime.timeOf(b, c, FALLS[i] / s)) / scale);
        }
        return scale
                * PanelQuadrature.integrate(v -> Math.exp(v) * function.applyAsDouble(scale * Math.expm1(v)), ends);
    }
}
