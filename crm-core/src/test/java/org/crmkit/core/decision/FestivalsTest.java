package org.crmkit.core.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class FestivalsTest {

    /** Made by lunar_festivals.py beside it ({@code python3 lunar_festivals.py > lunar_festivals.csv}, Python 3). */
    @ParameterizedTest
    @CsvFileSource(resources = "lunar_festivals.csv", numLinesToSkip = 1)
    void tables_areTheComputedCalendar(int year, LocalDate spring, LocalDate dragonBoat, LocalDate midAutumn) {
        assertThat(spring.getYear()).isEqualTo(year);
        assertThat(Festivals.SPRING_FESTIVAL).contains(spring).hasSize(12);
        assertThat(Festivals.DRAGON_BOAT_FESTIVAL).contains(dragonBoat).hasSize(12);
        assertThat(Festivals.MID_AUTUMN_FESTIVAL).contains(midAutumn).hasSize(12);
    }

    @Test
    void onDates_nextSpringFestival() {
        Trigger<String> trigger =
                Trigger.onDates("spring-festival", Festivals.SPRING_FESTIVAL, 7, ZoneId.of("Asia/Shanghai"));
        assertThat(trigger.observe("", Instant.parse("2026-11-23T00:00:00Z")))
                .isEqualTo(Signal.off(Instant.parse("2027-01-29T16:00:00Z")));
    }
}
