package org.crmkit.core.customer;

/** What part someone plays in a decision to buy. */
public enum StakeholderRole {

    /** Signs the order. */
    BUYER,

    /** Chooses the medicine for the patient. */
    PRESCRIBER,

    /** Carries the cost: patient, insurer, fund. */
    PAYER,

    /** Sets the terms: formulary, tender, license. */
    REGULATOR,

    /** Is listened to: opinion leader, association, caregiver. */
    INFLUENCER
}
