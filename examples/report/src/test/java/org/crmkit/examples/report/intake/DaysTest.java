package org.crmkit.examples.report.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DaysTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            2026-02-03,                     UTC,            2026-02-03
            2026/2/3,                       UTC,            2026-02-03
            20260203,                       UTC,            2026-02-03
            2024-02-29 23:59,               UTC,            2024-02-29
            2026-02-03T04:05:06,            Asia/Shanghai,  2026-02-03
            2026-02-03 04:05:06.789,        Asia/Shanghai,  2026-02-03
            2026-02-03T23:30:00Z,           Asia/Shanghai,  2026-02-04
            2026-02-03T00:30:00+08:00,      UTC,            2026-02-02
            2026-02-03 00:30 +0800,         UTC,            2026-02-02
            2026-02-03T00:30:00-05,         Europe/Berlin,  2026-02-03
            2026-03-29T02:30:00,            Europe/Berlin,  2026-03-29
            2025-12-31T23:00:00Z,           Europe/Berlin,  2026-01-01
            2016-12-31T23:59:60Z,           UTC,            2016-12-31
            """)
    void read_givesTheLocalDateOfTheZone(String text, String zone, LocalDate expected) {
        int day = new Days(ZoneId.of(zone)).read(text.toCharArray(), 0, text.length());
        assertThat(LocalDate.ofEpochDay(day)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026",
                "2026-02-30",
                "2025-02-29",
                "2026-13-01",
                "2026-00-10",
                "31/01/2026",
                "01.02.2026",
                "2026-02-03T",
                "2026-02-03 25:00",
                "2026-02-03 10:61",
                "2026-02-03 10:00 PM",
                "2026-02-03T10:00:00+99:00",
                "2026-02-03x",
                "1899-12-31",
                "2200-01-01",
                "0000-00-00",
                "2026-02/03",
                "yesterday",
                "1738540800",
                "2026-02-03T10:00:00Zjunk",
                "2026-02-03T10:00:00."
            })
    void read_doesNotGuess(String text) {
        assertThat(new Days(ZoneId.of("UTC")).read(text.toCharArray(), 0, text.length()))
                .isEqualTo(Days.UNREADABLE);
    }
}
