package org.crmkit.lifecycle.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.apache.commons.numbers.gamma.LogGamma;
import org.assertj.core.data.Percentage;
import org.crmkit.lifecycle.purchase.ClvReferenceRows.HardCase;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ParetoNbdKernelTest {

    /** reference/clv/hard_cases.csv, 80 digits, by oracle.py in the same folder. */
    @TestFactory
    Stream<DynamicTest> hardCases() {
        return ClvReferenceRows.hardCases("Pareto/NBD").stream()
                .map(row -> dynamicTest(row.id() + " " + row.quantity(), () -> assertHolds(row)));
    }

    private static void assertHolds(HardCase row) {
        double actual = evaluate(row);
        double expected = row.expected();
        assertThat(Math.abs(actual - expected))
                .as("%s: expected %s, was %s", row, expected, actual)
                .isLessThanOrEqualTo(1e-11 * Math.abs(expected));
    }

    private static double evaluate(HardCase row) {
        double[] p = row.params();
        double x = row.x();
        ParetoNbdProcess alive = new ParetoNbdProcess(p[0] + x, p[1] + row.length(), p[2], p[3] + row.length());
        double pAlive = ParetoNbdLikelihood.aliveProbability(p[0], p[1], p[2], p[3], x, row.tX(), row.length());
        return switch (row.quantity()) {
            case "loglik" ->
                ParetoNbdLikelihood.logLikelihoodOfTimes(p[0], p[1], p[2], p[3], x, row.tX(), row.length())
                        + LogGamma.value(p[0] + x)
                        - LogGamma.value(p[0]);
            case "p_alive" -> pAlive;
            case "expected_purchases" -> pAlive * alive.expectedPurchases(0, row.argument());
            case "dert" -> pAlive * alive.discountedPurchases(row.argument(), Double.POSITIVE_INFINITY);
            default -> throw new AssertionError(row.quantity());
        };
    }

    @Test
    void derivatives_agreeWithDifferences() {
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < 300; i++) {
            double[] p = new double[4];
            for (int j = 0; j < 4; j++) {
                p[j] = Math.exp(random.nextDouble(-3, j % 2 == 0 ? 2 : 5));
            }
            double x = random.nextInt(0, 40);
            double length = random.nextDouble(1, 200);
            double tX = x == 0 ? 0 : random.nextDouble(0, length);
            assertDerivatives(p, x, tX, length);
            assertDerivatives(p, x, length, length);
        }
    }

    private static void assertDerivatives(double[] p, double x, double tX, double length) {
        double[] gradient = new double[4];
        double[][] hessian = new double[4][4];
        double value =
                new ParetoNbdLikelihood(p[0], p[1], p[2], p[3]).addDerivatives(x, tX, length, 2, gradient, hessian);
        assertThat(value).isCloseTo(at(p, x, tX, length), within(1e-11 * (1 + Math.abs(value))));
        for (int j = 0; j < 4; j++) {
            double step = 1e-4 * p[j];
            double near = shifted(p, j, step, x, tX, length) - shifted(p, j, -step, x, tX, length);
            double far = shifted(p, j, 2 * step, x, tX, length) - shifted(p, j, -2 * step, x, tX, length);
            double slope = (8 * near - far) / (12 * step);
            assertThat(gradient[j] * p[j]).isCloseTo(2 * slope * p[j], within(3e-8 * (1 + Math.abs(value))));
            double[] up = slopes(p, j, step, x, tX, length);
            double[] down = slopes(p, j, -step, x, tX, length);
            for (int i = 0; i <= j; i++) {
                double curve = (up[i] - down[i]) / (2 * step);
                assertThat(hessian[i][j] * p[i] * p[j])
                        .isCloseTo(2 * curve * p[i] * p[j], within(1e-6 * (1 + Math.abs(value))));
            }
        }
    }

    private static double[] slopes(double[] p, int j, double step, double x, double tX, double length) {
        double[] moved = p.clone();
        moved[j] += step;
        double[] gradient = new double[4];
        new ParetoNbdLikelihood(moved[0], moved[1], moved[2], moved[3])
                .addDerivatives(x, tX, length, 1, gradient, new double[4][4]);
        return gradient;
    }

    private static double shifted(double[] p, int j, double step, double x, double tX, double length) {
        double[] moved = p.clone();
        moved[j] += step;
        return at(moved, x, tX, length);
    }

    private static double at(double[] p, double x, double tX, double length) {
        return ParetoNbdLikelihood.logLikelihoodOfTimes(p[0], p[1], p[2], p[3], x, tX, length);
    }

    @Test
    void probabilities_sumToOneAndTheirMeanIsTheExpectation() {
        for (double[] p : new double[][] {
            {0.5533, 10.578, 0.6062, 11.669},
            {5, 10, 1, 3},
            {0.05, 300, 3.5, 0.9},
            {60, 48, 0.6, 50},
            {0.5, 38, 64, 7721}
        }) {
            ParetoNbdProcess process = new ParetoNbdProcess(p[0], p[1], p[2], p[3]);
            double sum = 0;
            double mean = 0;
            for (int n = 0; n <= 600; n++) {
                double probability = process.probability(n, 39);
                sum += probability;
                mean += n * probability;
            }
            assertThat(sum).isCloseTo(1, within(1e-11));
            assertThat(mean).isCloseTo(process.expectedPurchases(0, 39), Percentage.withPercentage(1e-9));
        }
    }

    @Test
    void nextPurchaseTime_isWhereSomeReachesIt() {
        ParetoNbdProcess process = new ParetoNbdProcess(2.5533, 49.4, 0.6062, 50.5);
        for (double probability : new double[] {1e-12, 1e-9, 0.1, 0.5, 0.8}) {
            double t = process.nextPurchaseTime(probability);
            assertThat(process.someProbability(t)).isCloseTo(probability, Percentage.withPercentage(1e-10));
        }
        double ever = process.someProbability(Double.POSITIVE_INFINITY);
        assertThat(process.someProbability(1e9)).isCloseTo(ever, within(1e-9));
        assertThat(process.nextPurchaseTime(ever - 1e-9)).isFinite();
    }

    @Test
    void some_isOneLessNone() {
        ParetoNbdProcess process = new ParetoNbdProcess(0.5533, 10.578, 0.6062, 11.669);
        for (double t : new double[] {1e-6, 1, 39, 1e6}) {
            double none = Math.exp(ParetoNbdLikelihood.logLikelihoodOfTimes(0.5533, 10.578, 0.6062, 11.669, 0, 0, t));
            assertThat(process.someProbability(t)).isCloseTo(1 - none, within(1e-12));
        }
    }

    /** With alpha = beta the next purchase is Pareto with shape r + s: ever r/(r+s), mean alpha/(r+s-1). */
    @Test
    void nextPurchase_closedFormAtEqualScales() {
        for (double[] p : new double[][] {{2.5, 0.6}, {0.5, 0.51}, {0.9, 0.101}, {200, 3}}) {
            ParetoNbdProcess process = new ParetoNbdProcess(p[0], 30, p[1], 30);
            double sum = p[0] + p[1];
            assertThat(process.someProbability(Double.POSITIVE_INFINITY)).isCloseTo(p[0] / sum, within(1e-12));
            assertThat(process.meanNextPurchaseTime()).isCloseTo(30 / (sum - 1), Percentage.withPercentage(1e-8));
        }
        assertThat(new ParetoNbdProcess(0.5, 30, 0.5, 30).meanNextPurchaseTime())
                .isInfinite();
    }

    @Test
    void discount_toAHorizonGrowsToTheInfiniteOne() {
        for (double rate : new double[] {1e-6, 0.0027, 0.03, 2}) {
            ParetoNbdProcess process = new ParetoNbdProcess(2.5, 49, 0.6, 50);
            double all = process.discountedPurchases(rate, Double.POSITIVE_INFINITY);
            assertThat(process.discountedPurchases(rate, 100 / rate)).isCloseTo(all, Percentage.withPercentage(1e-9));
            double near = process.discountedPurchases(rate, 10);
            double far = Math.exp(-10 * rate)
                    * process.survival(10)
                    * process.afterSilentTime(10).discountedPurchases(rate, Double.POSITIVE_INFINITY);
            assertThat(near + far).isCloseTo(all, Percentage.withPercentage(1e-10));
        }
    }
}
