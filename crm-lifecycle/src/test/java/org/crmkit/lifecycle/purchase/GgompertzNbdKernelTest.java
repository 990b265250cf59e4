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

class GgompertzNbdKernelTest {

    /** reference/clv/hard_cases.csv, 40 digits. */
    @TestFactory
    Stream<DynamicTest> hardCases() {
        return ClvReferenceRows.hardCases("GGompertz/NBD").stream()
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
        double c = p[4] / p[2];
        GgompertzNbdLikelihood likelihood = new GgompertzNbdLikelihood(p[0], p[1], p[2], p[3], c);
        double pAlive = likelihood.aliveProbability(row.x(), row.tX(), row.length());
        GgompertzNbdProcess alive = new GgompertzNbdProcess(p[0] + row.x(), p[1] + row.length(), p[2], p[3], c);
        return switch (row.quantity()) {
            case "loglik" ->
                likelihood.logLikelihoodOfTimes(row.x(), row.tX(), row.length())
                        + LogGamma.value(p[0] + row.x())
                        - LogGamma.value(p[0]);
            case "p_alive" -> pAlive;
            case "expected_purchases" ->
                pAlive * alive.afterSilentTime(row.length()).expectedPurchases(0, row.argument());
            default -> throw new AssertionError(row.quantity());
        };
    }

    /** With b = 0 every answer is that of Pareto/NBD, which is computed by other formulas. */
    @Test
    void limit_isParetoNbd() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 200; i++) {
            double r = Math.exp(random.nextDouble(-3, 3));
            double alpha = Math.exp(random.nextDouble(-2, 5));
            double s = Math.exp(random.nextDouble(-3, 3));
            double beta = Math.exp(random.nextDouble(-2, 5));
            double x = random.nextInt(0, 60);
            double length = random.nextDouble(1, 200);
            double tX = x == 0 ? 0 : random.nextDouble(0, length);
            GgompertzNbdLikelihood zero = new GgompertzNbdLikelihood(r, alpha, 0, s, beta);
            double expected = ParetoNbdLikelihood.logLikelihoodOfTimes(r, alpha, s, beta, x, tX, length);
            assertThat(zero.logLikelihoodOfTimes(x, tX, length))
                    .isCloseTo(expected, within(1e-12 * (1 + Math.abs(expected))));
            GgompertzNbdProcess gompertz = new GgompertzNbdProcess(r, alpha, 0, s, beta);
            ParetoNbdProcess pareto = new ParetoNbdProcess(r, alpha, s, beta);
            Percentage exact = Percentage.withPercentage(1e-9);
            assertThat(gompertz.expectedPurchases(3, 50)).isCloseTo(pareto.expectedPurchases(3, 50), exact);
            assertThat(gompertz.discountedPurchases(0.003, 1e6))
                    .isCloseTo(pareto.discountedPurchases(0.003, 1e6), exact);
            assertThat(gompertz.probability(3, 50)).isCloseTo(pareto.probability(3, 50), exact);
        }
    }

    @Test
    void derivatives_agreeWithDifferences() {
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < 300; i++) {
            double[] p = random.doubles(5, -3, 2).map(Math::exp).toArray();
            p[1] *= 20;
            p[2] *= 0.02;
            p[4] *= 20;
            double x = random.nextInt(0, 40);
            double length = random.nextDouble(1, 200);
            double tX = x == 0 ? 0 : random.nextDouble(0, length);
            assertDerivatives(p, x, tX, length);
        }
        assertDerivatives(new double[] {0.5, 10, 1e-9, 0.6, 11}, 2, 30, 38);
        assertDerivatives(new double[] {0.5, 10, 0.1, 0.6, 11}, 3, 38, 38);
    }

    private static void assertDerivatives(double[] p, double x, double tX, double length) {
        double[] gradient = new double[5];
        double[][] hessian = new double[5][5];
        double value = likelihood(p).addDerivatives(x, tX, length, 2, gradient, hessian);
        double size = 1 + Math.abs(value);
        assertThat(value).isCloseTo(likelihood(p).logLikelihoodOfTimes(x, tX, length), within(1e-12 * size));
        for (int j = 0; j < 5; j++) {
            double step = 1e-4;
            double slope = (8 * (at(p, j, step, x, tX, length) - at(p, j, -step, x, tX, length))
                            - (at(p, j, 2 * step, x, tX, length) - at(p, j, -2 * step, x, tX, length)))
                    / (12 * step);
            assertThat(gradient[j] * p[j]).isCloseTo(2 * slope, within(1e-8 * size));
            double[] up = slopes(p, j, step, x, tX, length);
            double[] down = slopes(p, j, -step, x, tX, length);
            for (int i = 0; i <= j; i++) {
                double curve = (up[i] - down[i]) / (2 * step);
                assertThat(hessian[i][j] * p[i] * p[j]).isCloseTo(2 * curve * p[i], within(1e-6 * size));
            }
        }
    }

    private static double[] slopes(double[] p, int j, double step, double x, double tX, double length) {
        double[] moved = p.clone();
        moved[j] *= 1 + step;
        double[] gradient = new double[5];
        likelihood(moved).addDerivatives(x, tX, length, 1, gradient, new double[5][5]);
        return gradient;
    }

    private static double at(double[] p, int j, double step, double x, double tX, double length) {
        double[] moved = p.clone();
        moved[j] *= 1 + step;
        return likelihood(moved).logLikelihoodOfTimes(x, tX, length);
    }

    private static GgompertzNbdLikelihood likelihood(double[] p) {
        return new GgompertzNbdLikelihood(p[0], p[1], p[2], p[3], p[4]);
    }

    @Test
    void probabilities_sumToOneAndTheirMeanIsTheExpectation() {
        for (double[] p : new double[][] {
            {0.55, 10.5, 0.02, 0.6, 17.5}, {5, 10, 1, 1, 3}, {0.05, 300, 0.3, 3.5, 900}, {60, 48, 1e-7, 0.6, 50}
        }) {
            GgompertzNbdProcess process = new GgompertzNbdProcess(p[0], p[1], p[2], p[3], p[4]);
            double sum = 0;
            double mean = 0;
            for (int n = 0; n <= 400; n++) {
                double probability = process.probability(n, 39);
                sum += probability;
                mean += n * probability;
            }
            assertThat(sum).isCloseTo(1, within(1e-11));
            assertThat(mean).isCloseTo(process.expectedPurchases(0, 39), Percentage.withPercentage(1e-9));
        }
    }
}
