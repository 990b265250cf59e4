package org.crmkit.examples.report.intake;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Reads the local date of a time stamp.
 *
 * <p>Understood: {@code 2026-02-03}, {@code 2026/2/3}, {@code 20260203}, each alone or followed by {@code T} or a blank and
 * {@code hh:mm[:ss[.fraction]]}, then nothing (local time of the zone) or {@code Z} or an offset such as {@code +08:00}. Day
 * before month is not guessed.
 */
public final class Days {

    /** The first year of which dates are understood. */
    public static final int FIRST_YEAR = 1900;

    /** The last year of which dates are understood. */
    public static final int LAST_YEAR = 2199;

    static final String FORMS =
            "2026-02-03, 2026/02/03, 20260203, with or without a time such as 14:30[:05] and an offset such as Z or +08:00";
    static final int UNREADABLE = Integer.MIN_VALUE;

    private final ZoneId zone;
    private char[] text = new char[0];
    private int at;
    private int end;
    private long lastKey = -1;
    private int lastDay;

    Days(ZoneId zone) {
        this.zone = zone;
    }

    /** The epoch day in the zone, or {@link #UNREADABLE}. */
    int read(char[] source, int from, int to) {
        text = source;
        at = from;
        end = to;
        int year = digits(4, 4);
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            return UNREADABLE;
        }
        int month;
        int day;
        if (at < end && (text[at] == '-' || text[at] == '/')) {
            char separator = text[at++];
            month = digits(1, 2);
            if (at >= end || text[at] != separator) {
                return UNREADABLE;
            }
            at++;
            day = digits(1, 2);
        } else {
            month = digits(2, 2);
            day = digits(2, 2);
        }
        int date = epochDay(year, month, day);
        if (date == UNREADABLE || at == end) {
            return date;
        }
        return withTime(date);
    }

    private int withTime(int date) {
        char separator = text[at++];
        int hour = digits(1, 2);
        if ((separator != 'T' && separator != ' ') || !skip(':')) {
            return UNREADABLE;
        }
        int minute = digits(2, 2);
        int second = 0;
        if (at < end && text[at] == ':') {
            at++;
            second = digits(2, 2);
            if (second >= 0 && at < end && text[at] == '.') {
                at++;
                if (digits(1, 9) < 0) {
                    return UNREADABLE;
                }
            }
        }
        if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60) {
            return UNREADABLE;
        }
        if (at == end) {
            return date;
        }
        if (at < end && text[at] == ' ') {
            at++;
        }
        int offset = offsetMinutes();
        if (offset == UNREADABLE || at != end) {
            return UNREADABLE;
        }
        LocalDateTime written = LocalDateTime.of(
                LocalDate.ofEpochDay(date), java.time.LocalTime.of(hour, minute, Math.min(second, 59)));
        Instant instant = written.minusMinutes(offset).toInstant(ZoneOffset.UTC);
        return (int) LocalDate.ofInstant(instant, zone).toEpochDay();
    }

    private int offsetMinutes() {
        if (at >= end) {
            return UNREADABLE;
        }
        char sign = text[at++];
        if (sign == 'Z' || sign == 'z') {
            return 0;
        }
        int hours = digits(2, 2);
        if (at < end && text[at] == ':') {
            at++;
        }
        int minutes = at == end ? 0 : digits(2, 2);
        if ((sign != '+' && sign != '-') || hours < 0 || hours > 18 || minutes < 0 || minutes > 59) {
            return UNREADABLE;
        }
        int offset = hours * 60 + minutes;
        return sign == '-' ? -offset : offset;
    }

    private int epochDay(int year, int month, int day) {
        if (month < 1 || month > 12 || day < 1 || day > 31) {
            return UNREADABLE;
        }
        long key = year * 1000L + month * 40L + day;
        if (key != lastKey) {
            try {
                lastDay = (int) LocalDate.of(year, month, day).toEpochDay();
            } catch (DateTimeException notADate) {
                return UNREADABLE; // 30 February and the like
            }
            lastKey = key;
        }
        return lastDay;
    }

    private boolean skip(char expected) {
        if (at < end && text[at] == expected) {
            at++;
            return true;
        }
        return false;
    }

    /** Reads between the given numbers of digits; -1 if there are fewer. */
    private int digits(int fewest, int most) {
        int value = 0;
        int count = 0;
        while (at < end && count < most && text[at] >= '0' && text[at] <= '9') {
            value = value * 10 + (text[at++] - '0');
            count++;
        }
        return count < fewest ? -1 : value;
    }
}
