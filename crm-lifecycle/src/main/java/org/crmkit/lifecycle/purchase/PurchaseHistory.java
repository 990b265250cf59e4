package org.crmkit.lifecycle.purchase;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.util.OptionalDouble;

/**
 * What a buy-till-you-die model needs to know of one customer.
 *
 * <p>Time starts at the first purchase, which is not counted, and is in the unit of the model ({@link PurchaseModel#grain()}). In the papers: x,
 * t_x, T. Several purchases on one day are one.
 *
 * @param repeatPurchases purchases after the first one (x), from zero to 10 million
 * @param recency time from the first to the last purchase (t_x): zero if there was no repeat purchase, else in (0, age]
 * @param age time from the first purchase to the end of observation (T), at least zero and finite
 * @param sumLogGaps sum of the natural logarithms of the x gaps between purchases; only the CNBD models need it, zero if x is zero
 */
public record PurchaseHistory(int repeatPurchases, double recency, double age, OptionalDouble sumLogGaps) {

    /** A customer who makes the first purchase at this moment. */
    public static final PurchaseHistory NEW_CUSTOMER = new PurchaseHistory(0, 0, 0, OptionalDouble.of(0));

    /**
     * Checks the parts.
     *
     * @param repeatPurchases purchases after the first one
     * @param recency time from the first to the last purchase
     * @param age time from the first purchase to the end of observation
     * @param sumLogGaps sum of the natural logarithms of the x gaps between purchases
     */
    public PurchaseHistory {
        checkNotNull(sumLogGaps, "sumLogGaps");
        Checks.history(repeatPurchases, recency, age);
        checkArgument(
                sumLogGaps.isEmpty() || Double.isFinite(sumLogGaps.getAsDouble()),
                "sumLogGaps must be finite, was %s",
                sumLogGaps);
    }

    /**
     * Returns a history without the gaps, which is enough for every model but the CNBD ones.
     *
     * @param repeatPurchases purchases after the first one (x), at least zero
     * @param recency time from the first to the last purchase (t_x), 0 if x is 0
     * @param age time from the first purchase to the end of observation (T)
     * @return the history
     */
    public static PurchaseHistory of(int repeatPurchases, double recency, double age) {
        return new PurchaseHistory(
                repeatPurchases, recency, age, repeatPurchases == 0 ? OptionalDouble.of(0) : OptionalDouble.empty());
    }

    /**
     * Returns a history with the sum of the logarithms of the gaps.
     *
     * @param repeatPurchases purchases after the first one (x), at least zero
     * @param recency time from the first to the last purchase (t_x), 0 if x is 0
     * @param age time from the first purchase to the end of observation (T)
     * @param sumLogGaps sum of ln(gap) over the x gaps, finite
     * @return the history
     */
    public static PurchaseHistory of(int repeatPurchases, double recency, double age, double sumLogGaps) {
        return new PurchaseHistory(repeatPurchases, recency, age, OptionalDouble.of(sumLogGaps));
    }

    /**
     * Returns the same customer some time later if nothing is bought meanwhile.
     *
     * @param time how long the silence lasts, at least zero, in units of the model
     * @return the history with a higher age
     */
    public PurchaseHistory silentFor(double time) {
        return new PurchaseHistory(repeatPurchases, recency, age + Checks.time(time, "time"), sumLogGaps);
    }

    /**
     * Returns the history after one more purchase, made at the end of a silence.
     *
     * @param time how long after the present end of observation the purchase happens, at least zero; the gap since the last
     *     purchase must be above zero
     * @return the history that ends with the new purchase
     */
    public PurchaseHistory boughtAfter(double time) {
        double now = age + Checks.time(time, "time");
        double gap = now - recency;
        checkArgument(
                gap > 0,
                "the gap since the last purchase must be positive, was %s: purchases of one moment are one",
                gap);
        OptionalDouble gaps =
                sumLogGaps.isPresent() ? OptionalDouble.of(sumLogGaps.getAsDouble() + Math.log(gap)) : sumLogGaps;
        return new PurchaseHistory(Math.addExact(repeatPurchases, 1), now, now, gaps);
    }
}
