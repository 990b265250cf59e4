package org.crmkit.lifecycle.internal.math;

/**
 * The generalized exponential integral without its exponential: {@code exp(w) E_nu(w) = integral over t > 0 of exp(-w t) (1+t)^-nu dt}.
 *
 * <p>It is what remains of a discounted future when rates are gamma-distributed: never larger than {@code 1/w}, so it cannot overflow where the confluent
 * hypergeometric Psi of the papers does.
 */
public final class ScaledExpIntegral {

    private static final double EULER = 0.57721566490153286061;

    /** zeta(k) - 1 for k from 2, for ln Gamma(1 + e) near e = 0 (Abramowitz and Stegun 6.1.33). */
    private static final double[] ZETA_LESS_ONE = {
        0.6449340668482264,
        0.2020569031595943,
        0.08232323371113819,
        0.03692775514336993,
        0.01734306198444914,
        0.008349277381922827,
        0.00407735619794434,
        0.0020083928260822143,
        0.0009945751278180853,
        0.0004941886041194645,
        0.0002460865533080483,
        0.00012271334757848915,
        6.124813505870483e-05,
        3.058823630702049e-05,
        1.528225940865187e-05,
        7.637197637899763e-06,
        3.81729326499984e-06,
        1.908212716553939e-06,
        9.539620338727962e-07,
        4.769329867878064e-07,
        2.38450502727733e-07,
        1.1921992596531106e-07,
        5.960818905125948e-08,
        2.980350351465228e-08,
        1.4901554828365043e-08,
        7.45071178983543e-09,
        3.725334024788457e-09,
        1.862659723513049e-09,
        9.313274324196682e-10,
        4.656629065033784e-10,
        2.3283118336765053e-10,
        1.164155017270052e-10
    };

    /** Above this order or argument the continued fraction converges in some tens of steps. */
    private static final double FRACTION_ORDER = 40;

    private static final int MAX_TERMS = 10_000;

    private ScaledExpIntegral() {}

    /**
     * Returns {@code exp(w) E_nu(w)}, to about 1e-14 relative.
     *
     * @param nu order, above zero
     * @param w argument, above zero; infinity gives zero
     * @return in {@code (1/(w+nu), 1/(w+nu-1))} where the latter is positive
     */
    public static double value(double nu, double w) {
        if (w == Double.POSITIVE_INFINITY) {
            return 0;
        }
        if (w >= 1 || nu > FRACTION_ORDER) {
            return fraction(nu, w);
        }
        double start = nu - Math.rint(nu - 1); // in [0.5, 1.5]
        double value = Math.exp(w) * series(1 - start, w);
        if (start > nu) {
            // nu below one half: one step down, exact because nu E_(nu+1) = e^-w - w E_nu
            return (1 - nu * value) / w;
        }
        for (double order = start; order < nu - 0.5; order++) {
            value = (1 - w * value) / order;
        }
        return value;
    }

    /** Lentz's continued fraction (Abramowitz and Stegun 5.1.22). */
    private static double fraction(double nu, double w) {
        double b = w + nu;
        double c = 1 / Double.MIN_NORMAL;
        double d = 1 / b;
        double h = d;
        for (int i = 1; i < MAX_TERMS; i++) {
            double a = -i * (nu - 1 + i);
            b += 2;
            d = 1 / (a * d + b);
            c = b + a / c;
            double factor = c * d;
            h *= factor;
            if (Math.abs(factor - 1) < 1e-16) {
                break;
            }
        }
        return h;
    }

    /** {@code E_(1-e)(w)} for |e| at most one half and w below 1: the power and the first term of the series share a pole, which is taken out. */
    private static double series(double e, double w) {
        double x = logGamma1p(e) - e * Math.log(w);
        double sum = Math.abs(e) < 1e-300 ? -EULER - Math.log(w) : Math.expm1(x) / e;
        double power = 1;
        for (int k = 1; k < MAX_TERMS; k++) {
            power *= -w / k;
            double term = power / (k + e);
            sum -= term;
            if (Math.abs(term) < 1e-18 * Math.abs(sum)) {
                break;
            }
        }
        return sum;
    }

    private static double logGamma1p(double e) {
        double sum = 0;
        for (int i = ZETA_LESS_ONE.length - 1; i >= 0; i--) {
            int k = i + 2;
            sum = sum * -e + ZETA_LESS_ONE[i] / k;
        }
        return -Math.log1p(e) + e * (1 - EULER) + sum * e * e;
    }
}
