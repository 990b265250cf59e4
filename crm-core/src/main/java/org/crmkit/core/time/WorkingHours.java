package org.crmkit.core.time;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.time.LocalTime;

/**
 * One span of opening on a day, in local time.
 *
 * @param opens the first local time inside
 * @param closes the first local time after; {@link LocalTime#MIDNIGHT} means the end of the day
 */
public record WorkingHours(LocalTime opens, LocalTime closes) {

    /** The whole day. */
    public static final WorkingHours ALL_DAY = new WorkingHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    /**
     * Checks the parts.
     *
     * @param opens the first local time inside
     * @param closes the first local time after
     */
    public WorkingHours {
        checkNotNull(opens, "opens");
        checkNotNull(closes, "closes");
        checkArgument(
                closes.equals(LocalTime.MIDNIGHT) || opens.isBefore(closes),
                "closes must be after opens or midnight, was opens=%s, closes=%s",
                opens,
                closes);
    }

    /**
     * Returns hours from their text.
     *
     * @param opens such as {@code 09:00}
     * @param closes such as {@code 17:30}, or {@code 00:00} for the end of the day
     * @return the hours
     * @throws java.time.format.DateTimeParseException if a text is not a local time
     */
    public static WorkingHours of(String opens, String closes) {
        return new WorkingHours(LocalTime.parse(opens), LocalTime.parse(closes));
    }

    boolean closesAtMidnight() {
        return closes.equals(LocalTime.MIDNIGHT);
    }
}
