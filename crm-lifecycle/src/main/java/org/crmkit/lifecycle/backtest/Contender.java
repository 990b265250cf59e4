package org.crmkit.lifecycle.backtest;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.util.function.DoubleFunction;
import org.crmkit.core.strategy.ScoringStrategy;

/**
 * A strategy that takes part in a backtest, under a name.
 *
 * @param name how the results call it, not blank
 * @param strategy makes the strategy for a holdout of so many days; one that does not look ahead may ignore them
 */
public record Contender(String name, DoubleFunction<? extends ScoringStrategy<?>> strategy) {

    /**
     * Checks that there is a name.
     *
     * @param name how the results call it, not blank
     * @param strategy makes the strategy for a holdout of so many days
     */
    public Contender {
        checkNotNull(name, "name");
        checkArgument(!name.isBlank(), "name must not be blank");
        checkNotNull(strategy, "strategy");
    }

    /**
     * Returns a contender whose score does not depend on the length of the holdout, such as P(alive).
     *
     * @param name how the results call it
     * @param strategy the strategy
     * @return the contender
     */
    public static Contender of(String name, ScoringStrategy<?> strategy) {
        checkNotNull(strategy, "strategy");
        return new Contender(name, days -> strategy);
    }

    /** The customer goes on at his own rate. */
    static Contender ownRate(Target target) {
        return new Contender("own rate", days -> new NaiveRate(days, false, target));
    }

    /** The customer goes on at his own rate if he bought in the last half of his time. */
    static Contender ownRateIfRecent(Target target) {
        return new Contender("own rate if bought in the last half", days -> new NaiveRate(days, true, target));
    }
}
