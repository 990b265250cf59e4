package org.crmkit.core.activity;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.time.Instant;
import java.util.Optional;
import org.crmkit.core.customer.Channel;
import org.crmkit.core.customer.CustomerId;
import org.crmkit.core.money.Money;

/**
 * Money given back for goods taken back, a cancellation or a correction.
 *
 * @param id the refund's own identity
 * @param customer who got the money back
 * @param at when
 * @param channel where, if known
 * @param amount what was given back, not negative
 * @param purchase the purchase it belongs to, if known; it may arrive later than the refund
 * @param reason why, as a code of the house, if known
 */
public record Refund(
        ActivityId id,
        CustomerId customer,
        Instant at,
        Optional<Channel> channel,
        Money amount,
        Optional<ActivityId> purchase,
        Optional<String> reason)
        implements Activity {

    /**
     * Checks the amount.
     *
     * @param id the refund's own identity
     * @param customer who got the money back
     * @param at when
     * @param channel where
     * @param amount what was given back
     * @param purchase the purchase it belongs to
     * @param reason why
     */
    public Refund {
        ActivityCodes.checkCommon(id, customer, at, channel);
        checkNotNull(amount, "amount");
        checkArgument(!amount.isNegative(), "amount of refund %s must not be negative, was %s", id, amount);
        checkNotNull(purchase, "purchase");
        checkNotNull(reason, "reason");
    }

    /**
     * Returns a refund of a known purchase.
     *
     * @param id the refund's own identity
     * @param customer who got the money back
     * @param at when
     * @param amount what was given back, not negative
     * @param purchase the id of the purchase it belongs to
     * @return the refund, without channel and reason
     */
    public static Refund of(String id, String customer, Instant at, Money amount, String purchase) {
        return new Refund(
                new ActivityId(id),
                new CustomerId(customer),
                at,
                Optional.empty(),
                amount,
                Optional.of(new ActivityId(purchase)),
                Optional.empty());
    }

    /**
     * Returns a refund whose purchase is not known.
     *
     * @param id the refund's own identity
     * @param customer who got the money back
     * @param at when
     * @param amount what was given back, not negative
     * @return the refund, without channel, purchase and reason
     */
    public static Refund of(String id, String customer, Instant at, Money amount) {
        return new Refund(
                new ActivityId(id),
                new CustomerId(customer),
                at,
                Optional.empty(),
                amount,
                Optional.empty(),
                Optional.empty());
    }

    /**
     * Returns this with a channel.
     *
     * @param newChannel where
     * @return a changed copy
     */
    public Refund withChannel(Channel newChannel) {
        return new Refund(id, customer, at, Optional.of(newChannel), amount, purchase, reason);
    }

    /**
     * Returns this with a reason.
     *
     * @param newReason why, as a code of the house
     * @return a changed copy
     */
    public Refund withReason(String newReason) {
        return new Refund(id, customer, at, channel, amount, purchase, Optional.of(newReason));
    }

    @Override
    public String code() {
        return "refund";
    }

    /** Returns id, customer and instant; never what it says, which may tell of an illness. */
    @Override
    public String toString() {
        return ActivityCodes.shown(this);
    }
}
