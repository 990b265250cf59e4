package org.crmkit.examples.report.customers;

import java.util.HashMap;
import java.util.Map;
import org.crmkit.lifecycle.purchase.Buyers;
import org.crmkit.lifecycle.purchase.PurchaseHistory;
import org.crmkit.lifecycle.purchase.PurchaseModel;

/**
 * The discounted purchases ahead of many customers.
 *
 * <p>For a customer who is still there, what lies ahead depends on the number of purchases and the age, not on the last purchase
 * (except where purchases are regular, in the CNBD models). So one integral serves all customers alike in both: some thousand
 * of them instead of one a customer. The product with P(alive) is the model's own answer up to rounding.
 */
final class DiscountedPurchases {

    private final PurchaseModel model;
    private final ValueChoice choice;
    private final int threads;

    DiscountedPurchases(PurchaseModel model, ValueChoice choice, int threads) {
        this.model = model;
        this.choice = choice;
        this.threads = threads;
    }

    /** One number a buyer; {@code alive} holds their P(alive). */
    double[] of(Buyers buyers, double[] alive) {
        double[] result = new double[buyers.size()];
        if (model.name().endsWith("cnbd")) {
            ParallelRows.forEach(result.length, threads, i -> result[i] = discounted(buyers.history(i)));
            return result;
        }
        int[] kindOf = new int[result.length];
        Map<PurchaseHistory, Integer> kinds = new HashMap<>();
        for (int i = 0; i < result.length; i++) {
            PurchaseHistory history = buyers.history(i);
            int x = history.repeatPurchases();
            PurchaseHistory justNow = PurchaseHistory.of(x, x == 0 ? 0 : history.age(), history.age());
            kindOf[i] = kinds.computeIfAbsent(justNow, absent -> kinds.size());
        }
        PurchaseHistory[] distinct = new PurchaseHistory[kinds.size()];
        kinds.forEach((history, kind) -> distinct[kind] = history);
        double[] ifAlive = new double[distinct.length];
        ParallelRows.forEach(
                ifAlive.length,
                threads,
                kind -> ifAlive[kind] = discounted(distinct[kind]) / model.pAlive(distinct[kind]));
        for (int i = 0; i < result.length; i++) {
            result[i] = ifAlive[kindOf[i]] * alive[i];
        }
        return result;
    }

    private double discounted(PurchaseHistory history) {
        return model.discountedPurchases(history, choice.rate(), choice.horizonInGrains());
    }
}
