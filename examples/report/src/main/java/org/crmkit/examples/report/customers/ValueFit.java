package org.crmkit.examples.report.customers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.crmkit.core.summary.SummaryTable;
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
    private final List<PurchaseFit> tried;
    private final PurchaseFit purchases;
    private final Optional<SpendFit> spend;

    private ValueFit(Buyers buyers, List<PurchaseFit> tried, PurchaseFit purchases, Optional<SpendFit> spend) {
        this.buyers = buyers;
        this.tried = List.copyOf(tried);
        this.purchases = purchases;
        this.spend = spend;
    }

    static ValueFit of(SummaryTable summaries, ValueChoice choice, boolean hasAmounts, boolean netReturns) {
        Buyers buyers =
                Buyers.of(summaries, choice.grain(), netReturns ? BuyerState.Returns.NET : BuyerState.Returns.IGNORE);
        PurchasePatterns patterns = buyers.patterns();
        List<PurchaseFit> tried = new ArrayList<>();
        for (PurchaseModelFamily family : choice.candidates()) {
            tried.add(family.fit(patterns));
        }
        Optional<SpendFit> spend = hasAmounts
                ? Optional.of(SpendStrategy.gammaGamma()
                        .fit(SpendSample.of(buyers.repeatPurchases(), buyers.meanRepeatSpends())))
                : Optional.empty();
        return new ValueFit(buyers, tried, best(tried), spend);
    }

    /** The usable fit with the smallest BIC; the first one where none is usable. */
    private static PurchaseFit best(List<PurchaseFit> tried) {
        PurchaseFit best = tried.get(0);
        for (PurchaseFit fit : tried) {
            boolean better = fit.status().usable()
                    && (!best.status().usable()
                            || fit.diagnostics().bic() < best.diagnostics().bic());
            best = better ? fit : best;
        }
        return best;
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
     * @return at least one
     */
    public List<PurchaseFit> tried() {
        return tried;
    }

    /**
     * Returns the chosen fit of purchases.
     *
     * @return the fit, whatever became of it
     */
    public PurchaseFit purchases() {
        return purchases;
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
     * Returns the chosen model of purchases.
     *
     * @return empty if the fit is of no use
     */
    public Optional<PurchaseModel> purchaseModel() {
        return purchases.status().usable() ? purchases.model() : Optional.empty();
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
