package org.crmkit.core.condition;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import org.crmkit.core.condition.window.CalendarRules;
import org.crmkit.core.condition.window.CalendarUnit;
import org.crmkit.core.condition.window.TimeWindow;
import org.crmkit.core.time.AsOf;

/** The windows of section 11.2 of the specification, event by event in java.time, with nothing shared with the code they are held against. */
final class WindowDefinitions {
    private WindowDefinitions() {}

    static boolean holds(TimeWindow window, Instant event, AsOf now, CalendarRules calendar, LocalDate anchor) {
        if (window instanceof TimeWindow.Zoned zoned) {
            return holds(zoned.of(), event, new AsOf(now.instant(), zoned.zone()), calendar, anchor);
        }
        return !event.isAfter(now.instant()) && isInPast(window, event, now, calendar, anchor);
    }

    private static boolean isInPast(
            TimeWindow window, Instant event, AsOf now, CalendarRules calendar, LocalDate anchor) {
        ZoneId zone = now.zone();
        LocalDate date = event.atZone(zone).toLocalDate();
        LocalDate today = now.instant().atZone(zone).toLocalDate();
        if (window instanceof TimeWindow.Last last) {
            return event.isAfter(now.instant().atZone(zone).minus(last.period()).toInstant());
        }
        if (window instanceof TimeWindow.LastDuration last) {
            return event.isAfter(now.instant().minus(last.duration()));
        }
        if (window instanceof TimeWindow.LastDays last) {
            return !date.isBefore(today.minusDays(last.days() - 1L)) && !date.isAfter(today);
        }
        if (window instanceof TimeWindow.ToDate toDate) {
            return index(toDate.unit(), date, calendar) == index(toDate.unit(), today, calendar);
        }
        if (window instanceof TimeWindow.Previous previous) {
            return index(previous.unit(), date, calendar) == index(previous.unit(), today, calendar) - 1;
        }
        if (window instanceof TimeWindow.Dates dates) {
            return dates.first().map(first -> !date.isBefore(first)).orElse(true)
                    && dates.last().map(last -> !date.isAfter(last)).orElse(true);
        }
        if (window instanceof TimeWindow.Ago ago) {
            return event.isAfter(
                            now.instant().atZone(zone).minus(ago.furthest()).toInstant())
                    && !event.isAfter(
                            now.instant().atZone(zone).minus(ago.nearest()).toInstant());
        }
        if (window instanceof TimeWindow.Around around) {
            return !date.isBefore(anchor.minus(around.before())) && !date.isAfter(anchor.plus(around.after()));
        }
        return window instanceof TimeWindow.Ever;
    }

    /** Numbers the stretches of the calendar, so that neighbors differ by one. */
    private static long index(CalendarUnit unit, LocalDate date, CalendarRules calendar) {
        long month = YearMonth.from(date).getLong(java.time.temporal.ChronoField.PROLEPTIC_MONTH)
                - (calendar.yearStart().getValue() - 1);
        return switch (unit) {
            case DAY -> date.toEpochDay();
            // 1970-01-01 was a Thursday.
            case WEEK ->
                Math.floorDiv(date.toEpochDay() + 3 - (calendar.weekStart().getValue() - 1), 7L);
            case MONTH -> month;
            case QUARTER -> Math.floorDiv(month, 3L);
            case YEAR -> Math.floorDiv(month, 12L);
        };
    }
}
