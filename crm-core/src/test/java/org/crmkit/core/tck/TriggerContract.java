package org.crmkit.core.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.crmkit.core.decision.Signal;
import org.crmkit.core.decision.Trigger;

/**
 * What every {@link Trigger} promises; implement it in a test class of your own.
 *
 * <ol>
 *   <li>the same facts at the same instant give the same signal;
 *   <li>the signal holds until an instant that lies ahead;
 *   <li>until then the label stays the same.
 * </ol>
 *
 * @param <T> the facts that the trigger reads
 */
public interface TriggerContract<T> {
    /** How many facts and instants each rule is tried on. */
    int TRIES = 300;

    /**
     * Returns the trigger under test.
     *
     * @return the trigger
     */
    Trigger<T> trigger();

    /**
     * Returns the facts that the rules are tried on.
     *
     * @return random facts
     */
    @Provide
    Arbitrary<T> facts();

    /**
     * Returns the instants that the rules are tried on; replace it where others matter more.
     *
     * @return minutes of the years 2024 to 2030
     */
    @Provide
    default Arbitrary<Instant> instants() {
        long from = Instant.parse("2024-01-01T00:00:00Z").getEpochSecond() / 60;
        long to = Instant.parse("2030-12-31T00:00:00Z").getEpochSecond() / 60;
        return Arbitraries.longs().between(from, to).map(minute -> Instant.ofEpochSecond(minute * 60));
    }

    /** Rule 1: the same facts at the same instant give the same signal. */
    @Property(tries = TRIES)
    default void rule1_sameFactsSameSignal(@ForAll("facts") T facts, @ForAll("instants") Instant at) {
        assertThat(trigger().observe(facts, at)).isEqualTo(trigger().observe(facts, at));
        assertThat(trigger().id()).isEqualTo(trigger().id()).isNotBlank();
    }

    /** Rule 2: the signal holds until an instant that lies ahead. */
    @Property(tries = TRIES)
    default void rule2_validUntilLiesAhead(@ForAll("facts") T facts, @ForAll("instants") Instant at) {
        assertThat(trigger().observe(facts, at).validUntil()).isAfter(at);
    }

    /** Rule 3: until then the label stays the same. */
    @Property(tries = TRIES)
    default void rule3_labelStaysUntilThen(
            @ForAll("facts") T facts, @ForAll("instants") Instant at, @ForAll @IntRange(max = 1000) int part) {
        Signal signal = trigger().observe(facts, at);
        Instant until =
                signal.validUntil().equals(Instant.MAX) ? at.plus(Duration.ofDays(10_000)) : signal.validUntil();
        Instant between = at.plus(
                Duration.between(at, until).minusNanos(1).multipliedBy(part).dividedBy(1000));
        assertThat(trigger().observe(facts, between).label()).isEqualTo(signal.label());
    }
}
