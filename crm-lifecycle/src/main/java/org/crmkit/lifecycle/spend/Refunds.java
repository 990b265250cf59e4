package org.crmkit.lifecycle.spend;

/**
 * What becomes of a customer whose purchases add up to less than nothing, after returns.
 *
 * <p>Returns are netted into the order they belong to before a mean is taken. What remains is the customer who gave
 * back as much as he bought: no density of amounts knows him, so he never takes part in a fit; this says how he is
 * scored.
 */
public enum Refunds {
    /** He has no expected spend, with this as the reason. */
    ABSTAIN,
    /** He is scored as if his mean spend were zero: low, never negative. */
    AS_ZERO,
    /** His mean spend is ignored: he is scored like a customer of whom nothing is known. */
    AS_UNKNOWN
}
