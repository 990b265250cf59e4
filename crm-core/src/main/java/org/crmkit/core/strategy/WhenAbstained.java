package org.crmkit.core.strategy;

/** What a combination does with a part that abstained. */
public enum WhenAbstained {
    /** The whole abstains too; nothing is guessed. */
    ABSTAIN,
    /** The part is left out and the weights of the others are scaled up to the same total. */
    REWEIGHT,
    /** The part counts as the worst value of its scale. */
    WORST
}
