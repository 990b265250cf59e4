package org.crmkit.lifecycle.purchase;

import static com.google.common.base.Preconditions.checkArgument;

/** Argument checks that repeat in this package. The condition that must hold is stated, so that NaN fails. */
final class Checks {

    /** A purchase each day for 27,000 years. Fits keep a number for each count up to the largest. */
    static final int MOST_PURCHASES = 10_000_000;

    private Checks() {}

    /** Checks x, t_x and T of one customer. */
    static void history(int x, double tX, double age) {
        // one test on the way through a million rows; the messages are made only for a bad row
        if (x >= 0
                && x <= MOST_PURCHASES
                && age < Double.POSITIVE_INFINITY
                && (x == 0 ? tX == 0 && age >= 0 : tX > 0 && tX <= age)) {
            return;
        }
        checkArgument(x >= 0, "repeatPurchases must be at least 0, was %s: the first purchase is not counted", x);
        checkArgument(x <= MOST_PURCHASES, "repeatPurchases must be at most %s, was %s", MOST_PURCHASES, x);
        checkArgument(age >= 0 && age < Double.POSITIVE_INFINITY, "age must be at least 0 and finite, was %s", age);
        checkArgument(x > 0 || tX == 0, "recency must be 0 for a customer without a repeat purchase, was %s", tX);
        checkArgument(
                tX > 0,
                "recency must be positive for %s repeat purchases, was %s: purchases of one day count as one",
                (Object) x,
                tX);
        checkArgument(tX <= age, "recency must not exceed age=%s, was %s: both start at the first purchase", age, tX);
    }

    /** Checks a length of time and returns it. */
    static double time(double time, String name) {
        checkArgument(
                time >= 0 && time < Double.POSITIVE_INFINITY, "%s must be at least 0 and finite, was %s", name, time);
        return time;
    }

    /** Checks a parameter of a model and returns it. */
    static double positive(double value, String name) {
        checkArgument(
                value > 0 && value < Double.POSITIVE_INFINITY, "%s must be positive and finite, was %s", name, value);
        return value;
    }

    /** Returns ln(1 + z) for z at least zero: the fast way where its rounding, times the power it is multiplied by, cannot be seen. */
    static double logOnePlus(double z, double power) {
        return z > 0.01 && power < 1_000 ? Math.log(1 + z) : Math.log1p(z);
    }

    /** Returns {@code 1/(1 + exp(-y))}, exact where it is tiny. */
    static double logistic(double y) {
        return y >= 0 ? 1 / (1 + Math.exp(-y)) : Math.exp(y) / (1 + Math.exp(y));
    }
}
