package org.crmkit.lifecycle;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * A closed range that holds the truth with a stated confidence.
 *
 * @param lower lower limit, finite
 * @param upper upper limit, finite, at least the lower one
 * @param level confidence in (0, 1), for example 0.95
 */
public record Interval(double lower, double upper, double level) {

    /**
     * Checks the parts.
     *
     * @param lower lower limit
     * @param upper upper limit
     * @param level confidence in
     */
    public Interval {
        checkArgument(Double.isFinite(lower), "lower must be finite, was %s", lower);
        checkArgument(
                Double.isFinite(upper) && upper >= lower,
                "upper must be finite and at least lower=%s, was %s",
                lower,
                upper);
        checkArgument(level > 0 && level < 1, "level must be in (0, 1), was %s", level);
    }

    /**
     * Tells whether a value lies inside, limits included.
     *
     * @param value any number
     * @return true if {@code lower <= value <= upper}
     */
    public boolean contains(double value) {
        return value >= lower && value <= upper;
    }
}
