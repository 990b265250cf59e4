package org.crmkit.examples.report.sample;

import java.time.LocalDate;

/** The simulated days, numbered from zero. */
final class Calendar {

    private static final int OPENS = 8 * 60;
    private static final int CLOSES = 20 * 60;
    private static final int DAY = 24 * 60;

    private final LocalDate firstDay;
    private final int days;

    Calendar(LocalDate firstDay, int days) {
        this.firstDay = firstDay;
        this.days = days;
    }

    int days() {
        return days;
    }

    boolean holds(int day) {
        return day >= 0 && day < days;
    }

    int month(int day) {
        return firstDay.plusDays(day).getMonthValue();
    }

    /** From zero, Monday. */
    int weekday(int day) {
        return firstDay.plusDays(day).getDayOfWeek().getValue() - 1;
    }

    /** A minute of the day's opening hours. */
    long minute(int day, Draws draws) {
        return (long) day * DAY + draws.between(OPENS, CLOSES - 1);
    }

    String text(long minute) {
        LocalDate date = firstDay.plusDays(minute / DAY);
        long ofDay = minute % DAY;
        return "%s %02d:%02d".formatted(date, ofDay / 60, ofDay % 60);
    }
}
