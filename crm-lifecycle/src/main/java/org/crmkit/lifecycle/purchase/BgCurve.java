package org.crmkit.lifecycle.purchase;

/**
 * The expected purchases of one customer as a function of time, for many times.
 *
 * <p>As {@link BgExpectation#purchases}, whose series has the same coefficients for every time: the first of them are kept,
 * which spares a division a term. Not safe for several threads; half a kB.
 */
final class BgCurve {

    /** How many coefficients are kept; later ones are computed again each time. */
    private static final int KEPT = 64;

    private final double shape;
    private final double rate;
    private final double a;
    private final double b;
    private final double c;
    private final double[] coefficients = new double[KEPT];
    private int known;

    BgCurve(double shape, double rate, double a, double b) {
        this.shape = shape;
        this.rate = rate;
        this.a = a;
        this.b = b;
        this.c = a + b - 1;
        coefficients[0] = c - shape;
        known = 1;
    }

    /**
     * Returns the expected purchases up to a time, for a customer who is alive.
     *
     * @param s the time as {@code ln(1 + time/rate)}
     */
    double purchases(double s) {
        double z = -Math.expm1(-s);
        if (BgExpectation.hasSeries(a, c, z)) {
            double value = BgExpectation.combined(c, a, -s, Math.expm1(-(a - 1) * s), series(z));
            if (!Double.isNaN(value)) {
                return value;
            }
        }
        return BgExpectation.purchases(shape, rate, a, b, rate * Math.expm1(s));
    }

    private double series(double z) {
        double power = z;
        double sum = 0;
        double size = 0;
        for (int k = 0; k < KEPT; k++) {
            if (k == known) {
                coefficients[k] = BgExpectation.next(coefficients[k - 1], a, c - shape, c, k);
                known++;
            }
            double term = coefficients[k] * power;
            sum += term;
            size += Math.abs(term);
            if (Math.abs(term) <= BgExpectation.LAST_TERM * Math.abs(sum)) {
                return BgExpectation.whole(sum, size);
            }
            power *= z;
        }
        double coefficient = coefficients[KEPT - 1];
        for (int k = KEPT; k < BgExpectation.MAX_TERMS; k++) {
            coefficient = BgExpectation.next(coefficient, a, c - shape, c, k);
            double term = coefficient * power;
            sum += term;
            size += Math.abs(term);
            if (Math.abs(term) <= BgExpectation.LAST_TERM * Math.abs(sum)) {
                return BgExpectation.whole(sum, size);
            }
            power *= z;
        }
        return Double.NaN;
    }
}
