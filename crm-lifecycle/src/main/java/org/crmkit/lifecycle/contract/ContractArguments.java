package org.crmkit.lifecycle.contract;

import static com.google.common.base.Preconditions.checkArgument;

/** The checks that every contract model makes on its input. */
final class ContractArguments {

    private ContractArguments() {}

    static void checkRenewals(long renewals, String name) {
        checkArgument(renewals >= 0, "%s must be at least 0, was %s", name, renewals);
    }

    static void checkRenewal(long renewal, String name) {
        checkArgument(renewal >= 1, "%s must be at least 1, was %s", name, renewal);
    }

    static void checkPositive(double value, String name) {
        checkArgument(
                value > 0 && value < Double.POSITIVE_INFINITY, "%s must be finite and above 0, was %s", name, value);
    }
}
