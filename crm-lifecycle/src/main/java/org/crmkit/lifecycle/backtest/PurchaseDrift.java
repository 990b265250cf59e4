package org.crmkit.lifecycle.backtest;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Arrays;
import java.util.List;
import org.crmkit.core.strategy.Drift;
import org.crmkit.lifecycle.purchase.PurchaseFit;
import org.crmkit.lifecycle.purchase.PurchaseHistories;
import org.crmkit.lifecycle.purchase.PurchaseHistory;
import org.crmkit.lifecycle.purchase.PurchaseModel;

/**
 * Whether the customers of today still behave as a fitted purchase model says.
 *
 * <p>Three tests of the numbers of repeat purchases, given each customer's age: the total against its expectation
 * ({@code tracking}), the histogram of the numbers by chi-square ({@code frequency-histogram}), and ten groups by
 * expectation ({@code calibration-deciles}). A refit is advised when one of them is beyond a third of the false-alarm rate (Bonferroni),
 * so the advice comes at most that often if nothing has changed.
 *
 * <p>Parameters of a fit are estimates: they miss by as much as a population of the size of the fit scatters, and other customers scatter
 * for themselves. {@link #check(PurchaseFit, PurchaseHistories, double)} counts both. On the customers of the fit itself, then or later, it is
 * less ready to raise an alarm than it could be, since their scatter is in the fit already. The rates were simulated in
 * {@code DriftRateTest}.
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
     * Tests a population against a fitted model, whose parameters are as uncertain as the fit says.
     *
     * @param fit a usable fit
     * @param today the histories of the customers of today, in the model's grain
     * @param falseAlarmRate how often a refit may be advised although nothing has changed, in (0, 1), such as 0.05
     * @return the findings; none, and no advice, for fewer than fifty customers
     * @throws IllegalStateException if the fit gave no usable model
     */
    public static Drift check(PurchaseFit fit, PurchaseHistories today, double falseAlarmRate) {
        return check(fit.usableModel(), ParameterNoise.of(fit), today, falseAlarmRate);
    }

    /**
     * Tests a population against a model whose parameters are taken for certain.
     *
     * @param model the model
     * @param today the histories of the customers of today, in the model's grain
     * @param falseAlarmRate how often a refit may be advised although nothing has changed, in (0, 1), such as 0.05
     * @return the findings; none, and no advice, for fewer than fifty customers
     */
    public static Drift check(PurchaseModel model, PurchaseHistories today, double falseAlarmRate) {
        return check(model, ParameterNoise.NONE, today, falseAlarmRate);
    }

    private static Drift check(
            PurchaseModel model, ParameterNoise noise, PurchaseHistories today, double falseAlarmRate) {
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
                groups("tracking", ages, moments, noise, 1, each),
                histogram(model, today, ages, noise, each),
                groups("calibration-deciles", ages, moments, noise, GROUPS, each));
        return new Drift(findings.stream().anyMatch(Drift.Finding::drifted), falseAlarmRate, findings);
    }

    /**
     * Squared distances of group totals from their expectations, each in units of its variance under the model.
     *
     * <p>A customer whose age is all that is known is expected to buy the more the older he is, so groups by expectation are groups by age;
     * an age belongs to one group as a whole. Their sum has the mean of a chi-square but, counts of purchases being skewed, a larger
     * variance.
     */
    private static Drift.Finding groups(
            String name, AgeClasses ages, CountMoments[] moments, ParameterNoise noise, int groups, double level) {
        int[] groupOf = groupOf(ages, groups);
        double[] off = new double[groups];
        double[] own = new double[groups];
        double[] fourth = new double[groups];
        for (int c = 0; c < ages.size(); c++) {
            int g = groupOf[c];
            long n = ages.customers(c);
            off[g] += ages.purchases(c) - n * moments[c].mean();
            own[g] += n * moments[c].variance();
            fourth[g] += n * moments[c].fourthCumulant();
        }
        double[][] effects = noise.effects(other -> {
            double[] totals = new double[groups];
            for (int c = 0; c < ages.size(); c++) {
                totals[groupOf[c]] += ages.customers(c) * other.expectedPurchasesOfNewCustomer(ages.age(c));
            }
            return totals;
        });
        SumOfSquares sum = new SumOfSquares(effects);
        for (int g = 0; g < groups; g++) {
            if (own[g] > 0) {
                sum.add(g, off[g], own[g], 2 + Math.max(0, fourth[g] / (own[g] * own[g])));
            }
        }
        return finding(name, sum, level);
    }

    /** The group of each class, by the middle of the class among all customers. */
    private static int[] groupOf(AgeClasses ages, int groups) {
        long all = 0;
        for (int c = 0; c < ages.size(); c++) {
            all += ages.customers(c);
        }
        int[] groupOf = new int[ages.size()];
        long before = 0;
        for (int c = 0; c < ages.size(); c++) {
            groupOf[c] = (int) ((2 * before + ages.customers(c)) * groups / (2 * all));
            before += ages.customers(c);
        }
        return groupOf;
    }

    private static Drift.Finding histogram(
            PurchaseModel model, PurchaseHistories today, AgeClasses ages, ParameterNoise noise, double level) {
        long[] observed = new long[MOST_BINS];
        for (int i = 0; i < today.size(); i++) {
            observed[Math.min(today.repeatPurchases(i), MOST_BINS - 1)]++;
        }
        double[] expected = new double[MOST_BINS];
        double rest = today.size();
        int single = 0;
        while (single < MOST_BINS - 1) {
            double here = expectedWith(model, ages, single);
            if (here < LEAST_EXPECTED || rest - here < LEAST_EXPECTED) {
                break;
            }
            expected[single++] = here;
            rest -= here;
        }
        // what is left makes the last bin
        expected[single] = rest;
        int bins = single + 1;
        double[][] effects = noise.effects(other -> {
            double[] counts = new double[bins];
            counts[bins - 1] = today.size();
            for (int n = 0; n < bins - 1; n++) {
                counts[n] = expectedWith(other, ages, n);
                counts[bins - 1] -= counts[n];
            }
            return counts;
        });
        SumOfSquares sum = new SumOfSquares(effects);
        long seen = 0;
        for (int i = 0; i < bins; i++) {
            long count = i < bins - 1 ? observed[i] : today.size() - seen;
            seen += count;
            if (expected[i] > 0) {
                sum.add(i, count - expected[i], expected[i], 2);
            }
        }
        sum.bindTotal();
        return finding("frequency-histogram", sum, level);
    }

    /** The expected number of customers with so many repeat purchases. */
    private static double expectedWith(PurchaseModel model, AgeClasses ages, int purchases) {
        double sum = 0;
        for (int c = 0; c < ages.size(); c++) {
            sum += ages.customers(c) * model.pPurchases(PurchaseHistory.NEW_CUSTOMER, purchases, ages.age(c));
        }
        return sum;
    }

    private static Drift.Finding finding(String name, SumOfSquares sum, double level) {
        double pValue = sum.pValue();
        return new Drift.Finding(name, sum.statistic(), pValue, pValue < level);
    }
}
