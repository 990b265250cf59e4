package org.crmkit.lifecycle.clv;

import org.crmkit.core.time.TimeGrain;
import org.crmkit.lifecycle.purchase.PurchaseHistory;
import org.crmkit.lifecycle.purchase.PurchaseModel;

/** The discounted number of purchases ahead, under the terms of a lifetime value. */
final class PresentPurchases {

    /** A last step shorter than this part of a step is rounding of the horizon. */
    private static final double ROUNDING = 1e-9;

    private PresentPurchases() {}

    /** Returns the discounted expected purchases within the horizon. */
    static double of(PurchaseModel model, PurchaseHistory history, ClvTerms terms) {
        if (!(terms.horizon() instanceof Horizon.Ahead ahead)) {
            return model.discountedPurchases(history, terms.discounting().rate());
        }
        double length = ahead.in(model.grain());
        return terms.discounting() instanceof Discounting.Stepwise stepwise
                ? stepwise(model, history, stepwise, length)
                : model.discountedPurchases(history, terms.discounting().rate(), length);
    }

    /** The purchases of step k = 1, 2, ... count {@code (1+d)^(-k/stepsPerYear)}. */
    private static double stepwise(
            PurchaseModel model, PurchaseHistory history, Discounting.Stepwise terms, double length) {
        TimeGrain grain = model.grain();
        double step = terms.step().in(grain);
        long steps = (long) Math.ceil(length / step - ROUNDING);
        double before = 0;
        double sum = 0;
        for (long k = 1; k <= steps; k++) {
            double upTo = model.expectedPurchases(history, k == steps ? length : k * step);
            sum += (upTo - before) * Math.exp(k * terms.logStep());
            before = upTo;
        }
        return sum;
    }

    /** Returns the factors of the value; their product is the value up to rounding. */
    static ClvFactors factors(PurchaseModel model, PurchaseHistory history, ClvTerms terms, double spend) {
        double alive = model.pAlive(history);
        double present = of(model, history, terms);
        if (!(terms.horizon() instanceof Horizon.Ahead ahead)) {
            return new ClvFactors(alive, ratio(present, alive), 1, spend, terms.margin());
        }
        double expected = model.expectedPurchases(history, ahead.in(model.grain()));
        return new ClvFactors(alive, ratio(expected, alive), ratio(present, expected), spend, terms.margin());
    }

    /** Zero where the denominator vanished: the product is zero either way. */
    private static double ratio(double part, double whole) {
        return whole > 0 ? part / whole : 0;
    }
}
