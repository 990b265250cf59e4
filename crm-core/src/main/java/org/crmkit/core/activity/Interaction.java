package org.crmkit.core.activity;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.crmkit.core.customer.Channel;
import org.crmkit.core.customer.CustomerId;

/**
 * A contact that is neither a sale nor a complaint: a visit, a call, a consultation, a page looked at, a message.
 *
 * @param id its identity
 * @param customer who was met or reached
 * @param at when it began
 * @param channel by which way, if known
 * @param kind what sort of contact
 * @param subject what it was about, as a code of the house (an item, a campaign, a purpose), if known
 * @param result how it ended, as a code of the house, if known
 * @param duration how long it took, not negative, if known
 * @param by who acted for the house, as a code (a representative, a pharmacist, a campaign engine), if known
 */
public record Interaction(
        ActivityId id,
        CustomerId customer,
        Instant at,
        Optional<Channel> channel,
        Kind kind,
        Optional<String> subject,
        Optional<String> result,
        Optional<Duration> duration,
        Optional<String> by)
        implements Activity {

    /** What sort of contact it was. */
    public enum Kind {
        /** A visit at the customer's place. */
        VISIT,
        /** A call by telephone. */
        CALL,
        /** Professional advice, such as a pharmacist's. */
        CONSULTATION,
        /** Pages or items looked at. */
        BROWSE,
        /** A search for an item. */
        SEARCH,
        /** A message from or to the customer. */
        MESSAGE,
        /** A touch of a campaign. */
        CAMPAIGN,
        /** Presence at an event: a lecture, a check-up, a training. */
        EVENT
    }

    /**
     * Checks the parts.
     *
     * @param id its identity
     * @param customer who was met or reached
     * @param at when it began
     * @param channel by which way
     * @param kind what sort of contact
     * @param subject what it was about
     * @param result how it ended
     * @param duration how long it took
     * @param by who acted for the house
     */
    public Interaction {
        checkNotNull(id, "id");
        checkNotNull(customer, "customer");
        checkNotNull(at, "at");
        checkNotNull(channel, "channel");
        checkNotNull(kind, "kind");
        checkNotNull(subject, "subject");
        checkNotNull(result, "result");
        checkNotNull(duration, "duration");
        checkNotNull(by, "by");
        checkArgument(
                duration.isEmpty() || !duration.get().isNegative(),
                "duration of %s must not be negative, was %s",
                id,
                duration);
    }

    /**
     * Returns a contact of which only the kind is known.
     *
     * @param id its identity
     * @param customer who was met or reached
     * @param at when it began
     * @param kind what sort of contact
     * @return the interaction
     */
    public static Interaction of(String id, String customer, Instant at, Kind kind) {
        return new Interaction(
                new ActivityId(id),
                new CustomerId(customer),
                at,
                Optional.empty(),
                kind,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Override
    public String code() {
        return "interaction." + kind.name().toLowerCase(Locale.ROOT);
    }
}
