package org.crmkit.lifecycle.purchase;

import org.crmkit.lifecycle.internal.math.BetaExpectation;
import org.crmkit.lifecycle.internal.math.ScaledExpIntegral;

/**
 * Expectations of a customer who buys at a gamma-distributed rate (shape R, rate A) and drops out after a purchase with a beta-distributed probability
 * (a, b), both independent: the core of BG/NBD and MBG/NBD.
 */
final class BgExpectation {

    /** Beyond this argument the series needs more terms than the quadrature has nodes. */
    private static final double LARGE_ARGUMENT = 0.95;
    /** Less than this share left after the subtraction costs more than two digits; the quadrature loses none. */
    private static final double CANCELLED = 0.01;
    /** Beyond these shapes the series cancels for certain. */
    private static final double LARGE_SHAPE = 1e4;

    static final double LAST_TERM = 1e-17;
    static final int MAX_TERMS = 5000;

    private BgExpectation() {}

    /**
     * Returns the expected purchases in a time, {@code E[(1 - exp(-lambda p t))/p]} (Fader, Hardie and Lee 2005, equation 10, after Euler's transformation).
     *
     * <p>With {@code z = t/(A+t)}, {@code l = ln(1-z)}, {@code C = a+b-1}, {@code B = C-R}:
     *
     * <pre>{@code -C expm1((a-1) l)/(a-1) - exp((a-1) l) sum over k >= 1 of (B)_k (a)_(k-1) / ((C+1)_(k-1) k!) z^k}</pre>
     *
     * with the limit {@code -C l} of the first term at a = 1. Where that cancels, within the sum or between the terms, or converges slowly: a
     * quadrature over p.
     */
    static double purchases(double shape, double rate, double a, double b, double time) {
        double c = a + b - 1;
        double z = time / (rate + time);
        if (hasSeries(a, c, z)) {
            double l = -Math.log1p(time / rate);
            double power = Math.expm1((a - 1) * l);
            double value = combined(c, a, l, power, series(a, c - shape, c, z));
            if (!Double.isNaN(value)) {
                return value;
            }
        }
        return purchasesBetween(shape, rate, a, b, 0, time);
    }

    static boolean hasSeries(double a, double c, double z) {
        return z <= LARGE_ARGUMENT && a < LARGE_SHAPE && c < LARGE_SHAPE;
    }

    /** Returns the closed form, or NaN if it cancels; power is {@code expm1((a-1) l)}. */
    static double combined(double c, double a, double l, double power, double sum) {
        double first = -c * (a == 1 ? l : power / (a - 1));
        double second = (power + 1) * sum;
        double value = first - second;
        return value > CANCELLED * Math.max(Math.abs(first), Math.abs(second)) ? value : Double.NaN;
    }

    private static double series(double a, double top, double c, double z) {
        double coefficient = top;
        double power = z;
        double sum = 0;
        double size = 0;
        for (int k = 1; k < MAX_TERMS; k++) {
            double term = coefficient * power;
            sum += term;
            size += Math.abs(term);
            if (Math.abs(term) <= LAST_TERM * Math.abs(sum)) {
                return whole(sum, size);
            }
            coefficient = next(coefficient, a, top, c, k);
            power *= z;
        }
        return Double.NaN;
    }

    /** Returns the sum of a series, or NaN if its terms, of this size in all, cancelled: with R far above C they alternate and grow at first. */
    static double whole(double sum, double size) {
        return Math.abs(sum) >= CANCELLED * size ? sum : Double.NaN;
    }

    /** Returns the coefficient of z^(k+1) from the one of z^k. */
    static double next(double coefficient, double a, double top, double c, int k) {
        return coefficient * ((top + k) * (a + k - 1) / ((c + k) * (k + 1)));
    }

    /** Returns the expected purchases between two times, as one positive integral over p. */
    static double purchasesBetween(double shape, double rate, double a, double b, double from, double to) {
        double length = to - from;
        return BetaExpectation.of(
                a,
                b,
                p -> {
                    double started = rate + p * from;
                    return Math.exp(-shape * Math.log1p(p * from / rate))
                            * -Math.expm1(-shape * Math.log1p(p * length / started))
                            / p;
                },
                (shape + 1) * to / rate,
                (shape + 2) / 2);
    }

    /** Returns the probability to be a customer after a time, {@code E[exp(-lambda p t)]}. */
    static double alive(double shape, double rate, double a, double b, double time) {
        return BetaExpectation.of(
                a, b, p -> Math.exp(-shape * Math.log1p(p * time / rate)), shape * time / rate, shape / 4);
    }

    /** Returns {@code E[lambda/(delta + lambda p)]} as {@code E[R/p exp(w) E_(R+1)(w)]} with {@code w = delta A/p}. */
    static double discounted(double shape, double rate, double a, double b, double delta) {
        return BetaExpectation.of(
                a,
                b,
                p -> shape / p * ScaledExpIntegral.value(shape + 1, delta * rate / p),
                (shape + 1) / (delta * rate),
                (shape + 1) / 4);
    }
}
