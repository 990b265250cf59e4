package org.crmkit.core.activity;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

/**
 * The identity of one activity in the system that reported it.
 *
 * <p>An activity that arrives twice under the same id is the same activity. Where several systems report, put the system into the id:
 * {@code pos-12:8831}.
 *
 * @param value not blank, at most 200 characters
 */
public record ActivityId(String value) implements Comparable<ActivityId> {
    private static final int LONGEST = 200;

    /**
     * Checks the text.
     *
     * @param value not blank
     */
    public ActivityId {
        checkNotNull(value, "value");
        checkArgument(
                !value.isBlank() && value.length() <= LONGEST,
                "activity id must not be blank and at most %s characters long, was %s characters",
                LONGEST,
                value.length());
    }

    @Override
    public int compareTo(ActivityId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
