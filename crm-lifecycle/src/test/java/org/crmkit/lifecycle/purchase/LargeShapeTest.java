package org.crmkit.lifecycle.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.data.Percentage;
import org.crmkit.core.time.TimeGrain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Customers who buy at practically the same rate, or practically regularly: fits at the border give such parameters, with r up to a million.
 *
 * <p>Expected purchases then bend within a gap between purchases, and their series grows to 1e100 and falls again, which no double survives.
 */
class LargeShapeTest {

    private static final DiscountRate RATE = new DiscountRate(0.1);
    private static final Percentage EXACT = Percentage.withPercentage(1e-9);

    /** Between zero and the purchases of somebody who stays for certain, and the way of the quadrature. */
    @ParameterizedTest
    @CsvSource({"50, 100", "200, 400", "500, 1000", "1e4, 2e4", "1e6, 2e6"})
    void expectedPurchasesStayOnTheirScale(double r, double alpha) {
        PurchaseModel model = PurchaseModelFamily.mbgNbd().model(TimeGrain.WEEK, r, alpha, 0.9, 1.6);
        PurchaseHistory history = PurchaseHistory.of(5, 70, 71.5);
        double before = 0;
        for (double time : new double[] {1, 10, 52, 100, 300, 1000, 3000, 1e4}) {
            double expected = model.expectedPurchases(history, time);
            double direct = BgExpectation.purchasesBetween(r + 5, alpha + 71.5, 0.9, 1.6 + 6, 0, time);
            assertThat(expected)
                    .isCloseTo(direct * model.pAlive(history), EXACT)
                    .isBetween(before, 0.6 * time);
            before = expected;
        }
    }

    static List<PurchaseModel> models() {
        TimeGrain week = TimeGrain.WEEK;
        return List.of(
                PurchaseModelFamily.mbgNbd().model(week, 0.52, 6.18, 0.89, 1.61),
                PurchaseModelFamily.mbgNbd().model(week, 50, 100, 0.9, 1.6),
                PurchaseModelFamily.mbgNbd().model(week, 500, 1000, 0.9, 1.6),
                PurchaseModelFamily.mbgNbd().model(week, 1e6, 2e6, 0.9, 1.6),
                PurchaseModelFamily.mbgNbd().model(week, 1e4, 2e4, 1e4, 1e5),
                PurchaseModelFamily.bgNbd().model(week, 5e3, 1e4, 100, 1e3),
                PurchaseModelFamily.paretoNbd().model(week, 500, 1000, 0.5, 30),
                PurchaseModelFamily.mbgCnbd(3).model(week, 0.8, 2, 0.5, 3, 3));
    }

    /** What comes after ten thousand weeks counts {@code 1.1^-192 = 1e-8}, and is added as it comes. */
    @ParameterizedTest
    @MethodSource("models")
    void discountingToAFarHorizon_isDiscountingForEver(PurchaseModel model) {
        PurchaseHistory history = PurchaseHistory.of(5, 70, 71.5, 12);
        double endless = model.discountedPurchases(history, RATE);
        double far = model.discountedPurchases(history, RATE, 3e4);
        assertThat(far).isCloseTo(endless, EXACT);
    }

    /** Every third event of 250 in 110 weeks: the waves of the next purchases are still there at the horizon. */
    @ParameterizedTest
    @CsvSource({"4, 50", "12, 50"})
    void wavesOfRegularPurchasesAreFollowed(int k, int x) {
        PurchaseModel model = PurchaseModelFamily.mbgCnbd(k).model(TimeGrain.WEEK, 0.8, 2, 0.5, 30, k);
        PurchaseHistory history = PurchaseHistory.of(x, 108, 110, 0);
        double delta = RATE.continuousPer(TimeGrain.WEEK);
        double direct = model.expectedPurchases(history, 52) * Math.exp(-52 * delta)
                + PanelQuadrature.integrate(
                        u -> delta * Math.exp(-delta * u) * model.expectedPurchases(history, u), 0, 2, 13, 26, 52);
        assertThat(model.discountedPurchases(history, RATE, 52)).isCloseTo(direct, EXACT);
    }

    @Test
    void aBatchOfSuchCustomersIsTheSame() {
        PurchaseModel model = PurchaseModelFamily.bgNbd().model(TimeGrain.WEEK, 500, 1000, 0.9, 1.6);
        PurchaseHistories histories = PurchaseHistories.of(
                new int[] {0, 5, 5, 90}, new double[] {0, 70, 60, 70}, new double[] {71, 71, 71, 80});
        double[] expected = model.expectedPurchases(histories, 300);
        double[] discounted = model.discountedPurchases(histories, RATE, 300);
        for (int i = 0; i < histories.size(); i++) {
            assertThat(expected[i]).isEqualTo(model.expectedPurchases(histories.get(i), 300));
            assertThat(discounted[i]).isEqualTo(model.discountedPurchases(histories.get(i), RATE, 300));
        }
    }
}
