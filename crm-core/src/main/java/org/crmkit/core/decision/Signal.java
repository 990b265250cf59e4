package org.crmkit.core.decision;

import static com.google.common.base.Preconditions.checkNotNull;

import java.time.Instant;
import java.util.Optional;

/**
 * What a trigger sees at an instant, and until when it will see the same if no fact changes.
 *
 * <p>Labels may tell a date of birth or a diagnosis, so {@link #toString()} does not print them.
 *
 * @param label what is so, such as the date of the occasion; absent while nothing is
 * @param validUntil the first instant at which that may change; {@link Instant#MAX} for never
 */
public record Signal(Optional<String> label, Instant validUntil) {

    /**
     * Checks the parts.
     *
     * @param label what is so
     * @param validUntil the first instant at which that may change
     */
    public Signal {
        checkNotNull(label, "label");
        label.ifPresent(text -> Checks.name(text, "label"));
        checkNotNull(validUntil, "validUntil");
    }

    /**
     * Returns that something is so.
     *
     * @param label what is so
     * @param validUntil until when
     * @return the signal
     */
    public static Signal on(String label, Instant validUntil) {
        return new Signal(Optional.of(label), validUntil);
    }

    /**
     * Returns that nothing is so.
     *
     * @param validUntil until when
     * @return the signal
     */
    public static Signal off(Instant validUntil) {
        return new Signal(Optional.empty(), validUntil);
    }

    /** Returns whether something is so and until when; never what. */
    @Override
    public String toString() {
        return "Signal[label=" + (label.isPresent() ? "***" : "none") + ", validUntil=" + validUntil + ']';
    }
}
