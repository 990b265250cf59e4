package org.crmkit.core.condition.window;

import static com.google.common.base.Preconditions.checkNotNull;

import java.time.DayOfWeek;
import java.time.Month;

/**
 * Where weeks and years begin.
 *
 * @param weekStart the first day of a week
 * @param yearStart the first month of a (fiscal) year
 */
public record CalendarRules(DayOfWeek weekStart, Month yearStart) {

    /** Weeks from Monday, years from January. */
    public static final CalendarRules STANDARD = new CalendarRules(DayOfWeek.MONDAY, Month.JANUARY);

    /**
     * Checks the parts.
     *
     * @param weekStart the first day of a week
     * @param yearStart the first month of a year
     */
    public CalendarRules {
        checkNotNull(weekStart, "weekStart");
        checkNotNull(yearStart, "yearStart");
    }
}
