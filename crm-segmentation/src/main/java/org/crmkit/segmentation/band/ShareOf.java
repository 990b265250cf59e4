package org.crmkit.segmentation.band;

/** Of what the best customers have a share. */
public enum ShareOf {
    /** The number of customers: the best fifth. */
    CUSTOMERS,
    /** The sum of the values above zero: those who bring four fifths of it. */
    VALUE
}
