package org.crmkit.core.score;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

/**
 * The range on which a score is meant, and which end of it is good.
 *
 * @param low the smallest value, or negative infinity
 * @param high the largest value, above {@code low}, or positive infinity
 * @param direction which end is good for the house
 * @param unit what one step is, such as {@code point}, {@code share} or {@code EUR}; empty if it has no unit
 */
public record Scale(double low, double high, Direction direction, String unit) {

    /** Which end of a scale is good for the house. */
    public enum Direction {
        /** More is better, as with value. */
        HIGHER_IS_BETTER,
        /** Less is better, as with the risk of leaving. */
        LOWER_IS_BETTER,
        /** Neither end is better. */
        NEUTRAL
    }

    /**
     * Checks the order of the ends.
     *
     * @param low the smallest value
     * @param high the largest value
     * @param direction which end is good for the house
     * @param unit what one step is
     */
    public Scale {
        checkArgument(low < high, "low must be below high, was low=%s, high=%s", low, high);
        checkArgument(
                Double.isInfinite(low) || Double.isInfinite(high) || Double.isFinite(high - low),
                "high - low must be finite between finite ends, was low=%s, high=%s",
                low,
                high);
        checkNotNull(direction, "direction");
        checkNotNull(unit, "unit");
    }

    /**
     * Returns the scale of a probability.
     *
     * @param direction which end is good
     * @return [0, 1]
     */
    public static Scale probability(Direction direction) {
        return new Scale(0, 1, direction, "");
    }

    /**
     * Returns the scale of scores from 1 to n, n being the best.
     *
     * @param n the best score, at least 2
     * @return [1, n]
     */
    public static Scale oneTo(int n) {
        checkArgument(n >= 2, "n must be at least 2, was %s", n);
        return new Scale(1, n, Direction.HIGHER_IS_BETTER, "");
    }

    /**
     * Returns the scale of a quantity that has no upper end, such as an amount.
     *
     * @param unit what it counts
     * @return [0, infinity), more being better
     */
    public static Scale amount(String unit) {
        return new Scale(0, Double.POSITIVE_INFINITY, Direction.HIGHER_IS_BETTER, unit);
    }

    /**
     * Returns the scale of a number that may be anything.
     *
     * @param unit what it counts
     * @return (-infinity, infinity), more being better
     */
    public static Scale unbounded(String unit) {
        return new Scale(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Direction.HIGHER_IS_BETTER, unit);
    }

    /**
     * Tells whether a value lies on the scale.
     *
     * @param value any number
     * @return false for NaN and for what lies outside
     */
    public boolean contains(double value) {
        return value >= low && value <= high;
    }

    /**
     * Tells whether the scale has two finite ends, so that a value on it can be read as a share of the way.
     *
     * @return true if both ends are finite
     */
    public boolean isBounded() {
        return Double.isFinite(low) && Double.isFinite(high);
    }
}
