package org.crmkit.lifecycle.purchase;

/**
 * The GGompertz/NBD view of an active customer: purchases at a gamma rate until a Gamma/Gompertz lifetime ends.
 *
 * <p>The expectation published in 2012 is wrong; here it is r/alpha times the integral of the survival, which agrees with the correction of
 * Adler (2022, "Comment on 'Modeling purchasing behavior with sudden death'", Management Science 68(3)).
 */
final class GgompertzNbdProcess extends LifetimeNbd {

    /** exp(-50) is 2e-22: a survival or discount beyond it cannot change a double. */
    private static final double CUT = 50;

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
    double noneProbability(double t) {
        double within = Math.min(t, GgompertzNbdLifetime.timeOf(b, c, CUT / s));
        double none = Math.exp(new GgompertzNbdLikelihood(r, alpha, b, s, c).logLikelihoodOfTimes(0, 0, within));
        return Math.min(1, none);
    }

    /** {@inheritDoc} One quadrature of the survival in ln(1 + u/scale), for any discount, zero included. */
    @Override
    double discountedLifetime(double rate, double horizon) {
        double last = Math.min(horizon, GgompertzNbdLifetime.timeOf(b, c, CUT / s));
        double cut = rate > 0 ? Math.min(last, CUT / rate) : last;
        double scale = timeScale();
        double[] points = {0, 0.3, 0.5, 1, 3, 10, 30};
        double[] ends = new double[points.length + 1];
        for (int i = 0; i < points.length; i++) {
            ends[i] = Math.log1p(Math.min(cut, GgompertzNbdLifetime.timeOf(b, c, points[i] / s)) / scale);
        }
        ends[points.length] = Math.log1p(cut / scale);
        return scale
                * PanelQuadrature.integrate(
                        v -> {
                            double u = scale * Math.expm1(v);
                            return Math.exp(v - rate * u - s * GgompertzNbdLifetime.cumulative(b, c, u));
                        },
                        ends);
    }
}
