package org.crmkit.lifecycle.backtest;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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
        CountMoments[] moments = moments(model, today);
        List<Drift.Finding> findings = List.of(
                groups("tracking", today, moments, 1, each),
                histogram(model, today, each),
                groups("calibration-deciles", today, moments, GROUPS, each));
        return new Drift(findings.stream().anyMatch(Drift.Finding::drifted), falseAlarmRate, findings);
    }

    private static CountMoments[] moments(PurchaseModel model, PurchaseHistories today) {
        Map<Double, CountMoments> byAge = new HashMap<>();
        CountMoments[] moments = new CountMoments[today.size()];
        for (int i = 0; i < moments.length; i++) {
            moments[i] = byAge.computeIfAbsent(today.age(i), age -> CountMoments.of(model, age));
        }
        return moments;
    }

    /**
     * Squared distances of group totals from their expectations, each in units of its variance under the model.
     *
     * <p>Their sum has the mean of a chi-square but, counts of purchases being skewed, a larger variance: it is matched by a
     * scaled chi-square with the same mean and variance (Satterthwaite 1946).
     */
    private static Drift.Finding groups(
            String name, PurchaseHistories today, CountMoments[] moments, int groups, double level) {
        int n = moments.length;
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted((a, b) -> Double.compare(moments[a].mean(), moments[b].mean()))
                .mapToInt(Integer::intValue)
                .toArray();
        double statistic = 0;
        double variance = 0;
        int used = 0;
        for (int g = 0; g < groups; g++) {
            double off = 0;
            double own = 0;
            double fourth = 0;
            for (int k = (int) ((long) n * g / groups); k < (int) ((long) n * (g + 1) / groups); k++) {
                off += today.repeatPurchases(order[k]) - moments[order[k]].mean();
                own += moments[order[k]].variance();
                fourth += moments[order[k]].fourthCumulant();
            }
            if (own > 0) {
                statistic += off * off / own;
                variance += 2 + Math.max(0, fourth / (own * own));
                used++;
            }
        }
        double scale = used == 0 ? 1 : variance / (2 * used);
        return finding(name, statistic / scale, used / scale, level);
    }

    private static Drift.Finding histogram(PurchaseModel model, PurchaseHistories today, double level) {
        Map<Double, Integer> ages = new HashMap<>();
        long[] observed = new long[MOST_BINS];
        for (int i = 0; i < today.size(); i++) {
            ages.merge(today.age(i), 1, Integer::sum);
            observed[Math.min(today.repeatPurchases(i), MOST_BINS - 1)]++;
        }
        double[] expected = new double[MOST_BINS];
        double rest = today.size();
        int bins = 0;
        while (bins < MOST_BINS - 1) {
            double here = 0;
            for (Map.Entry<Double, Integer> age : ages.entrySet()) {
                here += age.getValue() * model.pPurchases(PurchaseHistory.NEW_CUSTOMER, bins, age.getKey());
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
