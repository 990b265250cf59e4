package org.crmkit.lifecycle.purchase;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import org.crmkit.core.time.TimeGrain;

/**
 * What a model was fitted on.
 *
 * @param customers number of customers, at least zero
 * @param patterns number of different histories among them
 * @param repeatPurchases their repeat purchases in all
 * @param grain the unit of time
 * @param fingerprint 16 hexadecimal digits that depend on every history and count, not on their order
 */
public record FitInput(long customers, int patterns, long repeatPurchases, TimeGrain grain, String fingerprint) {

    /**
     * Checks the parts.
     *
     * @param customers number of customers
     * @param patterns number of different histories among them
     * @param repeatPurchases their repeat purchases in all
     * @param grain the unit of time
     * @param fingerprint 16 hexadecimal digits that depend on every history and count
     */
    public FitInput {
        checkArgument(customers >= 0, "customers must be at least 0, was %s", customers);
        checkArgument(
                patterns >= 0 && patterns <= customers,
                "patterns must be in [0, customers=%s], was %s",
                customers,
                patterns);
        checkArgument(repeatPurchases >= 0, "repeatPurchases must be at least 0, was %s", repeatPurchases);
        checkNotNull(grain, "grain");
        checkArgument(
                fingerprint.matches("[0-9a-f]{16}"), "fingerprint must be 16 hexadecimal digits, was %s", fingerprint);
    }

    /**
     * Describes patterns.
     *
     * @param patterns what a model is fitted on
     * @return the description
     */
    public static FitInput of(PurchasePatterns patterns) {
        return new FitInput(
                patterns.customers(),
                patterns.size(),
                patterns.repeatPurchases(),
                patterns.grain(),
                patterns.fingerprint());
    }
}
