package org.crmkit.core.decision;

import static com.google.common.base.Preconditions.checkNotNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.crmkit.core.attribute.AttributeKey;
import org.crmkit.core.attribute.Attributes;
import org.crmkit.core.attribute.Provenance;
import org.crmkit.core.customer.CustomerId;

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

    /**
     * Returns the changes that lead from what was known to what is known.
     *
     * @param actor who changed it
     * @param subject whose data
     * @param before what was known
     * @param after what is known now
     * @param at when it was changed
     * @return one change for each attribute whose value differs, ordered by name; a new source of the same value is no change
     */
    public static List<DataChange> between(
            String actor, CustomerId subject, Attributes before, Attributes after, Instant at) {
        SortedMap<String, DataChange> changes = new TreeMap<>();
        for (AttributeKey<?> key : before.keys()) {
            if (after.key(key.name()).isEmpty()) {
                changes.put(
                        key.name(), new DataChange(actor, subject, key.name(), Kind.REMOVED, Provenance.of(actor), at));
            }
        }
        for (AttributeKey<?> key : after.keys()) {
            Optional<Kind> kind = changeOf(key, before, after);
            kind.ifPresent(what -> changes.put(
                    key.name(), new DataChange(actor, subject, key.name(), what, sourceOf(key, after), at)));
        }
        return List.copyOf(changes.values());
    }

    private static <T> Optional<Kind> changeOf(AttributeKey<T> key, Attributes before, Attributes after) {
        Optional<AttributeKey<?>> known = before.key(key.name());
        if (known.isEmpty()) {
            return Optional.of(Kind.ADDED);
        }
        boolean same = known.get().equals(key) && before.get(key).equals(after.get(key));
        return same ? Optional.empty() : Optional.of(Kind.CHANGED);
    }

    private static <T> Provenance sourceOf(AttributeKey<T> key, Attributes after) {
        return after.value(key).orElseThrow().provenance();
    }
}
