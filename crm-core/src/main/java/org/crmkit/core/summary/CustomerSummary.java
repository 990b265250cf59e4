package org.crmkit.core.summary;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.crmkit.core.activity.Activity;
import org.crmkit.core.activity.ActivityHistory;
import org.crmkit.core.money.AmountUnit;

/**
 * What one customer's activities add up to.
 *
 * <p>A commutative monoid over disjoint sets of activities: {@link #merge} is associative and commutative, {@link #empty} is its unit, and
 * summarizing activities equals merging the summaries of any partition of them. Keeping an activity from being counted twice is the
 * {@linkplain org.crmkit.core.activity.ActivityLog log's} work, since a summary no longer knows ids. Amounts are exact; a sum that does not fit
 * throws {@link ArithmeticException}.
 *
 * @param zone the zone whose local dates are the days
 * @param unit the unit of all amounts
 * @param purchaseDays the days of purchase, with orders and amounts
 * @param refunds how many refunds there were, at least zero
 * @param refundUnits what was given back, in {@code unit}, not negative
 * @param touches every kind of activity by its {@linkplain Activity#code() code}, sorted; empty in a summary made from columns that hold none
 */
public record CustomerSummary(
        ZoneId zone,
        AmountUnit unit,
        PurchaseDays purchaseDays,
        long refunds,
        long refundUnits,
        Map<String, Touch> touches) {

    /**
     * Checks the counts and sorts the touches.
     *
     * @param zone the zone whose local dates are the days
     * @param unit the unit of all amounts
     * @param purchaseDays the days of purchase
     * @param refunds how many refunds there were
     * @param refundUnits what was given back
     * @param touches every kind of activity by its code
     */
    public CustomerSummary {
        checkNotNull(zone, "zone");
        checkNotNull(unit, "unit");
        checkNotNull(purchaseDays, "purchaseDays");
        checkArgument(refunds >= 0, "refunds must be at least 0, was %s", refunds);
        checkArgument(refundUnits >= 0, "refundUnits must be at least 0, was %s", refundUnits);
        touches = Collections.unmodifiableSortedMap(new TreeMap<>(touches));
    }

    /**
     * Returns the summary of nothing.
     *
     * @param zone the zone whose local dates are the days
     * @param unit the unit of all amounts
     * @return the unit of {@link #merge}
     */
    public static CustomerSummary empty(ZoneId zone, AmountUnit unit) {
        return new CustomerSummary(zone, unit, PurchaseDays.EMPTY, 0, 0, Map.of());
    }

    /**
     * Returns the summary of a history.
     *
     * @param history what the customer did; cut it with {@link ActivityHistory#until} for an earlier instant
     * @param zone the zone whose local dates are the days
     * @return the summary, equal to merging those of its activities
     */
    public static CustomerSummary of(ActivityHistory history, ZoneId zone) {
        SummaryAccumulator sum = new SummaryAccumulator(zone, history.unit());
        for (int i = 0; i < history.size(); i++) {
            sum.add(history.code(i), history.at(i), history.units(i));
        }
        return sum.toSummary();
    }

    /**
     * Returns this summary with one more activity.
     *
     * @param activity one that is not yet in it
     * @return the merge of this summary with that of the activity
     * @throws org.crmkit.core.money.CurrencyMismatchException if its amount is in another currency than the unit
     */
    public CustomerSummary plus(Activity activity) {
        SummaryAccumulator one = new SummaryAccumulator(zone, unit);
        one.add(activity);
        return merge(one.toSummary());
    }

    /**
     * Returns what both summaries add up to.
     *
     * @param other over other activities of the same customer, in the same zone and unit
     * @return the summary of the activities of both
     * @throws IllegalArgumentException if zone or unit differ
     */
    public CustomerSummary merge(CustomerSummary other) {
        checkArgument(zone.equals(other.zone), "zone must be %s, was %s", zone, other.zone);
        checkArgument(unit.equals(other.unit), "unit must be %s, was %s", unit, other.unit);
        SortedMap<String, Touch> merged = new TreeMap<>(touches);
        other.touches.forEach((code, touch) -> merged.merge(code, touch, Touch::merge));
        return new CustomerSummary(
                zone,
                unit,
                purchaseDays.merge(other.purchaseDays),
                Math.addExact(refunds, other.refunds),
                Math.addExact(refundUnits, other.refundUnits),
                merged);
    }

    /**
     * Tells whether the customer ever bought.
     *
     * @return true if there is a purchase
     */
    public boolean hasPurchases() {
        return purchaseDays.size() > 0;
    }

    /**
     * Returns the number of orders.
     *
     * @return at least zero, and at least the number of purchase days
     */
    public long orders() {
        return purchaseDays.totalOrders();
    }

    /**
     * Returns what was charged, before refunds.
     *
     * @return the amount in {@link #unit()}
     */
    public long grossUnits() {
        return purchaseDays.totalUnits();
    }

    /**
     * Returns what was charged less what was given back.
     *
     * @return the amount in {@link #unit()}; negative if more was given back
     */
    public long netUnits() {
        return Math.subtractExact(grossUnits(), refundUnits);
    }

    /**
     * Returns the day of the first purchase.
     *
     * @return the local date, or empty without purchases
     */
    public Optional<LocalDate> firstPurchase() {
        return hasPurchases() ? Optional.of(purchaseDays.date(0)) : Optional.empty();
    }

    /**
     * Returns the day of the last purchase.
     *
     * @return the local date, or empty without purchases
     */
    public Optional<LocalDate> lastPurchase() {
        return hasPurchases() ? Optional.of(purchaseDays.date(purchaseDays.size() - 1)) : Optional.empty();
    }

    /**
     * Returns how often a kind of activity happened, and when first and last.
     *
     * @param code the code as given by {@link Activity#code()}
     * @return the touch, or empty if it never happened
     */
    public Optional<Touch> touch(String code) {
        return Optional.ofNullable(touches.get(code));
    }

    @Override
    public String toString() {
        return "CustomerSummary[orders=" + orders() + ", purchaseDays=" + purchaseDays.size() + ", refunds=" + refunds
                + "]";
    }
}
