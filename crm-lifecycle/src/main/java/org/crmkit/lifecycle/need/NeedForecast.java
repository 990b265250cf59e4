package org.crmkit.lifecycle.need;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.crmkit.core.activity.ActivityLog;
import org.crmkit.core.customer.CustomerId;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.progress.Progress;
import org.crmkit.core.summary.SummaryTable;
import org.crmkit.core.time.TimeGrain;
import org.crmkit.lifecycle.clv.Horizon;
import org.crmkit.lifecycle.internal.progress.Work;
import org.crmkit.lifecycle.purchase.BuyerState;
import org.crmkit.lifecycle.purchase.Buyers;
import org.crmkit.lifecycle.purchase.PurchaseFit;
import org.crmkit.lifecycle.purchase.PurchaseHistory;
import org.crmkit.lifecycle.purchase.PurchaseModel;
import org.crmkit.lifecycle.purchase.PurchaseModelFamily;

/**
 * What each customer is likely to need within a horizon, category by category.
 *
 * <p>For each category a purchase model is fitted to the days on which its customers bought it; several orders of a day are one. A category
 * whose fit gave no usable model has no needs, and {@link #fits()} says why. Lines without a category tell nothing. Immutable and safe to
 * share between threads; making it costs one fit a category.
 */
public final class NeedForecast {

    private static final double EVEN = 0.5;

    private static final Comparator<Need> LIKELIEST_FIRST =
            Comparator.comparingDouble(Need::chance).reversed().thenComparing(Need::category);

    private final Map<String, PurchaseFit> fits;
    private final Map<CustomerId, List<Need>> needs;

    private NeedForecast(Map<String, PurchaseFit> fits, Map<CustomerId, List<Need>> needs) {
        this.fits = fits;
        this.needs = needs;
    }

    /**
     * Fits a model to each category and looks ahead from the population's instant.
     *
     * @param base a population that keeps its log, whose purchases have lines with categories
     * @param family the kind of purchase model; {@link PurchaseModelFamily#mbgCnbd()} finds out how regular the purchases of a category are
     * @param grain the unit of time to fit in
     * @param horizon how far ahead
     * @return the forecast
     * @throws IllegalArgumentException if the population was made from summaries, which hold no lines
     */
    public static NeedForecast of(
            CustomerBase base, PurchaseModelFamily family, TimeGrain grain, Horizon.Ahead horizon) {
        return of(base, family, grain, horizon, Progress.NONE);
    }

    /**
     * Fits a model to each category and looks ahead from the population's instant, while someone watches.
     *
     * @param base a population that keeps its log, whose purchases have lines with categories
     * @param family the kind of purchase model
     * @param grain the unit of time to fit in
     * @param horizon how far ahead
     * @param progress told of the categories, one after the other; may stop them
     * @return the forecast
     * @throws IllegalArgumentException if the population was made from summaries, which hold no lines
     * @throws java.util.concurrent.CancellationException if the progress stopped the work
     */
    public static NeedForecast of(
            CustomerBase base, PurchaseModelFamily family, TimeGrain grain, Horizon.Ahead horizon, Progress progress) {
        checkNotNull(family, "family");
        checkNotNull(grain, "grain");
        checkNotNull(horizon, "horizon");
        checkArgument(base.log().isPresent(), "base must keep its log, was made from summaries");
        ActivityLog log = base.log().orElseThrow();
        Map<String, CategoryHistory> histories = CategoryHistory.none();
        for (int row = 0; row < base.size(); row++) {
            CustomerId customer = base.id(row);
            CategoryHistory.add(
                    customer, log.history(customer).until(base.asOf().instant()), base.asOf(), histories);
        }
        Map<String, PurchaseFit> fits = new TreeMap<>();
        Map<CustomerId, List<Need>> needs = new HashMap<>();
        Work work = Work.of(progress);
        histories.forEach((category, history) -> {
            Work part = work.part(fits.size(), histories.size());
            SummaryTable table = history.table();
            Buyers buyers = Buyers.of(table, grain, BuyerState.Returns.IGNORE);
            PurchaseFit fit = family.fit(buyers.patterns(), part.part(0, 2));
            fits.put(category, fit);
            for (int i = 0; fit.status().usable() && i < buyers.size(); i++) {
                CustomerId customer = table.customers().get(buyers.row(i));
                int days = table.purchaseDays().get(buyers.row(i));
                needs.computeIfAbsent(customer, key -> new ArrayList<>())
                        .add(need(
                                category,
                                fit.usableModel(),
                                buyers.history(i),
                                horizon.in(grain),
                                history.quantity(customer) / days,
                                buyers.lastObservedDay()));
            }
            part.done();
        });
        work.done();
        needs.replaceAll(
                (customer, list) -> list.stream().sorted(LIKELIEST_FIRST).toList());
        return new NeedForecast(Collections.unmodifiableMap(fits), needs);
    }

    private static Need need(
            String category,
            PurchaseModel model,
            PurchaseHistory history,
            double time,
            double quantity,
            LocalDate lastObservedDay) {
        return new Need(
                category,
                1 - model.pNoPurchase(history, time),
                model.expectedPurchases(history, time),
                quantity,
                model.dateOfNextPurchase(history, EVEN, lastObservedDay));
    }

    /**
     * Returns what a customer is likely to need.
     *
     * @param customer who
     * @return the categories he ever bought and whose fit is usable, the likeliest first; empty for others
     */
    public List<Need> needsOf(CustomerId customer) {
        return needs.getOrDefault(checkNotNull(customer, "customer"), List.of());
    }

    /**
     * Returns how the fit of each category ended.
     *
     * @return an unmodifiable map in the order of the categories' names
     */
    public Map<String, PurchaseFit> fits() {
        return fits;
    }

    @Override
    public String toString() {
        return "NeedForecast[categories=" + fits.keySet() + ", customers=" + needs.size() + "]";
    }
}
