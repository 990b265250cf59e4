package org.crmkit.lifecycle.backtest;

import org.crmkit.lifecycle.purchase.PurchaseHistory;
import org.crmkit.lifecycle.purchase.PurchaseModel;

/**
 * The moments of the number of repeat purchases of a customer of some age, under a model.
 *
 * @param mean the expected number
 * @param variance its variance
 * @param fourthCumulant its fourth cumulant: fourth central moment less three times the squared variance
 */
record CountMoments(double mean, double variance, double fourthCumulant) {

    /** A count whose share of the fourth moment is smaller ends the sum. */
    private static final double NEGLIGIBLE = 1e-7;

    private static final int MOST = 5000;

    static CountMoments of(PurchaseModel model, double age) {
        double mean = model.expectedPurchasesOfNewCustomer(age);
        double second = 0;
        double fourth = 0;
        for (int n = 0; n < MOST; n++) {
            double p = model.pPurchases(PurchaseHistory.NEW_CUSTOMER, n, age);
            double d = (n - mean) * (n - mean);
            second += p * d;
            fourth += p * d * d;
            if (n > 2 * mean + 2 && p * d * d * n < NEGLIGIBLE * fourth) {
                break;
            }
        }
        return new CountMoments(mean, second, fourth - 3 * second * second);
    }
}
