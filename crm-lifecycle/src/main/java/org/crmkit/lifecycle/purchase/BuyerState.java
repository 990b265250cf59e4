package org.crmkit.lifecycle.purchase;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.util.Optional;
import org.crmkit.core.money.AmountUnit;
import org.crmkit.core.summary.CustomerSummary;
import org.crmkit.core.summary.PurchaseDays;
import org.crmkit.core.time.TimeGrain;

/**
 * All that purchase and spend models need of one customer, kept up to date by single events.
 *
 * <p>It holds no instant and no unit of time: {@link #history} gives (x, t_x, T) as of any later day in any grain. One event
 * is taken in with a handful of operations and one object of 48 bytes, so a service can keep it beside the customer and
 * score at once. Events come in order of their days; one that comes late belongs into the
 * {@link CustomerSummary}, from which {@link #of} makes the state again. A state knows no ids: an event that may come twice is for the
 * activity log to sort out.
 *
 * @param firstDay day of the first purchase, as days since 1970-01-01
 * @param lastDay day of the last purchase, as days since 1970-01-01, not before the first
 * @param repeatPurchases days of purchase after the first one, at least zero
 * @param sumLogGapDays sum of ln(gap in days) over the gaps between days of purchase
 * @param firstSpend amount of the first day, in major units, finite
 * @param repeatSpend amount of all later days together, in major units, finite; negative if more was given back
 */
public record BuyerState(
        int firstDay, int lastDay, int repeatPurchases, double sumLogGapDays, double firstSpend, double repeatSpend) {

    /**
     * Checks that the parts belong together.
     *
     * @param firstDay day of the first purchase, as days since 1970-01-01
     * @param lastDay day of the last purchase, as days since 1970-01-01, not before the first
     * @param repeatPurchases days of purchase after the first one, at least zero
     * @param sumLogGapDays sum of ln(gap in days) over the gaps between days of purchase
     * @param firstSpend amount of the first day, in major units, finite
     * @param repeatSpend amount of all later days together, in major units, finite
     */
    public BuyerState {
        checkArgument(repeatPurchases >= 0, "repeatPurchases must be at least 0, was %s", repeatPurchases);
        checkArgument(
                repeatPurchases == 0 ? lastDay == firstDay : (long) lastDay - firstDay >= repeatPurchases,
                "lastDay must leave a day for each repeat purchase after firstDay=%s, was %s",
                firstDay,
                lastDay);
        checkArgument(
                sumLogGapDays >= 0 && sumLogGapDays < Double.POSITIVE_INFINITY,
                "sumLogGapDays must be finite and at least 0, was %s",
                sumLogGapDays);
        checkArgument(Double.isFinite(firstSpend), "firstSpend must be finite, was %s", firstSpend);
        checkArgument(Double.isFinite(repeatSpend), "repeatSpend must be finite, was %s", repeatSpend);
    }

    /** What becomes of refunds, which a summary knows as one sum. */
    public enum Returns {
        /** They are left out: spend is what was charged. */
        IGNORE,
        /** They are taken off the repeat purchases, or off the first one if there is no other. */
        NET
    }

    /**
     * Returns the state of a customer who makes the first purchase.
     *
     * @param epochDay the day, as days since 1970-01-01
     * @param amount what was charged, in major units, finite
     * @return the state
     */
    public static BuyerState first(int epochDay, double amount) {
        return new BuyerState(epochDay, epochDay, 0, 0, amount, 0);
    }

    /**
     * Returns the state of a customer whose activities are summed up.
     *
     * @param summary what the activities add up to
     * @param returns what becomes of refunds
     * @return the state, or empty for a customer who never bought
     */
    public static Optional<BuyerState> of(CustomerSummary summary, Returns returns) {
        PurchaseDays days = summary.purchaseDays();
        int n = days.size();
        if (n == 0) {
            return Optional.empty();
        }
        double gaps = 0;
        long repeat = 0;
        for (int i = 1; i < n; i++) {
            gaps += Math.log(days.epochDay(i) - days.epochDay(i - 1));
            repeat = Math.addExact(repeat, days.units(i));
        }
        return Optional.of(of(
                days.epochDay(0),
                days.epochDay(n - 1),
                n - 1,
                gaps,
                days.units(0),
                repeat,
                checkNotNull(returns, "returns") == Returns.NET ? summary.refundUnits() : 0,
                summary.unit()));
    }

    /** The one place where amounts in units become a state, so that rows and columns agree to the bit. */
    static BuyerState of(
            int firstDay, int lastDay, int x, double gaps, long first, long repeat, long refunds, AmountUnit unit) {
        return new BuyerState(
                firstDay,
                lastDay,
                x,
                gaps,
                unit.toDouble(x == 0 ? Math.subtractExact(first, refunds) : first),
                unit.toDouble(x == 0 ? 0 : Math.subtractExact(repeat, refunds)));
    }

    /**
     * Returns the state after a purchase.
     *
     * @param epochDay the day, as days since 1970-01-01, not before {@link #lastDay()}; several purchases of one day are one
     * @param amount what was charged, in major units, finite
     * @return a changed copy
     * @throws IllegalArgumentException if the day lies before the last purchase
     */
    public BuyerState bought(int epochDay, double amount) {
        if (epochDay > lastDay) {
            return new BuyerState(
                    firstDay,
                    epochDay,
                    Math.addExact(repeatPurchases, 1),
                    sumLogGapDays + Math.log((double) epochDay - lastDay),
                    firstSpend,
                    repeatSpend + amount);
        }
        checkArgument(
                epochDay == lastDay,
                "epochDay must be at least lastDay=%s, was %s: a late event belongs into the summary",
                lastDay,
                epochDay);
        return repeatPurchases == 0 ? withSpend(firstSpend + amount, 0) : withSpend(firstSpend, repeatSpend + amount);
    }

    /**
     * Returns the state after a refund, taken off as {@link Returns#NET} does.
     *
     * @param amount what was given back, in major units, at least zero
     * @return a changed copy
     */
    public BuyerState refunded(double amount) {
        checkArgument(
                amount >= 0 && amount < Double.POSITIVE_INFINITY,
                "amount must be finite and at least 0, was %s",
                amount);
        return repeatPurchases == 0 ? withSpend(firstSpend - amount, 0) : withSpend(firstSpend, repeatSpend - amount);
    }

    private BuyerState withSpend(double first, double repeat) {
        return new BuyerState(firstDay, lastDay, repeatPurchases, sumLogGapDays, first, repeat);
    }

    /**
     * Returns the mean amount of the repeat purchases.
     *
     * @return in major units; zero without repeat purchases
     */
    public double meanRepeatSpend() {
        return repeatPurchases == 0 ? 0 : repeatSpend / repeatPurchases;
    }

    /**
     * Returns the history as of the end of a day.
     *
     * @param lastObservedDay the last day of which all is known, as days since 1970-01-01; the last purchase counts as
     *     observed in any case
     * @param grain the unit of time
     * @return (x, t_x, T) and the sum of log gaps, in that unit, unrounded
     */
    public PurchaseHistory history(int lastObservedDay, TimeGrain grain) {
        double days = grain.days();
        return PurchaseHistory.of(
                repeatPurchases,
                ((double) lastDay - firstDay) / days,
                ((double) Math.max(lastDay, lastObservedDay) - firstDay) / days,
                repeatPurchases == 0 ? 0 : sumLogGapDays - repeatPurchases * Math.log(days));
    }
}
