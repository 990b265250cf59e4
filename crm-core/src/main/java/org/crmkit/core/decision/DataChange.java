package org.crmkit.core.decision;

import static com.google.common.base.Preconditions.checkNotNull;

import java.time.Instant;
import org.crmkit.core.customer.CustomerId;
import org.crmkit.core.customer.Provenance;

/**
 * Someone changed what is known of a customer. The log names the attribute and its new source, never a value.
 *
 * @param actor who changed it
 * @param subject whose data
 * @param attribute the name of the attribute
 * @param kind what was done to it
 * @param source where the new value comes from
 * @param at when
 */
public record DataChange(String actor, CustomerId subject, String attribute, Kind kind, Provenance source, Instant at)
        implements LogEntry {

    /** What was done. */
    public enum Kind {
        /** A first value was stated. */
        ADDED,
        /** Another value was stated. */
        CHANGED,
        /** The value was forgotten. */
        REMOVED
    }

    /**
     * Checks the parts.
     *
     * @param actor who changed it
     * @param subject whose data
     * @param attribute the name of the attribute
     * @param kind what was done to it
     * @param source where the new value comes from
     * @param at when
     */
    public DataChange {
        Checks.name(actor, "actor");
        checkNotNull(subject, "subject");
        Checks.name(attribute, "attribute");
        checkNotNull(kind, "kind");
        checkNotNull(source, "source");
        checkNotNull(at, "at");
    }
}
