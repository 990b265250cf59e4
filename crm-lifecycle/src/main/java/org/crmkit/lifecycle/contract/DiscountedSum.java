package org.crmkit.lifecycle.contract;

import java.util.function.DoubleUnaryOperator;

/**
 * The sum of a smooth falling curve over all whole numbers, discounted.
 *
 * <p>The first thousand terms are added up; the rest is an integral with the first two corrections of Euler and
 * Maclaurin, so that a discount rate near zero costs no more than a high one.
 */
final class DiscountedSum {

    /** The next Euler-Maclaurin term, f'''/720, is below 1e-12 of the last term added. */
    private static final int ADDED = 1024;

    /** A term this small beside the sum changes nothing. */
    private static final double NEGLIGIBLE = 1e-20;

    /** Trapezoidal steps of the double-exponential rule: its error is below 1e-14 for decays of either kind. */
    private static final double STEP = 1.0 / 32;

    private static final double FROM = -4;

    private static final double LOG_TAIL = 45;

    private DiscountedSum() {}

    /**
     * Returns {@code sum over t >= from of exp(logCurve(t) - rate (t - from))}.
     *
     * @param from the first whole number
     * @param rate the continuous discount rate, above zero
     * @param logCurve the logarithm of the curve, defined for real t
     */
    static double of(double from, double rate, DoubleUnaryOperator logCurve) {
        DoubleUnaryOperator log = t -> logCurve.applyAsDouble(t) - rate * (t - from);
        double sum = 0;
        for (int i = 0; i < ADDED; i++) {
            double term = Math.exp(log.applyAsDouble(from + i));
            sum += term;
            if (term < NEGLIGIBLE * sum) {
                return sum;
            }
        }
        return sum + tail(from + ADDED, log, rate);
    }

    private static double tail(double start, DoubleUnaryOperator log, double rate) {
        double first = Math.exp(log.applyAsDouble(start));
        // Central difference of the logarithm, which is nearly straight this far out.
        double slope = (log.applyAsDouble(start + 1) - log.applyAsDouble(start - 1)) / 2;
        return integral(start, log, rate, slope) + first / 2 - first * slope / 12;
    }

    /** The integral by t = start + L exp(s - exp(-s)): Takahasi and Mori (1974). */
    private static double integral(double start, DoubleUnaryOperator log, double rate, double slope) {
        double scale = -1 / slope;
        double to = Math.log(LOG_TAIL / (rate * scale)) + 1;
        double sum = 0;
        for (double s = FROM; s <= to; s += STEP) {
            double decay = Math.exp(-s);
            double w = scale * Math.exp(s - decay);
            sum += Math.exp(log.applyAsDouble(start + w)) * w * (1 + decay);
        }
        return sum * STEP;
    }
}
