package org.crmkit.lifecycle.backtest;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.crmkit.core.strategy.Drift;
import org.crmkit.lifecycle.purchase.PurchaseHistories;
import org.crmkit.lifecycle.purchase.PurchaseHistory;
import org.crmkit.lifecycle.purchase.PurchaseModel;

/**
 * Whether the customers of today still behave as a fitted purchase model says.
 *
 * <p>Three tests of the numbers of repeat purchases, given each customer's age: the total against its expectation
 * ({@code tracking}), the histogram of the numbers by chi-square ({@code frequency-histogram}), and ten groups by
 * expectation ({@code calibration-deciles}). A refit is advised when one of them is beyond a third of the false-alarm rate (Bonferroni),
 * so the advice comes at most that often if nothing has changed: 4.6, 5.6 and 5.0 times in a hundred for a stated 5 %, in simulated
 * populations of 200, 1,000 and 5,000 customers with the parameters of CDNOW. On the data of the fit itself it comes more seldom; the
 * uncertainty of fitted parameters is not counted, so a model fitted on far fewer customers than are tested is found wanting sooner.
 */
public final class PurchaseDrift {

    /** Cochran's rule for the chi-square approximation. */
    private static final double LEAST_EXPECTED = 5;

    private static final int MOST_BINS = 30;

    private static final int GROUPS = 10;

    /** Below this the sums over groups are far from normal, and nothing is said. */
    private static final int LEAST_CUSTOMERS = 50;

    private static final int TESTS = 3;

    private PurchaseDrift() {}

    /**
     * Tests a population against a model.
     *
     * @param model the fitted model
     * @param today the histories of the customers of today, in the model's grain
     * @param falseAlarmRate how often a refit may be advised although nothing has changed, in (0, 1), such as 0.05
     * @return the findings; none, and no advice, for fewer than fifty customers
     */
    public static Drift check(PurchaseModel model, PurchaseHistories today, double falseAlarmRate) {
        checkArgument(
                falseAlarmRate > 0 && falseAlarmRate < 1, "falseAlarmRate must be in (0, 1), was %s", falseAlarmRate);
        if (today.size() < LEAST_CUSTOMERS) {
            return new Drift(false, falseAlarmRate, List.of());
        }
        double each = falseAlarmRate / TESTS;
        AgeClasses ages = AgeClasses.of(today);
        CountMoments[] moments = new CountMoments[ages.size()];
        Arrays.setAll(moments, c -> CountMoments.of(model, ages.age(c)));
        List<Drift.Finding> findings = List.of(
                groups("tracking", ages, moments, 1, each),
                histogram(model, today, ages, each),
                groups("calibration-deciles", ages, moments, GROUPS, each));
        return new Drift(findings.stream().anyMatch(Drift.Finding::drifted), falseAlarmRate, findings);
    }

    /**
     * Squared distances of group totals from their expectations, each in units of its variance under the model.
     *
     * <p>A customer whose age is all that is known is expected to buy the more the older he is, so groups by expectation are groups by age;
     * an age belongs to one group as a whole. Their sum has the mean of a chi-square but, counts of purchases being skewed, a larger
     * variance: it is matched by a scaled chi-square with the same mean and variance (Satterthwaite 1946).
     */
    private static Drift.Finding groups(
            String name, AgeClasses ages, CountMoments[] moments, int groups, double level) {
        double[] off = new double[groups];
        double[] own = new double[groups];
        double[] fourth = new double[groups];
        long all = 0;
        for (int c = 0; c < ages.size(); c++) {
            all += ages.customers(c);
        }
        long before = 0;
        for (int c = 0; c < ages.size(); c++) {
            long n = ages.customers(c);
            // by the middle of the class
            int g = (int) ((2 * before + n) * groups / (2 * all));
            off[g] += ages.purchases(c) - n * moments[c].mean();
            own[g] += n * moments[c].variance();
            fourth[g] += n * moments[c].fourthCumulant();
            before += n;
        }
        double statistic = 0;
        double variance = 0;
        int used = 0;
        for (int g = 0; g < groups; g++) {
            if (own[g] > 0) {
                statistic += off[g] * off[g] / own[g];
                variance += 2 + Math.max(0, fourth[g] / (own[g] * own[g]));
                used++;
            }
        }
        double scale = used == 0 ? 1 : variance / (2 * used);
        return finding(name, statistic / scale, used / scale, level);
    }

    private static Drift.Finding histogram(
            PurchaseModel model, PurchaseHistories today, AgeClasses ages, double level) {
        long[] observed = new long[MOST_BINS];
        for (int i = 0; i < today.size(); i++) {
            observed[Math.min(today.repeatPurchases(i), MOST_BINS - 1)]++;
        }
        double[] expected = new double[MOST_BINS];
        double rest = today.size();
        int bins = 0;
        while (bins < MOST_BINS - 1) {
            double here = 0;
            for (int c = 0; c < ages.size(); c++) {
                here += ages.customers(c) * model.pPurchases(PurchaseHistory.NEW_CUSTOMER, bins, ages.age(c));
            }
            if (here < LEAST_EXPECTED || rest - here < LEAST_EXPECTED) {
                break;
            }
            expected[bins++] = here;
            rest -= here;
        }
        // what is left makes the last bin
        expected[bins] = rest;
        double statistic = 0;
        long seen = 0;
        for (int i = 0; i <= bins; i++) {
            long count = i < bins ? observed[i] : today.size() - seen;
            seen += count;
            statistic += expected[i] > 0 ? (count - expected[i]) * (count - expected[i]) / expected[i] : 0;
        }
        return finding("frequency-histogram", statistic, bins, level);
    }

    private static Drift.Finding finding(String name, double statistic, double degrees, double level) {
        double pValue = degrees == 0 ? 1 : ChiSquaredDistribution.of(degrees).survivalProbability(statistic);
        return new Drift.Finding(name, statistic, pValue, pValue < level);
    }
}
