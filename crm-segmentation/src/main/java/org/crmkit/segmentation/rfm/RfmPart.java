package org.crmkit.segmentation.rfm;

import org.crmkit.segmentation.band.Direction;

/** What of a customer's buying is scored. */
public enum RfmPart {
    /** Days from the first to the last day of purchase: how long the relationship has held. */
    LENGTH("rfm.length", "rfm.length.days", Direction.HIGHER_IS_BETTER),
    /** Days from the last purchase to the day of the view; fewer is better. */
    RECENCY("rfm.recency", "rfm.recency.days", Direction.LOWER_IS_BETTER),
    /** Number of orders, or of days with orders. */
    FREQUENCY("rfm.frequency", "rfm.frequency.count", Direction.HIGHER_IS_BETTER),
    /** What was spent. */
    MONETARY("rfm.monetary", "rfm.monetary.amount", Direction.HIGHER_IS_BETTER),
    /**
     * Mean seconds between purchases, rounded down; fewer is better.
     *
     * <p>{@code 86400 length / (orders - 1)}, less than a hundred years. A customer with a single purchase has shown no rhythm and stands at
     * {@link #NO_RHYTHM}, behind everybody who has.
     */
    TIME_BETWEEN("rfm.time-between", "rfm.time-between.seconds", Direction.LOWER_IS_BETTER);

    /** The time between purchases of a customer who bought once: a hundred years. */
    public static final long NO_RHYTHM = 36_525L * 86_400;

    private final String code;
    private final String observedCode;
    private final Direction direction;

    RfmPart(String code, String observedCode, Direction direction) {
        this.code = code;
        this.observedCode = observedCode;
        this.direction = direction;
    }

    /**
     * Returns which end is better.
     *
     * @return the direction of the observed value
     */
    public Direction direction() {
        return direction;
    }

    String code() {
        return code;
    }

    String observedCode() {
        return observedCode;
    }
}
