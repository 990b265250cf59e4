package org.crmkit.lifecycle.purchase;

import org.crmkit.lifecycle.internal.math.ScaledExpIntegral;

/**
 * The Pareto/NBD view of an active customer: purchases at a gamma rate until a Pareto lifetime ends.
 *
 * <p>S(t) = (beta / (beta + t))^s (Schmittlein, Morrison and Colombo 1987). The customer who is still active after t has beta + t.
 */
final class ParetoNbdProcess extends LifetimeNbd {

    /** exp(-44) is 8e-20 and cannot change a double. */
    private static final double CUT = 44;

    private final double s;
    private final double beta;

    ParetoNbdProcess(double r, double alpha, double s, double beta) {
        super(r, alpha);
        this.s = s;
        this.beta = beta;
    }

    @Override
    double survival(double t) {
        return Math.exp(-s * Math.log1p(t / beta));
    }

    @Override
    double density(double t) {
        return s / (beta + t) * survival(t);
    }

    @Override
    double timeOfSurvival(double fraction) {
        return beta * Math.expm1(-Math.log(fraction) / s);
    }

    @Override
    double timeScale() {
        return beta;
    }

    @Override
    ParetoNbdProcess afterSilentTime(double t) {
        return new ParetoNbdProcess(r, alpha, s, beta + t);
    }

    /** {@inheritDoc} The density of the next purchase is a product of two powers: {@link ParetoNbdIntegral}. */
    @Override
    double someProbability(double t) {
        return Math.min(1, r / alpha * powers(r + 1, s, t));
    }

    /** {@inheritDoc} It exists if r + s > 1; {@code t/alpha} is written as {@code (1 + t/alpha) - 1}. */
    @Override
    double meanNextPurchaseTime() {
        double infinity = Double.POSITIVE_INFINITY;
        if (r + s <= 1) {
            return infinity;
        }
        double some = powers(r + 1, s, infinity);
        return alpha * Math.max(0, powers(r, s, infinity) - some) / some;
    }

    /** Returns the integral of (1 + u/alpha)^-k (1 + u/beta)^-h for u from 0 to t. */
    private double powers(double k, double h, double t) {
        return alpha <= beta
                ? alpha * ParetoNbdIntegral.mass(k - 1, h, alpha / beta, Math.log1p(t / alpha))
                : beta * ParetoNbdIntegral.mass(h - 1, k, beta / alpha, Math.log1p(t / beta));
    }

    /**
     * {@inheritDoc}
     *
     * <p>Without discount: {@code beta (1 - q^(s-1)) / (s-1)}, q = beta/(beta + h), written with expm1 so that s = 1 is the limit
     * {@code -beta ln q} (Fader and Hardie 2005, the note). With discount and no horizon: {@code beta e^z E_s(z)}, z = rate beta, which equals
     * the beta^s rate^(s-1) Psi(s, s; z) of Fader, Hardie and Lee (2005, J. Marketing Research 42(4), appendix) and cannot overflow.
     */
    @Override
    double discountedLifetime(double rate, double horizon) {
        if (rate == 0) {
            double span = Math.log1p(horizon / beta);
            double order = s - 1;
            return order == 0 ? beta * span : beta * (-Math.expm1(-order * span) / order);
        }
        double z = rate * beta;
        return horizon == Double.POSITIVE_INFINITY
                ? beta * ScaledExpIntegral.value(s, z)
                : beta * laplaceIntegral(z, Math.log1p(horizon / beta));
    }

    /** Returns the integral of exp(-z (e^v - 1) - (s - 1) v) for v from 0 to end: positive, without a special case for any s. */
    private double laplaceIntegral(double z, double length) {
        // Where z e^v passes 4 CUT the exponential has fallen below the last bit whatever the power does.
        double end = Math.min(length, Math.log1p(4 * CUT / z));
        if (s > 1) {
            end = Math.min(end, CUT / (s - 1));
        }
        int panels = (int) Math.ceil(end / 1.5) + 1;
        double[] breakpoints = new double[panels + 1];
        for (int i = 0; i <= panels; i++) {
            breakpoints[i] = end * i / panels;
        }
        return PanelQuadrature.integrate(v -> Math.exp(-z * Math.expm1(v) - (s - 1) * v), breakpoints);
    }
}
