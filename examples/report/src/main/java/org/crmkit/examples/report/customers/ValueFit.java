package org.crmkit.examples.report.customers;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.crmkit.core.summary.SummaryTable;
import org.crmkit.core.time.TimeGrain;
import org.crmkit.lifecycle.backtest.ModelChoice;
import org.crmkit.lifecycle.purchase.BuyerState;
import org.crmkit.lifecycle.purchase.Buyers;
import org.crmkit.lifecycle.purchase.PurchaseFit;
import org.crmkit.lifecycle.purchase.PurchaseModel;
import org.crmkit.lifecycle.purchase.PurchaseModelFamily;
import org.crmkit.lifecycle.purchase.PurchasePatterns;
import org.crmkit.lifecycle.spend.SpendFit;
import org.crmkit.lifecycle.spend.SpendModel;
import org.crmkit.lifecycle.spend.SpendSample;
import org.crmkit.lifecycle.spend.SpendStrategy;

/** The models of purchases and of spend, fitted on what is known at the end of a day. */
public final class ValueFit {

    private final Buyers buyers;
    private final ModelChoice choice;
    private final Optional<SpendFit> spend;

    private ValueFit(Buyers buyers, ModelChoice choice, Optional<SpendFit> spend) {
        this.buyers = buyers;
        this.choice = choice;
        this.spend = spend;
    }

    /** Fits purchases by the families, which compete, and spend where there are amounts. */
    static ValueFit of(
            SummaryTable summaries,
            TimeGrain grain,
            List<PurchaseModelFamily> families,
            boolean hasAmounts,
            boolean netReturns,
            int threads) {
        Buyers buyers = Buyers.of(summaries, grain, netReturns ? BuyerState.Returns.NET : BuyerState.Returns.IGNORE);
        Optional<SpendFit> spend = hasAmounts
                ? Optional.of(SpendStrategy.gammaGamma()
                        .fit(SpendSample.of(buyers.repeatPurchases(), buyers.meanRepeatSpends())))
                : Optional.empty();
        PurchasePatterns patterns = buyers.patterns();
        return new ValueFit(
                buyers, ModelChoice.among(ParallelRows.map(families, threads, family -> family.fit(patterns))), spend);
    }

    /**
     * Returns the customers that the models learned from.
     *
     * @return the buyers by the end of calibration
     */
    public Buyers buyers() {
        return buyers;
    }

    /**
     * Returns the end of calibration.
     *
     * @return the last day that the models have seen
     */
    public LocalDate lastDay() {
        return buyers.lastObservedDay();
    }

    /**
     * Returns all fits that competed.
     *
     * @return at least one, the best first
     */
    public List<PurchaseFit> tried() {
        return choice.candidates();
    }

    /**
     * Returns why the chosen model was chosen.
     *
     * @return one sentence
     */
    public String choiceReason() {
        return choice.reason();
    }

    /**
     * Returns the chosen fit of purchases.
     *
     * @return the best fit, whatever became of it
     */
    public PurchaseFit purchases() {
        return choice.candidates().get(0);
    }

    /**
     * Returns the chosen model of purchases.
     *
     * @return empty if no fit is of use
     */
    public Optional<PurchaseModel> purchaseModel() {
        return choice.chosen().flatMap(PurchaseFit::model);
    }

    /**
     * Returns the fit of spend.
     *
     * @return empty if the input has no amounts
     */
    public Optional<SpendFit> spend() {
        return spend;
    }

    /**
     * Returns the model of spend.
     *
     * @return empty if there are no amounts or the fit is of no use
     */
    public Optional<SpendModel> spendModel() {
        return spend.filter(fit -> fit.status().usable()).flatMap(SpendFit::model);
    }
}
