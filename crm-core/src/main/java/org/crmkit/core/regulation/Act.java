package org.crmkit.core.regulation;

/** What a programme might do with an item, and a regulation might forbid. */
public enum Act {

    /** The item earns points or credits. */
    EARN,

    /** Points or credits pay for the item. */
    REDEEM,

    /** The item is given away, or something is given with it. */
    GIFT,

    /** The item counts toward a minimum spend, a stamp, a streak or a challenge. */
    THRESHOLD,

    /** The item counts toward a tier. */
    TIER_CREDIT,

    /** The item counts toward a referral's reward. */
    REFERRAL_CREDIT,

    /** The item is advertised or discounted in a campaign. */
    PROMOTION,

    /** The item is suggested to a customer. */
    RECOMMENDATION,

    /** Points lapse by the mere passage of time. */
    TIME_EXPIRY,

    /** Points turn into money. */
    CASH_OUT
}
