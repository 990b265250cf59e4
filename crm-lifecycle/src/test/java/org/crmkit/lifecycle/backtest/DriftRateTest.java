package org.crmkit.lifecycle.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.crmkit.core.time.TimeGrain;
import org.crmkit.lifecycle.purchase.PurchaseFit;
import org.crmkit.lifecycle.purchase.PurchaseHistories;
import org.crmkit.lifecycle.purchase.PurchaseHistory;
import org.crmkit.lifecycle.purchase.PurchaseModel;
import org.crmkit.lifecycle.purchase.PurchaseModelFamily;
import org.crmkit.lifecycle.purchase.PurchasePatterns;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The stated rate of false alarms, by simulation: populations in which nothing has changed, drawn from MBG/NBD with the parameters of CDNOW.
 *
 * <p>With {@code -Dcrm.slow=true} 1,000 populations of each kind, otherwise 60. Found then, in a hundred: the model known 3.8, 5.5 and 4.8; the same
 * customers 0.8 and, half a year later, 0.6; others 5.8 and 4.0, four times as many 4.0; fits of 200 customers 8.4, of 250 for 1,000 others 6.0.
 */
class DriftRateTest {

    private static final int POPULATIONS = Boolean.getBoolean("crm.slow") ? 1_000 : 60;
    private static final double STATED = 0.05;

    private static final PurchaseModelFamily FAMILY = PurchaseModelFamily.mbgNbd();
    private static final PurchaseModel TRUTH = FAMILY.model(TimeGrain.WEEK, 0.525, 6.183, 0.891, 1.614);

    /** Customers of 27 to 39 weeks as they are now and half a year later. */
    private static PurchaseHistories[] customers(int size, Random random) {
        int[][] x = new int[2][size];
        double[][] recency = new double[2][size];
        double[][] age = new double[2][size];
        for (int i = 0; i < size; i++) {
            age[0][i] = 27 + i % 13;
            age[1][i] = age[0][i] + 26;
            for (double time : TRUTH.simulate(PurchaseHistory.NEW_CUSTOMER, age[1][i], random)) {
                for (int later = time <= age[0][i] ? 0 : 1; later < 2; later++) {
                    x[later][i]++;
                    recency[later][i] = time;
                }
            }
        }
        return new PurchaseHistories[] {
            PurchaseHistories.of(x[0], recency[0], age[0]), PurchaseHistories.of(x[1], recency[1], age[1])
        };
    }

    private static PurchaseFit fit(PurchaseHistories histories) {
        List<PurchaseHistory> list =
                IntStream.range(0, histories.size()).mapToObj(histories::get).toList();
        return FAMILY.fit(PurchasePatterns.of(TimeGrain.WEEK, list));
    }

    private static boolean alarm(String kind, int size, Random random) {
        PurchaseHistories[] known = customers(kind.equals("others, four times as many") ? size / 4 : size, random);
        PurchaseHistories today = switch (kind) {
            case "the model known", "the same customers" -> known[0];
            case "the same half a year later" -> known[1];
            default -> customers(size, random)[0];
        };
        return kind.equals("the model known")
                ? PurchaseDrift.check(TRUTH, today, STATED).drifted()
                : PurchaseDrift.check(fit(known[0]), today, STATED).drifted();
    }

    /** The rate that is promised, and for fits of so few customers that their standard errors are themselves in error the rate that was found. */
    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({
        "the model known, 200, 0.05",
        "the model known, 1000, 0.05",
        "the model known, 5000, 0.05",
        "the same customers, 1000, 0.05",
        "the same half a year later, 1000, 0.05",
        "'others, as many', 1000, 0.05",
        "'others, as many', 5000, 0.05",
        "'others, four times as many', 4000, 0.05",
        "'others, as many', 200, 0.12",
        "'others, four times as many', 1000, 0.09"
    })
    void falseAlarmsComeAtMostAtTheRate(String kind, int size, double rate) {
        int alarms = 0;
        for (int seed = 0; seed < POPULATIONS; seed++) {
            alarms += alarm(kind, size, new Random(31L * size + seed)) ? 1 : 0;
        }
        double expected = rate * POPULATIONS;
        // three standard deviations of the count
        assertThat((double) alarms)
                .as("alarms in %s populations of %s, %s", POPULATIONS, size, kind)
                .isLessThanOrEqualTo(expected + 3 * Math.sqrt(expected * (1 - rate)));
    }
}
