package org.crmkit.lifecycle.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.crmkit.core.time.TimeGrain.WEEK;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * CNBD answers given a history, for which no reference value is published, against BG/NBD at k = 1, against each other, and against simulation.
 *
 * <p>Simulation draws gap by gap ({@link BgSimulation}) and shares nothing with the sums of {@link HiddenEvents} but the posterior.
 */
class CnbdOracleTest {

    private static final DiscountRate TEN_PERCENT = new DiscountRate(0.1);

    @ParameterizedTest
    @CsvSource({"0, 0, 38.9", "2, 30.4, 38.9", "26, 30.9, 31", "500, 500, 501", "3, 4, 38"})
    void kOfOne_isTheModelWithRandomGaps(int x, double tX, double age) {
        PurchaseHistory history = PurchaseHistory.of(x, tX, age, 0);
        PurchaseModel regular = PurchaseModelFamily.mbgCnbd(1).model(WEEK, 0.5248, 6.183, 0.8914, 1.614, 1);
        PurchaseModel random = PurchaseModelFamily.mbgNbd().model(WEEK, 0.5248, 6.183, 0.8914, 1.614);

        for (double time : new double[] {1e-6, 1, 39, 1000, 1e5, 1e8}) {
            close(regular.expectedPurchases(history, time), random.expectedPurchases(history, time));
            close(regular.pAliveAfter(history, time), random.pAliveAfter(history, time));
        }
        close(regular.expectedPurchases(history, 50, 50.01), random.expectedPurchases(history, 50, 50.01));
        // a closed inner integral against a double sum; at 500 purchases mpmath says 329.5929519423
        close(regular.discountedPurchases(history, TEN_PERCENT), random.discountedPurchases(history, TEN_PERCENT));
        close(
                regular.timeToNextPurchase(history, 1e-3).orElse(-1),
                random.timeToNextPurchase(history, 1e-3).orElse(-1));
        for (int n = 0; n < 4; n++) {
            close(regular.pPurchases(history, n, 39), random.pPurchases(history, n, 39));
        }
    }

    @ParameterizedTest
    @CsvSource({"2, 0, 0, 0", "2, 2, 30.4, 38.9", "3, 5, 33, 38.9", "5, 8, 36, 37", "12, 4, 30, 36"})
    void answers_agreeWithEachOther(int k, int x, double tX, double age) {
        PurchaseHistory history = PurchaseHistory.of(x, tX, age, 0);
        PurchaseModel model = PurchaseModelFamily.mbgCnbd(k).model(WEEK, 0.6, 6.0 / k, 0.9, 2.1, k);
        double mean = 0;
        double mass = model.pNoPurchase(history, 39);
        for (int n = 1; n < 400; n++) {
            double p = model.pPurchases(history, n, 39);
            mean += n * p;
            mass += p;
        }

        assertThat(mass).isCloseTo(1, within(1e-10));
        close(model.expectedPurchases(history, 39), mean, 1e-9);
        close(
                model.discountedPurchases(history, TEN_PERCENT),
                model.discountedPurchases(history, TEN_PERCENT, 1e5),
                1e-9);
        close(model.expectedPurchases(history, 20, 39), mean - model.expectedPurchases(history, 20), 1e-9);
        model.timeToNextPurchase(history, 0.2)
                .ifPresent(time -> close(1 - model.pNoPurchase(history, time), 0.2, 1e-9));
    }

    @ParameterizedTest
    @CsvSource({"2, 2, 30.4, 38.9", "4, 8, 36, 37"})
    void expectation_isTheMeanOfSimulatedFutures(int k, int x, double tX, double age) {
        PurchaseHistory history = PurchaseHistory.of(x, tX, age, 0);
        PurchaseModel model = PurchaseModelFamily.bgCnbd(k).model(WEEK, 0.6, 6.0 / k, 0.9, 2.1, k);
        SplittableRandom random = new SplittableRandom(5);
        int draws = 40_000;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < draws; i++) {
            double n = model.simulate(history, 39, random).length;
            sum += n;
            squares += n * n;
        }
        double mean = sum / draws;
        double error = Math.sqrt((squares / draws - mean * mean) / draws);

        assertThat(model.expectedPurchases(history, 39)).isCloseTo(mean, within(4.5 * error));
    }

    private static void close(double actual, double expected) {
        close(actual, expected, 1e-9);
    }

    private static void close(double actual, double expected, double tolerance) {
        assertThat(actual).isCloseTo(expected, within(tolerance * Math.abs(expected) + 1e-300));
    }
}
