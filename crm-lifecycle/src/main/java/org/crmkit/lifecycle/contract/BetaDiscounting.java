package org.crmkit.lifecycle.contract;

/**
 * The discounted lifetime of a customer whose chance to leave is beta distributed.
 *
 * <p>With theta the chance to leave at a renewal and z = 1/(1+d) the discount factor of a period, the expected number
 * of discounted periods is {@code E[sum over t >= 0 of (z (1 - theta))^t] = E[1 / (1 - z + z theta)]}, which is
 * {@code 2F1(1, b; a + b; z)}. The series needs as many terms as 40/d; this integral needs the same few hundred points
 * for any discount rate, because on the scale u = ln(theta / (1 - theta)) the integrand is smooth in a strip and the
 * trapezoidal rule converges geometrically (Trefethen and Weideman 2014, SIAM Review 56(3), doi:10.1137/130932132).
 */
final class BetaDiscounting {

    /** Steps of 0.2 in a strip of half-width pi/2 leave an error of exp(-5 pi^2) = 4e-22. */
    private static final double WIDEST_STEP = 0.2;

    /** Steps of 0.7 standard deviations leave an error of 4e-18 for a peak that is narrow. */
    private static final double STEP_IN_DEVIATIONS = 0.7;

    /** exp(-45) is below the rounding error of a sum that is one. */
    private static final double TAIL = 45;

    private static final double DEVIATIONS = 10;

    private BetaDiscounting() {}

    /**
     * Returns {@code 2F1(1, b; a + b; 1/(1+d))}.
     *
     * @param a above zero
     * @param b above zero
     * @param d the discount rate of one period, above zero
     */
    static double expectedPeriods(double a, double b, double d) {
        double discount = 1 / (1 + d);
        double lost = d / (1 + d);
        double deviation = Math.sqrt(1 / a + 1 / b);
        double step = Math.min(WIDEST_STEP, STEP_IN_DEVIATIONS * deviation);
        double center = Math.log(a / b);
        double from = Math.min(center, Math.log(lost)) - TAIL / a - DEVIATIONS * deviation;
        double to = Math.max(center, 0) + TAIL / b + DEVIATIONS * deviation;
        double peak = logWeight(center, a, b);
        double weights = 0;
        double values = 0;
        long points = (long) Math.ceil((to - from) / step);
        for (long i = 0; i <= points; i++) {
            double u = from + i * step;
            double weight = Math.exp(logWeight(u, a, b) - peak);
            weights += weight;
            values += weight / (lost + discount * chance(u));
        }
        return values / weights;
    }

    /** Returns {@code a ln theta + b ln (1 - theta)}: the beta density on the scale of u, up to a constant. */
    private static double logWeight(double u, double a, double b) {
        return -a * log1pExp(-u) - b * log1pExp(u);
    }

    private static double log1pExp(double u) {
        return u > 0 ? u + Math.log1p(Math.exp(-u)) : Math.log1p(Math.exp(u));
    }

    private static double chance(double u) {
        return 1 / (1 + Math.exp(-u));
    }
}
