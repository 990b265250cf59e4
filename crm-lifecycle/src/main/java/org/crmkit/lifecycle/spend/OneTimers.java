package org.crmkit.lifecycle.spend;

/**
 * What a customer with a first purchase only is expected to spend.
 *
 * <p>The mean of repeat purchases knows nothing of him, and no choice is free: the population mean ranks him above
 * many good repeat customers, his first purchase may be a trial size.
 */
public enum OneTimers {
    /** The population mean, as the papers have it. */
    POPULATION_MEAN,
    /** His first purchase counts as one observation. */
    FIRST_PURCHASE,
    /** Nothing: the score abstains. */
    ABSTAIN
}
