package org.crmkit.segmentation.band;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * The border between a score and the next higher one.
 *
 * @param threshold the figure that the method computed, as it would be published: a quantile, a mean, a business figure;
 *     whether it belongs to the upper or the lower band depends on the method
 * @param reachedAt the exact value from which on the higher score is given: the lowest such number where more is better,
 *     the highest where less is better
 * @param firstId where the border runs through customers of equal value: the id of the first of them, in the order of
 *     ties, who gets the higher score
 */
public record Cut(double threshold, BigDecimal reachedAt, Optional<String> firstId) {

    /**
     * Checks the parts.
     *
     * @param threshold the figure that the method computed, as it would be published: a quantile, a mean, a business figure;
     *     whether it belongs to the upper or the lower band depends on the method
     * @param reachedAt the exact value from which on the higher score is given: the lowest such number where more is better,
     *     the highest where less is better
     * @param firstId where the border runs through customers of equal value: the id of the first of them, in the order of
     *     ties, who gets the higher score
     */
    public Cut {
        checkArgument(Double.isFinite(threshold), "threshold must be finite, was %s", threshold);
        checkNotNull(reachedAt, "reachedAt");
        // Also keeps exact arithmetic on hostile exponents from filling the memory.
        checkArgument(
                reachedAt.precision() - (long) reachedAt.scale() <= 310 && reachedAt.scale() <= 1100,
                "reachedAt must lie within the range of a double, was %s",
                reachedAt);
        checkNotNull(firstId, "firstId");
    }
}
