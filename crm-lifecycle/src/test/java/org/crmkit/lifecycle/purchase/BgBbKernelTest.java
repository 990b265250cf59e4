package org.crmkit.lifecycle.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.apache.commons.numbers.gamma.LogBeta;
import org.assertj.core.data.Percentage;
import org.crmkit.core.time.TimeGrain;
import org.crmkit.lifecycle.purchase.ClvReferenceRows.HardCase;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class BgBbKernelTest {

    private static final TimeGrain GRAIN = TimeGrain.MONTH;

    /** reference/clv/hard_cases.csv, 80 digits. */
    @TestFactory
    Stream<DynamicTest> hardCases() {
        return ClvReferenceRows.hardCases("BG/BB").stream()
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
        BgBb model = new BgBb(GRAIN, p[0], p[1], p[2], p[3]);
        PurchaseHistory history = PurchaseHistory.of((int) row.x(), row.tX(), row.length());
        return switch (row.quantity()) {
            case "loglik" -> model.logLikelihood(history);
            case "p_alive(n+1)" -> model.pAliveAfter(history, 1);
            case "expected_purchases" -> model.expectedPurchases(history, row.argument());
            case "dert" ->
                model.discountedPurchases(history, DiscountRate.ofContinuous(Math.log1p(row.argument()), GRAIN));
            default -> throw new AssertionError(row.quantity());
        };
    }

    @Test
    void gradient_agreesWithDifferences() {
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < 300; i++) {
            double[] p = random.doubles(4, -3, 3).map(Math::exp).toArray();
            int n = random.nextInt(0, 60);
            int last = random.nextInt(0, n + 1);
            int x = last == 0 ? 0 : random.nextInt(1, last + 1);
            double[] gradient = new double[4];
            double value = likelihood(p).addGradient(x, last, n, 2, gradient);
            assertThat(value).isEqualTo(likelihood(p).logLikelihood(x, last, n));
            for (int j = 0; j < 4; j++) {
                double h = 1e-4;
                double slope = (8 * (at(p, j, h, x, last, n) - at(p, j, -h, x, last, n))
                                - (at(p, j, 2 * h, x, last, n) - at(p, j, -2 * h, x, last, n)))
                        / (12 * h);
                assertThat(gradient[j] * p[j]).isCloseTo(2 * slope, within(1e-8 * (1 + Math.abs(value))));
            }
        }
    }

    private static double at(double[] p, int j, double step, int x, int last, int n) {
        double[] moved = p.clone();
        moved[j] *= 1 + step;
        return likelihood(moved).logLikelihood(x, last, n);
    }

    private static BgBbLikelihood likelihood(double[] p) {
        return new BgBbLikelihood(p[0], p[1], p[2], p[3]);
    }

    /** All histories of six opportunities, times the orders in which they can happen, are one. */
    @Test
    void likelihood_sumsToOneOverAllHistories() {
        double sum = 0;
        BgBb model = new BgBb(GRAIN, 1.2, 0.75, 0.66, 2.8);
        for (int bits = 0; bits < 64; bits++) {
            int last = bits == 0 ? 0 : 32 - Integer.numberOfLeadingZeros(bits);
            sum += Math.exp(model.logLikelihood(PurchaseHistory.of(Integer.bitCount(bits), last, 6)));
        }
        assertThat(sum).isCloseTo(1, within(1e-13));
    }

    @Test
    void probabilities_sumToOneAndTheirMeanIsTheExpectation() {
        for (double[] p : new double[][] {{1.2, 0.75, 0.66, 2.8}, {0.1, 5, 1, 30}, {40, 60, 0.01, 0.02}}) {
            BgBbProcess process = new BgBbProcess(p[0], p[1], p[2], p[3]);
            for (int m : new int[] {0, 1, 7, 1500}) {
                double sum = 0;
                double mean = 0;
                for (int x = 0; x <= m; x++) {
                    double probability = process.probability(x, m);
                    sum += probability;
                    mean += x * probability;
                }
                assertThat(sum).isCloseTo(1, within(1e-10));
                assertThat(mean).isCloseTo(process.expectedPurchases(0, m), within(1e-9 * (1 + mean)));
                assertThat(process.someProbability(m)).isCloseTo(1 - process.probability(0, m), within(1e-11));
            }
        }
    }

    /** Beyond 1,000 opportunities a series is an integral with corrections: both ways must meet. */
    @Test
    void series_longEqualsShortPieces() {
        for (double[] p : new double[][] {{1.2, 0.75, 0.66, 2.8}, {0.1, 5, 0.05, 30}, {3, 600, 0.2, 500}}) {
            BgBbProcess process = new BgBbProcess(p[0], p[1], p[2], p[3]);
            double pieces = 0;
            double some = 0;
            for (int from = 0; from < 20_000; from += 500) {
                pieces += process.expectedPurchases(from, from + 500);
            }
            double waiting = p[0] / (p[0] + p[1]);
            double survival = 1;
            for (int i = 1; i <= 20_000; i++) {
                survival *= (p[3] + i - 1) / (p[2] + p[3] + i - 1);
                some += survival * waiting;
                waiting *= (p[1] + i - 1) / (p[0] + p[1] + i);
            }
            assertThat(process.expectedPurchases(0, 20_000)).isCloseTo(pieces, Percentage.withPercentage(1e-9));
            assertThat(process.someProbability(20_000)).isCloseTo(some, Percentage.withPercentage(1e-9));
            double ever = process.someProbability(Double.POSITIVE_INFINITY);
            assertThat(process.someProbability(1e15)).isBetween(0.99 * ever, ever);
            double t = process.nextPurchaseTime(0.5 * ever);
            assertThat(process.someProbability(t)).isGreaterThanOrEqualTo(0.5 * ever);
            assertThat(process.someProbability(t - 1)).isLessThan(0.5 * ever);
        }
    }

    /** A long horizon is summed as an integral: the same as counting through it. */
    @Test
    void probability_longHorizonEqualsCounting() {
        BgBbProcess process = new BgBbProcess(0.6, 40, 0.3, 30);
        for (int x : new int[] {0, 1, 20}) {
            double m = 30_000;
            double term = Math.exp(LogBeta.value(0.6 + x, 40)
                    - LogBeta.value(0.6, 40)
                    + LogBeta.value(1.3, 30 + x)
                    - LogBeta.value(0.3, 30));
            double sum = 0;
            for (double i = x; i < m; i++) {
                sum += term;
                term *= (i + 1) / (i + 1 - x) * ((40 + i - x) / (40.6 + i)) * ((30 + i) / (31.3 + i));
            }
            double counted = sum + term * (30.3 + m) / 0.3;
            assertThat(process.probability(x, m)).isCloseTo(counted, Percentage.withPercentage(1e-9));
            assertThat(process.probability(x, 1e14)).isBetween(0.0, 1.0);
        }
    }

    /** Without heterogeneity in leaving the mean of the next purchase is that of a geometric number. */
    @Test
    void meanNextPurchaseTime_almostHomogeneous() {
        BgBbProcess process = new BgBbProcess(2e7, 8e7, 1e7, 9e7);
        // leaves with .1 before each opportunity, buys with .2: P(i) is proportional to (.9 * .8)^i
        assertThat(process.meanNextPurchaseTime()).isCloseTo(1 / (1 - 0.72), Percentage.withPercentage(1e-4));
        assertThat(process.someProbability(Double.POSITIVE_INFINITY)).isCloseTo(0.9 * 0.2 / (1 - 0.72), within(1e-6));
        assertThat(new BgBbProcess(0.5, 1, 0.5, 1).meanNextPurchaseTime()).isInfinite();
    }

    @Test
    void simulate_meetsTheExpectation() {
        BgBb model = new BgBb(GRAIN, 1.2, 0.75, 0.66, 2.8);
        SplittableRandom random = new SplittableRandom(11);
        PurchaseHistory history = PurchaseHistory.of(3, 5, 6);
        int n = 200_000;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double[] times = model.simulate(history, 5, random);
            assertThat(Arrays.stream(times).allMatch(t -> t == Math.rint(t) && t >= 1 && t <= 5))
                    .isTrue();
            sum += times.length;
            squares += (double) times.length * times.length;
        }
        double mean = sum / n;
        double error = Math.sqrt((squares / n - mean * mean) / n);
        assertThat(mean).isCloseTo(model.expectedPurchases(history, 5), within(4 * error));
    }
}
