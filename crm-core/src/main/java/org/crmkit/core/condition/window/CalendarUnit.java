package org.crmkit.core.condition.window;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** A stretch of the calendar that "to date" and "previous" speak of. */
public enum CalendarUnit {
    /** A local date. */
    DAY,
    /** Seven days from the calendar's first day of the week. */
    WEEK,
    /** A month. */
    MONTH,
    /** Three months, counted from the calendar's first month of the year. */
    QUARTER,
    /** Twelve months from the calendar's first month of the year. */
    YEAR;

    /**
     * Returns the first day of the stretch that a date lies in.
     *
     * @param date any date
     * @param calendar where weeks and years begin
     * @return the first day, not after the date
     */
    public LocalDate startOf(LocalDate date, CalendarRules calendar) {
        return switch (this) {
            case DAY -> date;
            case WEEK -> date.with(TemporalAdjusters.previousOrSame(calendar.weekStart()));
            case MONTH -> date.withDayOfMonth(1);
            case QUARTER -> date.withDayOfMonth(1).minusMonths(monthOfYear(date, calendar) % 3);
            case YEAR -> date.withDayOfMonth(1).minusMonths(monthOfYear(date, calendar));
        };
    }

    /**
     * Returns the first day of the next stretch.
     *
     * @param date any date
     * @param calendar where weeks and years begin
     * @return the first day after the stretch that the date lies in
     */
    public LocalDate nextStart(LocalDate date, CalendarRules calendar) {
        LocalDate start = startOf(date, calendar);
        return switch (this) {
            case DAY -> start.plusDays(1);
            case WEEK -> start.plusWeeks(1);
            case MONTH -> start.plusMonths(1);
            case QUARTER -> start.plusMonths(3);
            case YEAR -> start.plusYears(1);
        };
    }

    /**
     * Returns the word that stands for this unit in JSON.
     *
     * @return such as {@code month}
     */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static int monthOfYear(LocalDate date, CalendarRules calendar) {
        return Math.floorMod(date.getMonthValue() - calendar.yearStart().getValue(), 12);
    }
}
