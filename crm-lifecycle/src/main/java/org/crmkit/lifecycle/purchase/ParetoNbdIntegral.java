package org.crmkit.lifecycle.purchase;

import java.util.Arrays;

/**
 * Integrates the product of two powers that the Pareto/NBD likelihood is made of.
 *
 * <p>The time integral {@code J = integral over u in (0, D) of (1 + u/a)^-k (1 + u/c)^-(s+1) du} becomes, with m = min(a, c),
 * {@code v = ln(1 + u/m)} and the ratio {@code z = m/max(a, c)},
 * <pre>{@code J = m * integral over v in (0, ln(1 + D/m)) of exp(-p v) w(v)^-h dv,   w(v) = 1 - z + z e^v }</pre>
 * with (p, h) = (k - 1, s + 1) if a is the smaller one and (s, k) if c is. The exponent is convex in v, the integrand is analytic
 * within pi of the real line, and a = c (z = 1) needs no case. The range is cut where the integrand has fallen by
 * {@code exp(-44)}, below the last bit; 6 to 48 Gauss-Legendre nodes then give 13 digits, and the first and second
 * derivatives of the likelihood come from the same nodes.
 *
 * <p>An instance is scratch space of one thread: the results are its fields.
 */
final class ParetoNbdIntegral {

    /** exp(-44) is 8e-20: what lies beyond cannot change a double. */
    private static final double CUT = 44;

    /** Where e^v is so large that w(v) is z e^v to the last bit, and e^v itself may soon overflow. */
    private static final double STEEP = 300;

    /** Above this power the rounding of ln w(v) would show; the slower, relatively exact form is used. */
    private static final double EXACT_POWER = 1_000;

    /** A longer range in v is cut into panels of at most this length. */
    private static final double PANEL = 10;

    /** The integral of g(v) = exp(-p v) w(v)^-h. */
    double mass;

    /** The integrals of g times each of v, e^-v, ln w, 1/w, in this order. */
    final double[] first = new double[4];

    /** The integrals of g times the products of two of v, e^-v, ln w, 1/w; symmetric. */
    final double[][] second = new double[4][4];

    /**
     * Computes the integral and its companions over v in (0, length), length at most 300: e^300 is longer than any history.
     *
     * @param logEnd ln w(length), which the caller knows
     */
    void evaluate(double p, double h, double ratio, double length, double logEnd) {
        mass = 0;
        for (int i = 0; i < 4; i++) {
            first[i] = 0;
            Arrays.fill(second[i], 0);
        }
        double end = length;
        double last = h * logEnd;
        if (p * end + last > CUT + 4) {
            end = cut(p, h, ratio, length);
            last = h * logW(h, ratio, end);
        }
        if (!(end > 0)) {
            return;
        }
        int panels = (int) Math.ceil(end / PANEL);
        double half = end / (2 * panels);
        int pairs = pairs(Math.abs(p) * end + last, end, panels);
        for (int panel = 0; panel < panels; panel++) {
            addPanel(p, h, ratio, half * (2 * panel + 1), half, pairs);
        }
    }

    /** Returns the integral alone over v in (0, length), which may be infinite if p + h > 0. */
    static double mass(double p, double h, double ratio, double length) {
        if (length > STEEP) {
            // Beyond STEEP the integrand is the exponential of a line.
            double fall = p * STEEP + h * logW(h, ratio, STEEP);
            double slope = p + h;
            double steps = length - STEEP;
            double tail = fall > 10 * CUT ? 0 : slope == 0 ? steps : -Math.expm1(-slope * steps) / slope;
            return mass(p, h, ratio, STEEP) + Math.exp(-fall) * tail;
        }
        return mass(p, h, ratio, length, logW(h, ratio, length));
    }

    /** Returns the integral alone over v in (0, length), given ln w(length). */
    static double mass(double p, double h, double ratio, double length, double logEnd) {
        if (length > STEEP) {
            return mass(p, h, ratio, length);
        }
        double end = length;
        double last = h * logEnd;
        if (p * end + last > CUT + 4) {
            end = cut(p, h, ratio, length);
            last = h * logW(h, ratio, end);
        }
        if (!(end > 0)) {
            return 0;
        }
        int panels = (int) Math.ceil(end / PANEL);
        double half = end / (2 * panels);
        int pairs = pairs(Math.abs(p) * end + last, end, panels);
        double sum = 0;
        for (int panel = 0; panel < panels; panel++) {
            sum += panelMass(p, h, ratio, half * (2 * panel + 1), half, pairs);
        }
        return sum;
    }

    /** One loop over the nodes with everything in local variables: this is where a fit spends its time. */
    private void addPanel(double p, double h, double ratio, double center, double half, int pairs) {
        double[] nodes = ParetoNbdNodes.nodes(pairs);
        double[] weights = ParetoNbdNodes.weights(pairs);
        double expCenter = Math.exp(center);
        double rest = 1 - ratio;
        double m0 = 0;
        double m1 = 0;
        double m2 = 0;
        double m3 = 0;
        double m4 = 0;
        double m11 = 0;
        double m12 = 0;
        double m13 = 0;
        double m14 = 0;
        double m22 = 0;
        double m23 = 0;
        double m24 = 0;
        double m33 = 0;
        double m34 = 0;
        double m44 = 0;
        double expOffset = 1;
        for (int i = 0; i < 2 * pairs; i++) {
            int pair = i >> 1;
            boolean later = (i & 1) == 0;
            double offset = half * nodes[pair];
            if (later) {
                expOffset = Math.exp(offset);
            }
            double v = later ? center + offset : center - offset;
            double expV = later ? expCenter * expOffset : expCenter / expOffset;
            double w = rest + ratio * expV;
            double logW = logW(h, ratio, v, w);
            double g = weights[pair] * Math.exp(-p * v - h * logW);
            double inverse = 1 / (w * expV);
            double overExp = inverse * w;
            double overW = inverse * expV;
            double gv = g * v;
            double ge = g * overExp;
            double gl = g * logW;
            double gw = g * overW;
            m0 += g;
            m1 += gv;
            m2 += ge;
            m3 += gl;
            m4 += gw;
            m11 += gv * v;
            m12 += gv * overExp;
            m13 += gv * logW;
            m14 += gv * overW;
            m22 += ge * overExp;
            m23 += ge * logW;
            m24 += ge * overW;
            m33 += gl * logW;
            m34 += gl * overW;
            m44 += gw * overW;
        }
        mass += half * m0;
        add(first, half, m1, m2, m3, m4);
        add(second[0], half, m11, m12, m13, m14);
        add(second[1], half, m12, m22, m23, m24);
        add(second[2], half, m13, m23, m33, m34);
        add(second[3], half, m14, m24, m34, m44);
    }

    private static void add(double[] row, double factor, double a, double b, double c, double d) {
        row[0] += factor * a;
        row[1] += factor * b;
        row[2] += factor * c;
        row[3] += factor * d;
    }

    private static double panelMass(double p, double h, double ratio, double center, double half, int pairs) {
        double[] nodes = ParetoNbdNodes.nodes(pairs);
        double[] weights = ParetoNbdNodes.weights(pairs);
        double expCenter = Math.exp(center);
        double rest = 1 - ratio;
        double sum = 0;
        for (int i = 0; i < pairs; i++) {
            double offset = half * nodes[i];
            double expOffset = Math.exp(offset);
            double later = center + offset;
            double earlier = center - offset;
            sum += weights[i]
                    * (Math.exp(-p * later - h * logW(h, ratio, later, rest + ratio * (expCenter * expOffset)))
                            + Math.exp(-p * earlier
                                    - h * logW(h, ratio, earlier, rest + ratio * (expCenter / expOffset))));
        }
        return half * sum;
    }

    private static double logW(double h, double ratio, double v, double w) {
        return h > EXACT_POWER && v < STEEP ? Math.log1p(ratio * Math.expm1(v)) : Math.log(w);
    }

    /** Returns the end of the range that matters: the exponent is convex, so Newton's method from the right never cuts too much. */
    private static double cut(double p, double h, double ratio, double length) {
        double end = length;
        double exponent = exponent(p, h, ratio, end);
        while (exponent > CUT + 4) {
            double growing = ratio * Math.exp(end);
            end -= (exponent - CUT) / (p + h * growing / (1 - ratio + growing));
            exponent = exponent(p, h, ratio, end);
        }
        return end;
    }

    private static double exponent(double p, double h, double ratio, double v) {
        return p * v + h * logW(h, ratio, v);
    }

    private static double logW(double h, double ratio, double v) {
        return logW(h, ratio, v, 1 - ratio + ratio * Math.exp(v));
    }

    /** Returns half the number of nodes: from trials over 20,000 random cases, error below 2e-13 (length and fall each ask for some). */
    private static int pairs(double fall, double end, int panels) {
        double order = Math.max(6 + 0.45 * fall / panels, 5 + 2.7 * end / panels);
        return Math.min(ParetoNbdNodes.HIGHEST_ORDER / 2, (int) Math.ceil(order / 2));
    }
}
