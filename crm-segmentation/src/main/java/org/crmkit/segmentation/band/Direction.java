package org.crmkit.segmentation.band;

/** Which end of a number line earns the highest score. */
public enum Direction {
    /** More is better, as with orders and money. */
    HIGHER_IS_BETTER,
    /** Less is better, as with the days since the last purchase. */
    LOWER_IS_BETTER
}
