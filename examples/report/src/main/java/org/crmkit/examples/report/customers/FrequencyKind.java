package org.crmkit.examples.report.customers;

/** What the F of RFM counts. */
public enum FrequencyKind {
    /** Distinct orders. */
    ORDERS,
    /** Distinct days. */
    DAYS,
    /** Rows. */
    ROWS
}
