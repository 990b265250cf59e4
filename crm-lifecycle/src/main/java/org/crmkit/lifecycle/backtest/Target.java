package org.crmkit.lifecycle.backtest;

/** What a score is held against: something that happened in the holdout. */
public enum Target {
    /** The number of days of purchase. */
    PURCHASES,
    /** The amount charged, in major units. */
    SPEND,
    /** Whether there was any purchase: 1 or 0. */
    ANY_PURCHASE
}
