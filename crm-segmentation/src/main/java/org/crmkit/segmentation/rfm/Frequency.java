package org.crmkit.segmentation.rfm;

/** What counts as one more time. */
public enum Frequency {
    /** Different orders. */
    ORDERS,
    /** Different days with orders: two orders of one day are one visit. */
    DAYS
}
