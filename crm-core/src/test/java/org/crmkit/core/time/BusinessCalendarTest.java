package org.crmkit.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessCalendarTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private static final BusinessCalendar OFFICE = BusinessCalendar.builder(BERLIN)
            .mondayToFriday(WorkingHours.of("13:00", "17:00"), WorkingHours.of("09:00", "12:00"))
            .holidays(LocalDate.of(2026, 12, 25))
            .specialDay(LocalDate.of(2026, 12, 24), WorkingHours.of("09:00", "11:00"))
            .build();

    /** Winter time: local = UTC + 1. 2026-12-21 is a Monday. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            2026-12-21T08:00:00Z, PT4H,   2026-12-21T13:00:00Z
            2026-12-21T08:00:00Z, PT3H,   2026-12-21T11:00:00Z
            2026-12-21T11:30:00Z, PT1H,   2026-12-21T13:00:00Z
            2026-12-21T17:00:00Z, PT1H,   2026-12-22T09:00:00Z
            2026-12-23T15:00:00Z, PT4H,   2026-12-28T09:00:00Z
            2026-12-26T15:00:00Z, PT0S,   2026-12-26T15:00:00Z
            2026-12-21T08:00:00Z, PT35H,  2026-12-29T14:00:00Z
            """)
    void plus_skipsNightsLunchWeekendsAndHolidays(Instant from, Duration working, Instant expected) {
        assertThat(OFFICE.plus(from, working)).contains(expected);
        assertThat(OFFICE.between(from, expected)).isEqualTo(working);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            2026-12-21T07:59:59.999999999Z, false, 2026-12-21T08:00:00Z
            2026-12-21T08:00:00Z, true,  2026-12-21T08:00:00Z
            2026-12-21T11:00:00Z, false, 2026-12-21T12:00:00Z
            2026-12-21T16:00:00Z, false, 2026-12-22T08:00:00Z
            2026-12-25T10:00:00Z, false, 2026-12-28T08:00:00Z
            2026-12-26T10:00:00Z, false, 2026-12-28T08:00:00Z
            """)
    void nextWorkingInstant_isNowOrTheNextOpening(Instant at, boolean working, Instant next) {
        assertThat(OFFICE.isWorkingTime(at)).isEqualTo(working);
        assertThat(OFFICE.nextWorkingInstant(at)).contains(next);
    }

    @Test
    void specialDay_winsOverHolidayInAnyOrder() {
        LocalDate workingSaturday = LocalDate.of(2026, 10, 10);
        BusinessCalendar calendar = BusinessCalendar.builder(SHANGHAI)
                .mondayToFriday(WorkingHours.of("09:00", "18:00"))
                .specialDay(workingSaturday, WorkingHours.of("09:00", "12:00"))
                .holidays(workingSaturday, LocalDate.of(2026, 10, 1))
                .build();
        assertThat(calendar.hoursOn(workingSaturday)).containsExactly(WorkingHours.of("09:00", "12:00"));
        assertThat(calendar.hoursOn(LocalDate.of(2026, 10, 1))).isEmpty();
        assertThat(calendar.hoursOn(LocalDate.of(2026, 10, 9))).containsExactly(WorkingHours.of("09:00", "18:00"));
    }

    @Test
    void between_nightShiftOverClockChanges_isRealTime() {
        BusinessCalendar always = BusinessCalendar.alwaysOpen(BERLIN);
        assertThat(always.between(Instant.parse("2026-03-28T23:00:00Z"), Instant.parse("2026-03-29T22:00:00Z")))
                .isEqualTo(Duration.ofHours(23));
        assertThat(always.between(Instant.parse("2026-10-24T22:00:00Z"), Instant.parse("2026-10-25T23:00:00Z")))
                .isEqualTo(Duration.ofHours(25));
        BusinessCalendar night = BusinessCalendar.builder(BERLIN)
                .everyDay(WorkingHours.of("00:00", "04:00"))
                .build();
        assertThat(night.between(Instant.parse("2026-03-28T12:00:00Z"), Instant.parse("2026-03-29T12:00:00Z")))
                .isEqualTo(Duration.ofHours(3));
        assertThat(night.between(Instant.parse("2026-10-24T12:00:00Z"), Instant.parse("2026-10-25T12:00:00Z")))
                .isEqualTo(Duration.ofHours(5));
    }

    @Test
    void hoursInsideTheSkippedHour_areEmpty() {
        BusinessCalendar skipped = BusinessCalendar.builder(BERLIN)
                .hours(DayOfWeek.SUNDAY, WorkingHours.of("02:15", "02:45"))
                .build();
        Instant saturday = Instant.parse("2026-03-28T12:00:00Z");
        assertThat(skipped.nextWorkingInstant(saturday)).contains(Instant.parse("2026-04-05T00:15:00Z"));
        assertThat(skipped.plus(saturday, Duration.ofMinutes(10))).contains(Instant.parse("2026-04-05T00:25:00Z"));
    }

    @Test
    void emptyCalendar_neverOpensAndNeverHangs() {
        BusinessCalendar closed = BusinessCalendar.builder(BERLIN).build();
        Instant now = Instant.parse("2026-11-23T00:00:00Z");
        assertThat(closed.nextWorkingInstant(now)).isEmpty();
        assertThat(closed.plus(now, Duration.ofNanos(1))).isEmpty();
        assertThat(closed.plus(now, Duration.ZERO)).contains(now);
        assertThat(closed.between(now, now.plus(Duration.ofDays(365)))).isEqualTo(Duration.ZERO);
    }

    @Test
    void calendarThatClosesForGood_answersNever() {
        BusinessCalendar once = BusinessCalendar.builder(BERLIN)
                .specialDay(LocalDate.of(2026, 11, 30), WorkingHours.of("10:00", "11:00"))
                .build();
        Instant now = Instant.parse("2026-11-23T00:00:00Z");
        assertThat(once.plus(now, Duration.ofMinutes(60))).contains(Instant.parse("2026-11-30T10:00:00Z"));
        assertThat(once.plus(now, Duration.ofMinutes(61))).isEmpty();
    }

    @Test
    void badInput_isRefused() {
        Instant now = Instant.parse("2026-11-23T00:00:00Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OFFICE.plus(now, Duration.ofNanos(-1)))
                .withMessage("working must be in [PT0S, PT8766000H], was PT-0.000000001S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OFFICE.between(now, now.minusNanos(1)))
                .withMessageContaining("to must not be before from");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OFFICE.between(now, Instant.MAX))
                .withMessageContaining("at most PT8766000H after from");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WorkingHours.of("17:00", "09:00"))
                .withMessage("closes must be after opens or midnight, was opens=17:00, closes=09:00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BusinessCalendar.builder(BERLIN)
                        .everyDay(WorkingHours.of("09:00", "12:00"), WorkingHours.of("11:00", "13:00")))
                .withMessageContaining("hours must not overlap");
    }
}
