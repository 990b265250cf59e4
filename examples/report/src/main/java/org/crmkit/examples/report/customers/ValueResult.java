package org.crmkit.examples.report.customers;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import org.crmkit.core.summary.SummaryTable;
import org.crmkit.examples.report.intake.InputProblem;
import org.crmkit.lifecycle.purchase.BuyerState;
import org.crmkit.lifecycle.purchase.Buyers;
import org.crmkit.lifecycle.purchase.PurchaseHistories;
import org.crmkit.lifecycle.purchase.PurchaseHistory;
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
        SummaryTable summaries = Population.byDay(table, choice.calibrationEnd(table.asOf()), zone);
        ValueFit fit = ValueFit.of(summaries, choice, table.log().hasAmounts(), netReturns);
        if (fit.buyers().size() == 0 && choice.calibrateUntil().isPresent()) {
            throw new InputProblem("--calibrate-until %s: nobody had bought by then".formatted(fit.lastDay()));
        }
        Optional<HoldoutCheck> check = HoldoutCheck.of(table, choice, fit, zone);
        ValueResult result = new ValueResult(choice, fit, check, table.size());
        for (int buyer = 0; buyer < fit.buyers().size(); buyer++) {
            result.describe(buyer);
        }
        fit.purchaseModel().ifPresent(model -> result.lookAhead(model, threads));
        return result;
    }

    private void describe(int buyer) {
        Buyers buyers = fit.buyers();
        int row = buyers.row(buyer);
        BuyerState state = buyers.state(buyer);
        PurchaseHistory history = buyers.history(buyer);
        x[row] = history.repeatPurchases();
        recency[row] = history.recency();
        age[row] = history.age();
        Optional<SpendModel> spend = fit.spendModel();
        if (fit.spend().isPresent()) {
            meanSpend[row] = state.meanRepeatSpend();
        }
        if (spend.isPresent()) {
            expectedSpend[row] = SpendPolicy.STANDARD
                    .expectedSpend(spend.get(), state.repeatPurchases(), state.meanRepeatSpend(), state.firstSpend())
                    .orElse(Double.NaN);
        }
    }

    private void lookAhead(PurchaseModel model, int threads) {
        Buyers buyers = fit.buyers();
        PurchaseHistories histories = buyers.histories();
        double[] alive = model.pAlive(histories);
        double[] expected = model.expectedPurchases(histories, choice.horizonInGrains());
        double[] discounted = new DiscountedPurchases(model, choice, threads).of(buyers, alive);
        for (int buyer = 0; buyer < alive.length; buyer++) {
            int row = buyers.row(buyer);
            pAlive[row] = alive[buyer];
            expectedPurchases[row] = expected[buyer];
            clv[row] = discounted[buyer] * expectedSpend[row] * choice.margin();
        }
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
