package org.crmkit.lifecycle.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Percentage;
import org.crmkit.core.time.TimeGrain;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The discounted purchases of a horizon against their definition, a sum over two thousand short steps with Simpson's weights. */
class DiscountedHorizonTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 52, 0.1",
        "0, 0, 0, 1000, 0.1",
        "2, 30.43, 38.86, 52, 0.1",
        "2, 30.43, 38.86, 520, 2",
        "29, 30, 38.86, 52, 0.1",
        "300, 50, 50.1, 104, 0.1",
        "1, 2, 3, 0.01, 0.1",
        "4, 38.86, 38.86, 39, 9",
        "0, 0, 500, 2000, 0.15"
    })
    void bgAndMbg(int x, double tX, double age, double horizon, double annualRate) {
        PurchaseHistory history = PurchaseHistory.of(x, tX, age);
        DiscountRate rate = new DiscountRate(annualRate);
        double delta = rate.continuousPer(TimeGrain.WEEK);
        for (PurchaseModelFamily family :
                new PurchaseModelFamily[] {PurchaseModelFamily.bgNbd(), PurchaseModelFamily.mbgNbd()}) {
            PurchaseModel model = family.model(TimeGrain.WEEK, 0.2426, 4.4136, 0.7929, 2.4259);
            close(
                    model.discountedPurchases(history, rate, horizon),
                    byDefinition(model, history, delta, horizon),
                    1e-8);
        }
    }

    /** Regular buyers come in waves, which no coarse grid may miss. */
    @ParameterizedTest
    @CsvSource({
        "2, 0, 0, 0, 52, 0.1",
        "3, 2, 30.43, 38.86, 52, 0.1",
        "3, 30, 38.5, 38.86, 104, 0.1",
        "6, 40, 100, 103, 52, 0.3",
        "12, 20, 38, 38.86, 52, 0.1",
        "12, 5, 30, 38.86, 520, 1",
        "12, 0, 0, 38.86, 52, 0.1"
    })
    void cnbd(int k, int x, double tX, double age, double horizon, double annualRate) {
        PurchaseHistory history = PurchaseHistory.of(x, tX, age);
        DiscountRate rate = new DiscountRate(annualRate);
        double delta = rate.continuousPer(TimeGrain.WEEK);
        for (PurchaseModelFamily family :
                new PurchaseModelFamily[] {PurchaseModelFamily.bgCnbd(k), PurchaseModelFamily.mbgCnbd(k)}) {
            PurchaseModel model = family.model(TimeGrain.WEEK, 0.2426, 4.4136 / k, 0.7929, 2.4259, k);
            close(
                    model.discountedPurchases(history, rate, horizon),
                    byDefinition(model, history, delta, horizon),
                    1e-7);
        }
    }

    private static void close(double actual, double expected, double percent) {
        assertThat(actual).isCloseTo(expected, Percentage.withPercentage(percent));
    }

    /** By parts, on a grid that is finer near the start: u = horizon v^3. */
    private static double byDefinition(PurchaseModel model, PurchaseHistory history, double delta, double horizon) {
        int n = 2000;
        double integral = 0;
        for (int i = 0; i <= n; i++) {
            double v = (double) i / n;
            double weight = i == 0 || i == n ? 1 : i % 2 == 1 ? 4 : 2;
            double u = horizon * v * v * v;
            integral += weight * 3 * v * v * horizon * Math.exp(-delta * u) * model.expectedPurchases(history, u);
        }
        return Math.exp(-delta * horizon) * model.expectedPurchases(history, horizon) + delta * integral / (3 * n);
    }
}
