package org.crmkit.core.activity;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.crmkit.core.customer.Channel;
import org.crmkit.core.customer.CustomerId;
import org.crmkit.core.money.Money;

/**
 * An order or a receipt: what a customer bought at one time.
 *
 * <p>One purchase is one order, however many lines it has. The amount is what was charged for the whole order after discounts; it need not be
 * the sum of the lines, since a basket may carry a discount or a delivery charge of its own.
 *
 * @param id the order's identity
 * @param customer who bought
 * @param at when
 * @param channel where, if known
 * @param amount what was charged for the order, not negative; taking goods back is a {@link Refund}
 * @param lines what was bought, all in the currency of the amount; empty where only the total is known
 */
public record Purchase(
        ActivityId id,
        CustomerId customer,
        Instant at,
        Optional<Channel> channel,
        Money amount,
        List<PurchaseLine> lines)
        implements Activity {

    /**
     * Checks the amount and copies the lines.
     *
     * @param id the order's identity
     * @param customer who bought
     * @param at when
     * @param channel where
     * @param amount what was charged for the order
     * @param lines what was bought
     */
    public Purchase {
        ActivityCodes.checkCommon(id, customer, at, channel);
        checkNotNull(amount, "amount");
        checkArgument(!amount.isNegative(), "amount of purchase %s must not be negative, was %s", id, amount);
        lines = List.copyOf(lines);
        for (PurchaseLine line : lines) {
            checkArgument(
                    line.amount().currency().equals(amount.currency()),
                    "lines of purchase %s must be in %s, one was in %s",
                    id,
                    amount.currency(),
                    line.amount().currency());
        }
    }

    /**
     * Returns a purchase of which only the total is known.
     *
     * @param id the order's identity
     * @param customer who bought
     * @param at when
     * @param amount what was charged, not negative
     * @return the purchase, without channel and lines
     */
    public static Purchase of(String id, String customer, Instant at, Money amount) {
        return new Purchase(new ActivityId(id), new CustomerId(customer), at, Optional.empty(), amount, List.of());
    }

    /**
     * Returns this with a channel.
     *
     * @param newChannel where
     * @return a changed copy
     */
    public Purchase withChannel(Channel newChannel) {
        return new Purchase(id, customer, at, Optional.of(newChannel), amount, lines);
    }

    /**
     * Returns this with its lines.
     *
     * @param newLines what was bought, in the currency of the amount
     * @return a changed copy
     */
    public Purchase withLines(List<PurchaseLine> newLines) {
        return new Purchase(id, customer, at, channel, amount, newLines);
    }

    @Override
    public String code() {
        return "purchase";
    }

    /** Returns id, customer and instant; never what it says, which may tell of an illness. */
    @Override
    public String toString() {
        return ActivityCodes.shown(this);
    }
}
