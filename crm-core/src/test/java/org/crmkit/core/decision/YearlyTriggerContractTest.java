package org.crmkit.core.decision;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import org.crmkit.core.tck.TriggerContract;

class YearlyTriggerContractTest implements TriggerContract<LocalDate> {

    @Override
    public Trigger<LocalDate> trigger() {
        return Trigger.yearly("birthday", Optional::of, LeapDayRule.MARCH_1, 7, ZoneId.of("Europe/Berlin"));
    }

    @Override
    @Provide
    public Arbitrary<LocalDate> facts() {
        Arbitrary<LocalDate> days = Arbitraries.integers()
                .between(0, 20_000)
                .map(day -> LocalDate.of(1976, 2, 29).plusDays(day));
        return Arbitraries.oneOf(
                days, Arbitraries.of(LocalDate.of(2000, 2, 29), LocalDate.of(1999, 1, 1), LocalDate.of(1999, 12, 31)));
    }
}
