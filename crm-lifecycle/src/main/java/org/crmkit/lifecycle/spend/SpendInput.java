package org.crmkit.lifecycle.spend;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

/**
 * What a spend model was fitted on.
 *
 * @param customers the number of customers in the sample
 * @param used how many of them told something: purchases and a mean spend above zero
 * @param purchases the purchases of those used, in all
 * @param fingerprint 16 hexadecimal digits, equal for equal samples in any order of customers
 */
public record SpendInput(int customers, int used, double purchases, String fingerprint) {

    /**
     * Checks the parts.
     *
     * @param customers the number of customers in the sample
     * @param used how many of them told something: purchases and a mean spend above zero
     * @param purchases the purchases of those used, in all
     * @param fingerprint 16 hexadecimal digits, equal for equal samples in any order of customers
     */
    public SpendInput {
        checkArgument(customers >= 0, "customers must be at least 0, was %s", customers);
        checkArgument(used >= 0 && used <= customers, "used must be in [0, customers=%s], was %s", customers, used);
        checkArgument(
                purchases >= 0 && purchases < Double.POSITIVE_INFINITY,
                "purchases must be finite and at least 0, was %s",
                purchases);
        checkNotNull(fingerprint, "fingerprint");
        checkArgument(
                fingerprint.matches("[0-9a-f]{16}"), "fingerprint must be 16 hexadecimal digits, was %s", fingerprint);
    }

    /**
     * Describes a sample.
     *
     * @param sample the customers
     * @return what a model fitted on it was fitted on
     */
    public static SpendInput of(SpendSample sample) {
        SpendSample used = sample.informative();
        double purchases = 0;
        for (int i = 0; i < used.size(); i++) {
            purchases += used.purchases(i);
        }
        return new SpendInput(sample.size(), used.size(), purchases, sample.fingerprint());
    }

    /**
     * Returns how many customers were left out: without purchases, or with a mean spend of zero or less.
     *
     * @return at least zero
     */
    public int leftOut() {
        return customers - used;
    }
}
