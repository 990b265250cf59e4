package org.crmkit.core.decision;

import java.time.LocalDate;

/** When 29 February is kept in common years. */
public enum LeapDayRule {

    /** On the last day of February. */
    FEBRUARY_28,

    /** On the day after the last of February. */
    MARCH_1;

    LocalDate inYear(LocalDate date, int year) {
        LocalDate occasion = date.withYear(year);
        return this == MARCH_1 && occasion.getDayOfMonth() != date.getDayOfMonth() ? occasion.plusDays(1) : occasion;
    }
}
