package org.crmkit.examples.report.customers;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import org.crmkit.core.summary.SummaryTable;
import org.crmkit.examples.report.intake.InputProblem;
import org.crmkit.lifecycle.purchase.Buyers;
import org.crmkit.lifecycle.purchase.PurchaseHistories;
import org.crmkit.lifecycle.purchase.PurchaseModel;
import org.crmkit.lifecycle.spend.SpendModel;
import org.crmkit.lifecycle.spend.SpendPolicy;

/** What lies ahead of each customer; index i is the customer at i of the table, NaN is not known. */
public final class ValueResult {

    private final ValueChoice choice;
    private final ValueFit fit;
    private final Optional<HoldoutCheck> check;
    private final int[] x;
    private final double[] recency;
    private final double[] age;
    private final double[] meanSpend;
    private final double[] pAlive;
    private final double[] expectedPurchases;
    private final double[] expectedSpend;
    private final double[] clv;

    private ValueResult(ValueChoice choice, ValueFit fit, Optional<HoldoutCheck> check, int customers) {
        this.choice = choice;
        this.fit = fit;
        this.check = check;
        x = new int[customers];
        Arrays.fill(x, -1);
        recency = unknown(customers);
        age = unknown(customers);
        meanSpend = unknown(customers);
        pAlive = unknown(customers);
        expectedPurchases = unknown(customers);
        expectedSpend = unknown(customers);
        clv = unknown(customers);
    }

    private static double[] unknown(int customers) {
        double[] column = new double[customers];
        Arrays.fill(column, Double.NaN);
        return column;
    }

    /**
     * Fits the models and looks ahead from the end of calibration.
     *
     * @param table the customers
     * @param choice how
     * @param zone the zone of the table's days
     * @param netReturns whether returns are taken off spend
     * @param threads results do not depend on it
     * @return the columns
     * @throws InputProblem if nobody bought by the end of calibration
     */
    public static ValueResult of(
            CustomerTable table, ValueChoice choice, ZoneId zone, boolean netReturns, int threads) {
        LocalDate lastDay = table.asOf().minusDays(1);
        LocalDate end = choice.calibrationEnd(table.asOf());
        if (end.isAfter(lastDay)) {
            throw new InputProblem("--calibrate-until %s: must be before %s, the day of the analysis (--as-of)"
                    .formatted(end, table.asOf()));
        }
        SummaryTable known = Population.byDay(table, lastDay, zone);
        SummaryTable learned = end.equals(lastDay) ? known : Population.byDay(table, end, zone);
        ValueFit fit = ValueFit.of(
                learned, choice.grain(), choice.candidates(), table.log().hasAmounts(), netReturns, threads);
        if (fit.buyers().size() == 0 && choice.calibrateUntil().isPresent()) {
            throw new InputProblem("--calibrate-until %s: nobody had bought by then".formatted(fit.lastDay()));
        }
        LocalDate firstDay = LocalDate.ofEpochDay(table.log().firstEpochDay());
        Optional<HoldoutCheck> check = HoldoutCheck.of(known, firstDay, choice, fit);
        ValueResult result = new ValueResult(choice, fit, check, table.size());
        PurchaseHistories histories = fit.buyers().histories();
        result.describe(histories);
        fit.purchaseModel()
                .ifPresent(model -> ParallelRows.ranges(histories.size(), threads, (from, to) -> {
                    result.forecast(model, part(histories, from, to), from);
                    return to - from;
                }));
        return result;
    }

    private void describe(PurchaseHistories histories) {
        Buyers buyers = fit.buyers();
        double[] means = buyers.meanRepeatSpends();
        double[] firsts = buyers.firstSpends();
        Optional<SpendModel> spend = fit.spendModel();
        for (int i = 0; i < histories.size(); i++) {
            int row = buyers.row(i);
            x[row] = histories.repeatPurchases(i);
            recency[row] = histories.recency(i);
            age[row] = histories.age(i);
            meanSpend[row] = fit.spend().isPresent() ? means[i] : Double.NaN;
            expectedSpend[row] = spend.isPresent()
                    ? SpendPolicy.STANDARD
                            .expectedSpend(spend.get(), x[row], means[i], firsts[i])
                            .orElse(Double.NaN)
                    : Double.NaN;
        }
    }

    /** Fills the forecasts of some buyers; each row is written by one thread. */
    private void forecast(PurchaseModel model, PurchaseHistories histories, int from) {
        double[] alive = model.pAlive(histories);
        double[] expected = model.expectedPurchases(histories, choice.horizonInGrains());
        double[] discounted = model.discountedPurchases(histories, choice.rate(), choice.horizonInGrains());
        for (int i = 0; i < alive.length; i++) {
            int row = fit.buyers().row(from + i);
            pAlive[row] = alive[i];
            expectedPurchases[row] = expected[i];
            clv[row] = discounted[i] * expectedSpend[row] * choice.margin();
        }
    }

    /** No forecast looks at the gaps: what they say is in the parameters. */
    private static PurchaseHistories part(PurchaseHistories all, int from, int to) {
        int[] purchases = new int[to - from];
        double[] last = new double[to - from];
        double[] ages = new double[to - from];
        for (int i = 0; i < purchases.length; i++) {
            purchases[i] = all.repeatPurchases(from + i);
            last[i] = all.recency(from + i);
            ages[i] = all.age(from + i);
        }
        return PurchaseHistories.of(purchases, last, ages);
    }

    /**
     * Returns how the report looked ahead.
     *
     * @return the choice
     */
    public ValueChoice choice() {
        return choice;
    }

    /**
     * Returns the fitted models.
     *
     * @return with their diagnostics
     */
    public ValueFit fit() {
        return fit;
    }

    /**
     * Returns how predictions compare with what happened.
     *
     * @return empty if there is too little time to set apart
     */
    public Optional<HoldoutCheck> check() {
        return check;
    }

    /**
     * Returns the number of customers.
     *
     * @return at least zero
     */
    public int size() {
        return x.length;
    }

    /**
     * Returns the repeat purchases in calibration.
     *
     * @param customer from zero
     * @return at least zero; negative if the customer had not bought by its end
     */
    public int x(int customer) {
        return x[customer];
    }

    /**
     * Returns the time from the first to the last purchase.
     *
     * @param customer from zero
     * @return in grains, unrounded
     */
    public double recency(int customer) {
        return recency[customer];
    }

    /**
     * Returns the time from the first purchase to the end of calibration.
     *
     * @param customer from zero
     * @return in grains, unrounded
     */
    public double age(int customer) {
        return age[customer];
    }

    /**
     * Returns the mean amount of the repeat purchase days.
     *
     * @param customer from zero
     * @return in the major unit; zero without repeat purchases
     */
    public double meanSpend(int customer) {
        return meanSpend[customer];
    }

    /**
     * Returns the chance that a customer still is one.
     *
     * @param customer from zero
     * @return in [0, 1]
     */
    public double pAlive(int customer) {
        return pAlive[customer];
    }

    /**
     * Returns the expected purchases within the horizon.
     *
     * @param customer from zero
     * @return at least zero
     */
    public double expectedPurchases(int customer) {
        return expectedPurchases[customer];
    }

    /**
     * Returns the expected amount of a purchase.
     *
     * @param customer from zero
     * @return in the major unit, at least zero
     */
    public double expectedSpend(int customer) {
        return expectedSpend[customer];
    }

    /**
     * Returns the lifetime value within the horizon.
     *
     * @param customer from zero
     * @return in the major unit, discounted, times the margin
     */
    public double clv(int customer) {
        return clv[customer];
    }
}
