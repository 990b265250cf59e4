package org.crmkit.lifecycle.clv;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import org.crmkit.lifecycle.purchase.DiscountRate;

/** When money is counted: {@link Continuous as it comes}, or {@link Stepwise at the end of each step}. */
public sealed interface Discounting {

    /**
     * Returns what waiting costs.
     *
     * @return a yearly rate
     */
    DiscountRate rate();

    /**
     * Returns discounting of each purchase at the moment it is expected.
     *
     * @param rate a yearly rate
     * @return the discounting
     */
    static Discounting continuous(DiscountRate rate) {
        return new Continuous(rate);
    }

    /**
     * Returns discounting of the purchases of a step at the end of that step, as spreadsheets do by months.
     *
     * @param rate a yearly rate
     * @param stepsPerYear how many steps the rate is spread over, such as 12
     * @param step the length of a step, such as 4.345 weeks
     * @return the discounting
     */
    static Discounting stepwise(DiscountRate rate, double stepsPerYear, Horizon.Ahead step) {
        return new Stepwise(rate, stepsPerYear, step);
    }

    /**
     * Each purchase at the moment it is expected.
     *
     * @param rate a yearly rate
     */
    record Continuous(DiscountRate rate) implements Discounting {
        /**
         * Checks that there is a rate.
         *
         * @param rate a yearly rate
         */
        public Continuous {
            checkNotNull(rate, "rate");
        }
    }

    /**
     * The purchases of a step at the end of that step.
     *
     * @param rate a yearly rate
     * @param stepsPerYear how many steps the rate is spread over, above zero
     * @param step the length of a step
     */
    record Stepwise(DiscountRate rate, double stepsPerYear, Horizon.Ahead step) implements Discounting {
        /**
         * Checks the parts.
         *
         * @param rate a yearly rate
         * @param stepsPerYear how many steps the rate is spread over, above zero
         * @param step the length of a step
         */
        public Stepwise {
            checkNotNull(rate, "rate");
            checkArgument(
                    stepsPerYear > 0 && stepsPerYear < Double.POSITIVE_INFINITY,
                    "stepsPerYear must be finite and above 0, was %s",
                    stepsPerYear);
            checkNotNull(step, "step");
        }

        /** The logarithm of the discount of one step, at most zero. */
        double logStep() {
            return -Math.log1p(rate.annualRate()) / stepsPerYear;
        }
    }
}
