package org.crmkit.core.time;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * The hours of one day of a calendar in plain words, as they are stored.
 *
 * @param day a day of the week in lower case, such as {@code monday}, or one date, such as {@code 2026-10-01}
 * @param hours its spans in order, none if it is closed
 */
public record DayHours(String day, List<WorkingHours> hours) {

    private static final int LONGEST_SHOWN = 20;

    /**
     * Checks the parts.
     *
     * @param day a day of the week in lower case, or one date
     * @param hours its spans in order
     */
    public DayHours {
        checkNotNull(day, "day");
        hours = List.copyOf(hours);
        checkArgument(
                isWeekday(day) || isDate(day),
                "day must be monday to sunday or a date such as 2026-10-01, was \"%s\"",
                day.substring(0, Math.min(LONGEST_SHOWN, day.length())));
    }

    static DayHours of(DayOfWeek day, List<WorkingHours> hours) {
        return new DayHours(wordOf(day), hours);
    }

    static DayHours of(LocalDate date, List<WorkingHours> hours) {
        return new DayHours(date.toString(), hours);
    }

    void addTo(BusinessCalendar.Builder calendar) {
        WorkingHours[] spans = hours.toArray(WorkingHours[]::new);
        if (isWeekday(day)) {
            calendar.hours(DayOfWeek.valueOf(day.toUpperCase(Locale.ROOT)), spans);
        } else {
            calendar.specialDay(LocalDate.parse(day), spans);
        }
    }

    private static boolean isWeekday(String day) {
        for (DayOfWeek each : DayOfWeek.values()) {
            if (day.equals(wordOf(each))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDate(String day) {
        try {
            return LocalDate.parse(day).toString().equals(day);
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static String wordOf(DayOfWeek day) {
        return day.name().toLowerCase(Locale.ROOT);
    }
}
