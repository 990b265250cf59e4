package org.crmkit.lifecycle.clv;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import org.crmkit.lifecycle.purchase.DiscountRate;

/**
 * The terms on which value is counted: what is earned of each sale, how far ahead, and what waiting costs.
 *
 * @param margin the share of spend that is earned, above zero; 1 counts revenue
 * @param horizon how far ahead
 * @param discounting what waiting costs, and when money is counted
 */
public record ClvTerms(double margin, Horizon horizon, Discounting discounting) {

    /**
     * Checks that an endless horizon is discounted, continuously.
     *
     * @param margin the share of spend that is earned, above zero
     * @param horizon how far ahead
     * @param discounting what waiting costs, and when money is counted
     */
    public ClvTerms {
        checkArgument(
                margin > 0 && margin < Double.POSITIVE_INFINITY, "margin must be finite and above 0, was %s", margin);
        checkNotNull(horizon, "horizon");
        checkNotNull(discounting, "discounting");
        if (horizon instanceof Horizon.Endless) {
            checkArgument(
                    discounting.rate().annualRate() > 0,
                    "annualRate must be above 0 for an endless horizon, was %s",
                    discounting.rate().annualRate());
            checkArgument(
                    discounting instanceof Discounting.Continuous,
                    "discounting must be continuous for an endless horizon, was %s",
                    discounting);
        }
    }

    /**
     * Returns terms that count revenue, discounted as it comes.
     *
     * @param horizon how far ahead
     * @param rate a yearly rate
     * @return terms with a margin of one
     */
    public static ClvTerms of(Horizon horizon, DiscountRate rate) {
        return new ClvTerms(1, horizon, Discounting.continuous(rate));
    }

    /**
     * Returns these terms with another margin.
     *
     * @param share the share of spend that is earned, above zero
     * @return a changed copy
     */
    public ClvTerms withMargin(double share) {
        return new ClvTerms(share, horizon, discounting);
    }
}
