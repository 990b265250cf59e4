package org.crmkit.lifecycle.need;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One category that a customer is likely to need.
 *
 * @param category what
 * @param chance the chance of at least one purchase of it within the horizon, in [0, 1]
 * @param expectedPurchases the expected number of days within the horizon on which he buys it, at least zero
 * @param usualQuantity the mean quantity of such a day so far, above zero
 * @param evenChanceBy the first day by which he has bought it again with a chance of a half; empty if the chance never gets there
 */
public record Need(
        String category,
        double chance,
        double expectedPurchases,
        double usualQuantity,
        Optional<LocalDate> evenChanceBy) {

    /**
     * Checks the ranges.
     *
     * @param category what
     * @param chance the chance of at least one purchase of it within the horizon
     * @param expectedPurchases the expected number of days within the horizon on which he buys it
     * @param usualQuantity the mean quantity of such a day so far
     * @param evenChanceBy the first day by which he has bought it again with a chance of a half
     */
    public Need {
        checkNotNull(category, "category");
        checkArgument(chance >= 0 && chance <= 1, "chance must be in [0, 1], was %s", chance);
        checkArgument(
                expectedPurchases >= 0 && expectedPurchases < Double.POSITIVE_INFINITY,
                "expectedPurchases must be finite and at least 0, was %s",
                expectedPurchases);
        checkArgument(
                usualQuantity > 0 && usualQuantity < Double.POSITIVE_INFINITY,
                "usualQuantity must be finite and above 0, was %s",
                usualQuantity);
        checkNotNull(evenChanceBy, "evenChanceBy");
    }

    /**
     * Returns how much he is expected to need within the horizon.
     *
     * @return expected purchases times the usual quantity, at least zero
     */
    public double expectedQuantity() {
        return expectedPurchases * usualQuantity;
    }
}
