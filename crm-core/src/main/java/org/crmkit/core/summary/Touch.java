package org.crmkit.core.summary;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.time.Instant;

/**
 * How often one kind of activity happened, and when first and last.
 *
 * @param count how often, at least 1
 * @param first when first
 * @param last when last, not before {@code first}
 */
public record Touch(long count, Instant first, Instant last) {
    /**
     * Checks the order of the instants.
     *
     * @param count how often
     * @param first when first
     * @param last when last
     */
    public Touch {
        checkArgument(count >= 1, "count must be at least 1, was %s", count);
        checkNotNull(first, "first");
        checkNotNull(last, "last");
        checkArgument(!last.isBefore(first), "last must not be before first, was first=%s, last=%s", first, last);
    }

    /**
     * Returns the touch of a single activity.
     *
     * @param at when it happened
     * @return a count of one
     */
    public static Touch once(Instant at) {
        return new Touch(1, at, at);
    }

    /**
     * Returns what both add up to.
     *
     * @param other of the same kind, over other activities
     * @return the counts added, the earliest first and the latest last
     */
    public Touch merge(Touch other) {
        return new Touch(
                Math.addExact(count, other.count),
                first.isBefore(other.first) ? first : other.first,
                last.isAfter(other.last) ? last : other.last);
    }
}
