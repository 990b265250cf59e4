package org.crmkit.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TimeGrainTest {

    @ParameterizedTest
    @CsvSource({"DAY, 1, 365.25", "WEEK, 7, 52.17857142857143", "MONTH, 30.4375, 12"})
    void days_perYear(TimeGrain grain, double days, double perYear) {
        assertThat(grain.days()).isEqualTo(days);
        assertThat(grain.perYear()).isEqualTo(perYear);
    }

    @ParameterizedTest
    @EnumSource
    void conversionsAreInverse(TimeGrain grain) {
        assertThat(grain.toDays(grain.fromDays(266))).isCloseTo(266, within(1e-12));
        assertThat(grain.fromDays(Double.NaN)).isNaN();
    }
}
