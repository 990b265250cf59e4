package org.crmkit.lifecycle.purchase;

/**
 * The Gamma/Gompertz lifetime in a form that has the Pareto lifetime as its limit.
 *
 * <p>Bemmaor and Glady (2012, Management Science 58(5)) write {@code S(t) = (beta / (beta + e^(b t) - 1))^s}. With the scale
 * {@code c = beta / b}, in units of time, and the stretched time {@code W(t) = (e^(b t) - 1)/b} this is
 * <pre>{@code S(t) = (c / (c + W(t)))^s,   hazard(t) = s / (c e^(-b t) + (1 - e^(-b t))/b) }</pre>
 * which tends to the Pareto lifetime {@code (c / (c + t))^s} as b falls to 0 with c fixed: nothing degenerates there. A customer who is
 * still active at t has the same lifetime with the scale {@code c e^(-b t) + (1 - e^(-b t))/b}. Written without e^(b t), so that long times
 * do not overflow. Rate b is at least 0 (0 is the Pareto lifetime), c positive, t at least 0.
 */
final class GgompertzNbdLifetime {

    /** Beyond this e^(-b t) is below the last bit beside 1. */
    private static final double LONG = 40;

    /** Below this the series of (y - 1 + e^-y)/y^2 is used, where the formula would cancel. */
    private static final double SMALL = 0.1;

    private GgompertzNbdLifetime() {}

    /** Returns (1 - e^(-b t))/b, the shrunken time; t itself at b = 0. */
    static double shrunk(double b, double t) {
        double y = b * t;
        return y < Double.MIN_NORMAL ? t : -Math.expm1(-y) / b;
    }

    /** Returns the scale of the lifetime that remains after t: s divided by the hazard at t. */
    static double scaleAt(double b, double c, double t) {
        return c * Math.exp(-b * t) + shrunk(b, t);
    }

    /** Returns -ln S(t) / s = ln(1 + W(t)/c). */
    static double cumulative(double b, double c, double t) {
        double y = b * t;
        if (y < Double.MIN_NORMAL) {
            return Math.log1p(t / c);
        }
        return y < LONG
                ? Math.log1p(Math.expm1(y) / b / c)
                : y - Math.log(b * c) + Math.log1p((b * c - 1) * Math.exp(-y));
    }

    /** Returns the time at which {@link #cumulative} reaches the given value; the inverse of it. */
    static double timeOf(double b, double c, double cumulative) {
        double product = b * c;
        if (product < Double.MIN_NORMAL) {
            return c * Math.expm1(cumulative);
        }
        return cumulative < LONG
                ? Math.log1p(product * Math.expm1(cumulative)) / b
                : (cumulative + Math.log(product + (1 - product) * Math.exp(-cumulative))) / b;
    }

    /** Returns e^(-b t) dW/db = t^2 (y - 1 + e^-y)/y^2, y = b t; t^2/2 at b = 0. */
    static double stretchByB(double b, double t) {
        double y = b * t;
        return y > SMALL ? (t + Math.expm1(-y) / b) / b : t * t * tail(y, 0.5, 3);
    }

    /** Returns e^(-b t) d2W/db2 = t^3 (1 - 2 (y - 1 + e^-y)/y^2)/y; t^3/3 at b = 0. */
    static double stretchByBTwice(double b, double t) {
        double y = b * t;
        return y > SMALL ? (t * t - 2 * stretchByB(b, t)) / b : t * t * t * 2 * tail(y, 1.0 / 6, 4);
    }

    /** Returns first - first y/n + first y^2/(n (n+1)) - ...: the rest of the exponential series. */
    private static double tail(double y, double first, int n) {
        double term = first;
        double sum = first;
        for (int i = n; Math.abs(term) > 1e-18; i++) {
            term *= -y / i;
            sum += term;
        }
        return sum;
    }

    /**
     * Returns how far ahead of time 0 the hazard may be taken as one smooth piece.
     *
     * <p>The poles of the hazard lie at {@code ln(1 - b c)/b} (plus multiples of 2 pi i/b): on the negative axis if b c < 1, beside the
     * positive axis, pi/b away, if b c > 1.
     */
    static double smoothSpan(double b, double c) {
        double product = b * c;
        if (product < 1e-8) {
            return 2 * c;
        }
        if (product < 1) {
            return -2 * Math.log1p(-product) / b;
        }
        return (product < 2 ? 0.5 * Math.hypot(Math.PI, Math.log(product - 1)) : 1.5) / b;
    }
}
