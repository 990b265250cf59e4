package org.crmkit.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AsOfTest {

    /** Leap day, both clock changes, a year end, midnight itself, a zone east and one west. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            2024-03-01T00:00:00Z, UTC,              2024-02-28T23:59:59Z, 2
            2023-03-01T00:00:00Z, UTC,              2023-02-28T23:59:59Z, 1
            2026-03-29T22:30:00Z, Europe/Berlin,    2026-03-28T23:30:00Z, 1
            2026-03-29T21:30:00Z, Europe/Berlin,    2026-03-28T23:30:00Z, 0
            2026-10-25T23:30:00Z, Europe/Berlin,    2026-10-24T22:30:00Z, 1
            2026-10-25T22:30:00Z, Europe/Berlin,    2026-10-24T22:30:00Z, 0
            2026-01-01T00:00:00Z, Asia/Shanghai,    2025-12-31T15:59:59Z, 1
            2026-01-01T00:00:00Z, Asia/Shanghai,    2025-12-31T16:00:00Z, 0
            2026-01-01T00:00:00Z, America/New_York, 2025-12-31T05:00:00Z, 0
            2026-01-01T00:00:00Z, UTC,              2026-01-01T00:00:00Z, 0
            2026-01-01T00:00:00Z, UTC,              2026-01-02T00:00:00Z, -1
            2012-01-01T12:00:00Z, Pacific/Apia,     2011-12-29T12:00:00Z, 4
            """)
    void daysSince_countsLocalDates(Instant now, String zone, Instant past, long days) {
        assertThat(AsOf.of(now, ZoneId.of(zone)).daysSince(past)).isEqualTo(days);
    }

    @Test
    void endOf_isTheLastNanosecondOfTheDay() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        LocalDate springForward = LocalDate.of(2026, 3, 29);
        AsOf end = AsOf.endOf(springForward, berlin);
        assertThat(end.instant()).isEqualTo("2026-03-29T21:59:59.999999999Z");
        assertThat(end.date()).isEqualTo(springForward);
        assertThat(end.daysSince(springForward)).isZero();
    }

    @Test
    void startOf_whereMidnightDoesNotExist() {
        AsOf start = AsOf.startOf(LocalDate.of(2018, 11, 4), ZoneId.of("America/Sao_Paulo"));
        assertThat(start.instant()).isEqualTo("2018-11-04T03:00:00Z");
        assertThat(start.date()).isEqualTo(LocalDate.of(2018, 11, 4));
    }
}
