package org.crmkit.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SegmentUpkeepTest {
    private static final int CUSTOMERS = 2_000;
    private static final int DAYS = 30;

    /** Goal G7: everyone asked once a day would be at least 20 times as many evaluations. */
    @Test
    void segmentsAreThoseOfAskingAnew_withFewLooks() {
        SegmentUpkeep upkeep = new SegmentUpkeep(new SimulatedShop(CUSTOMERS, DAYS, 7));
        for (int day = 1; day <= DAYS; day++) {
            Instant moment = SimulatedShop.START.plus(Duration.ofDays(day));
            upkeep.advanceTo(moment);
            assertThat(upkeep.differences(moment)).as("day %s", day).isZero();
        }
        assertThat(upkeep.events()).isPositive();
        assertThat(upkeep.looks()).isLessThanOrEqualTo((long) CUSTOMERS * DAYS / 20);
    }
}
