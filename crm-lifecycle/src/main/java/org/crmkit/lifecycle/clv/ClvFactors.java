package org.crmkit.lifecycle.clv;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * The factors whose product is the lifetime value of one customer.
 *
 * @param pAlive the chance that he still is a customer, in [0, 1]
 * @param purchasesIfAlive the expected purchases within the horizon if he is; for an endless horizon the discounted ones
 * @param discountFactor what discounting leaves of a purchase within the horizon, in [0, 1]; 1 for an endless horizon
 * @param spend the expected amount of a purchase, in major units, at least zero
 * @param margin the share of it that is earned
 */
public record ClvFactors(double pAlive, double purchasesIfAlive, double discountFactor, double spend, double margin) {

    /**
     * Checks the ranges.
     *
     * @param pAlive the chance that he still is a customer, in [0, 1]
     * @param purchasesIfAlive the expected purchases within the horizon if he is
     * @param discountFactor what discounting leaves of a purchase within the horizon, in [0, 1]
     * @param spend the expected amount of a purchase, in major units, at least zero
     * @param margin the share of it that is earned
     */
    public ClvFactors {
        checkArgument(pAlive >= 0 && pAlive <= 1, "pAlive must be in [0, 1], was %s", pAlive);
        checkRange(purchasesIfAlive, "purchasesIfAlive");
        checkRange(discountFactor, "discountFactor");
        checkRange(spend, "spend");
        checkRange(margin, "margin");
    }

    private static void checkRange(double value, String name) {
        checkArgument(
                value >= 0 && value < Double.POSITIVE_INFINITY,
                "%s must be finite and at least 0, was %s",
                name,
                value);
    }

    /**
     * Returns the lifetime value.
     *
     * @return the product, in major units
     */
    public double value() {
        return pAlive * purchasesIfAlive * discountFactor * spend * margin;
    }
}
