package org.crmkit.lifecycle.spend;

import static com.google.common.base.Preconditions.checkArgument;

/** The checks that every spend model makes on its input. */
final class SpendArguments {

    private SpendArguments() {}

    static void checkHistory(double purchases, double meanSpend) {
        checkArgument(
                purchases >= 0 && purchases < Double.POSITIVE_INFINITY,
                "purchases must be finite and at least 0, was %s",
                purchases);
        checkArgument(
                meanSpend >= 0 && meanSpend < Double.POSITIVE_INFINITY,
                "meanSpend must be finite and at least 0, was %s",
                meanSpend);
    }

    static void checkPositive(double value, String name) {
        checkArgument(
                value > 0 && value < Double.POSITIVE_INFINITY, "%s must be finite and above 0, was %s", name, value);
    }
}
