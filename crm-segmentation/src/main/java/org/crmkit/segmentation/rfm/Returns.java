package org.crmkit.segmentation.rfm;

/** What goods given back do to the scores. */
public enum Returns {
    /** Nothing: what counts is what was sold. */
    IGNORED,
    /** They lower the amount; days and number of orders stay. The amount may become negative. */
    SUBTRACTED,
    /**
     * They are rows like any other: they lower the amount and count as orders, as in the R package rfm.
     *
     * <p>From single orders, the day of a return also counts as a day of purchase; summaries keep no days of returns.
     */
    COUNTED
}
