package org.crmkit.lifecycle.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.crmkit.core.time.TimeGrain;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where buyers are regular (refills, monthly orders), the calibration alone says so, and forecasts gain by it. Simulated, seeded. */
class RegularBuyersTest {

    private static final int WEEKS = 52;

    private final List<PurchaseHistory> calibration = new ArrayList<>();
    private final List<Integer> holdout = new ArrayList<>();

    private void simulate(PurchaseModel truth, int customers, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < customers; i++) {
            int purchases = 0;
            double last = 0;
            double logGaps = 0;
            double[] times = truth.simulate(PurchaseHistory.NEW_CUSTOMER, 2 * WEEKS, random);
            for (double time : times) {
                if (time <= WEEKS) {
                    logGaps += Math.log(time - last);
                    last = time;
                    purchases++;
                }
            }
            calibration.add(PurchaseHistory.of(purchases, last, WEEKS, logGaps));
            holdout.add(times.length - purchases);
        }
    }

    /** Returns the mean of the squared errors of the second year. */
    private double error(PurchaseModel model) {
        double sum = 0;
        for (int i = 0; i < holdout.size(); i++) {
            double off = model.expectedPurchases(calibration.get(i), WEEKS) - holdout.get(i);
            sum += off * off;
        }
        return sum / holdout.size();
    }

    @ParameterizedTest
    @CsvSource({"mbg, 2", "mbg, 4", "bg, 3"})
    void calibrationPicksK_andTheHoldoutGains(String kind, int k) {
        PurchaseModelFamily choosing = kind.equals("bg") ? PurchaseModelFamily.bgCnbd() : PurchaseModelFamily.mbgCnbd();
        PurchaseModelFamily random = kind.equals("bg") ? PurchaseModelFamily.bgNbd() : PurchaseModelFamily.mbgNbd();
        simulate(choosing.model(TimeGrain.WEEK, 1.5, 4.0 / k, 0.7, 4, k), 4_000, 20 + k);
        PurchasePatterns patterns = PurchasePatterns.of(TimeGrain.WEEK, calibration);

        PurchaseModel regular = choosing.fit(patterns).usableModel();
        PurchaseModel plain = random.fit(patterns).usableModel();

        assertThat(regular.parameters().get("k")).isEqualTo(k);
        assertThat(error(regular)).isLessThan(0.99 * error(plain));
    }
}
