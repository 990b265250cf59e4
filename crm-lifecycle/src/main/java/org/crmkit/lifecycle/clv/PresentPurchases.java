package org.crmkit.lifecycle.clv;

import org.crmkit.core.progress.Progress;
import org.crmkit.core.time.TimeGrain;
import org.crmkit.lifecycle.purchase.PurchaseHistories;
import org.crmkit.lifecycle.purchase.PurchaseHistory;
import org.crmkit.lifecycle.purchase.PurchaseModel;

/** The discounted number of purchases ahead, under the terms of a lifetime value. */
final class PresentPurchases {

    /** A last step shorter than this part of a step is rounding of the horizon. */
    private static final double ROUNDING = 1e-9;

    /** Discounted by this many powers of e, a purchase counts 3e-20. */
    private static final double FORGOTTEN = 45;

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

    private static double stepwise(
            PurchaseModel model, PurchaseHistory history, Discounting.Stepwise terms, double length) {
        Steps steps = Steps.of(model.grain(), terms, length);
        double before = 0;
        double sum = 0;
        for (long k = 1; k <= steps.number(); k++) {
            double upTo = model.expectedPurchases(history, steps.end(k));
            sum += (upTo - before) * steps.factor(k);
            before = upTo;
        }
        return sum;
    }

    /** The purchases of step k = 1, 2, ... count {@code (1+d)^(-k/stepsPerYear)}; the last step may be shorter. */
    private record Steps(long number, double step, double length, double logStep) {

        static Steps of(TimeGrain grain, Discounting.Stepwise terms, double length) {
            double logStep = terms.logStep();
            if (logStep == 0) {
                return new Steps(1, length, length, 0);
            }
            double step = terms.step().in(grain);
            double all = Math.max(1, Math.ceil(length / step - ROUNDING));
            // what comes after that counts less than rounding
            double counted = Math.ceil(FORGOTTEN / -logStep);
            return new Steps((long) Math.min(all, counted), step, length, logStep);
        }

        double end(long k) {
            return Math.min(k * step, length);
        }

        double factor(long k) {
            return Math.exp(k * logStep);
        }
    }

    /** Returns {@link #of(PurchaseModel, PurchaseHistory, ClvTerms)} of each customer, equal to the bit; a listener hears of steps as if of customers. */
    static double[] of(PurchaseModel model, PurchaseHistories histories, ClvTerms terms, Progress progress) {
        if (!(terms.horizon() instanceof Horizon.Ahead ahead)) {
            return model.discountedPurchases(histories, terms.discounting().rate());
        }
        double length = ahead.in(model.grain());
        return terms.discounting() instanceof Discounting.Stepwise stepwise
                ? stepwise(model, histories, stepwise, length, progress)
                : model.discountedPurchases(histories, terms.discounting().rate(), length);
    }

    private static double[] stepwise(
            PurchaseModel model,
            PurchaseHistories histories,
            Discounting.Stepwise terms,
            double length,
            Progress progress) {
        Steps steps = Steps.of(model.grain(), terms, length);
        double[] before = new double[histories.size()];
        double[] sum = new double[histories.size()];
        for (long k = 1; k <= steps.number(); k++) {
            double[] upTo = model.expectedPurchases(histories, steps.end(k));
            double factor = steps.factor(k);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += (upTo[i] - before[i]) * factor;
            }
            before = upTo;
            PurchaseScores.tellStep(progress, k, steps.number(), Math.max(1, sum.length));
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
    static double ratio(double part, double whole) {
        return whole > 0 ? part / whole : 0;
    }
}
