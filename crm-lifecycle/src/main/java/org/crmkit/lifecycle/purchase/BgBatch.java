package org.crmkit.lifecycle.purchase;

import java.util.Arrays;

/**
 * Expected purchases of many customers over one horizon: coefficients of the series are tabulated by x, powers remembered by T.
 *
 * <p>Every number comes from the same operations in the same order as in {@link BgExpectation#purchases}, so the results are equal to the bit.
 */
final class BgBatch {

    private static final int CACHE = 1 << 12;
    private static final int MAX_TABLE = 1 << 10;
    private static final int ROW = 64;

    private final double r;
    private final double alpha;
    private final double a;
    private final double b;
    private final double time;
    private double[][] coefficients = new double[64][];
    private final double[] ages = new double[CACHE];
    private final double[] logs = new double[CACHE];
    private final double[] powers = new double[CACHE];

    BgBatch(double r, double alpha, double a, double b, double time) {
        this.r = r;
        this.alpha = alpha;
        this.a = a;
        this.b = b;
        this.time = time;
        Arrays.fill(ages, Double.NaN);
    }

    /** Returns the expected purchases of a customer with x repeat purchases and age T who is alive. */
    double purchases(int x, double age) {
        double shape = r + x;
        double rate = alpha + age;
        double bx = b + x;
        double c = a + bx - 1;
        double z = time / (rate + time);
        if (x < MAX_TABLE && BgExpectation.hasSeries(a, c, z)) {
            int slot = slot(age, rate);
            double value =
                    BgExpectation.combined(c, a, logs[slot], powers[slot], series(row(x, shape, c), shape, c, z));
            if (!Double.isNaN(value)) {
                return value;
            }
        }
        return BgExpectation.purchases(shape, rate, a, bx, time);
    }

    private int slot(double age, double rate) {
        int slot = (int) (PurchasePatterns.mix(Double.doubleToRawLongBits(age)) >>> 52);
        if (ages[slot] != age) {
            ages[slot] = age;
            logs[slot] = -Math.log1p(time / rate);
            powers[slot] = Math.expm1((a - 1) * logs[slot]);
        }
        return slot;
    }

    private double[] row(int x, double shape, double c) {
        if (x >= coefficients.length) {
            coefficients = Arrays.copyOf(coefficients, Math.max(x + 1, 2 * coefficients.length));
        }
        double[] row = coefficients[x];
        if (row == null) {
            row = new double[ROW];
            row[0] = c - shape;
            for (int k = 1; k < ROW; k++) {
                row[k] = BgExpectation.next(row[k - 1], a, c - shape, c, k);
            }
            coefficients[x] = row;
        }
        return row;
    }

    private double series(double[] row, double shape, double c, double z) {
        double power = z;
        double sum = 0;
        double size = 0;
        for (int k = 0; k < ROW; k++) {
            double term = row[k] * power;
            sum += term;
            size += Math.abs(term);
            if (Math.abs(term) <= BgExpectation.LAST_TERM * Math.abs(sum)) {
                return BgExpectation.whole(sum, size);
            }
            power *= z;
        }
        double top = c - shape;
        double coefficient = BgExpectation.next(row[ROW - 1], a, top, c, ROW);
        for (int k = ROW + 1; k < BgExpectation.MAX_TERMS; k++) {
            double term = coefficient * power;
            sum += term;
            size += Math.abs(term);
            if (Math.abs(term) <= BgExpectation.LAST_TERM * Math.abs(sum)) {
                return BgExpectation.whole(sum, size);
            }
            coefficient = BgExpectation.next(coefficient, a, top, c, k);
            power *= z;
        }
        return Double.NaN;
    }
}
