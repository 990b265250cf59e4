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
        ActivityCodes.checkCommon(id, customer, at, channel);
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

    /**
     * Returns this with a channel.
     *
     * @param newChannel by which way
     * @return a changed copy
     */
    public Interaction withChannel(Channel newChannel) {
        return new Interaction(id, customer, at, Optional.of(newChannel), kind, subject, result, duration, by);
    }

    /**
     * Returns this with a subject.
     *
     * @param newSubject what it was about, as a code of the house
     * @return a changed copy
     */
    public Interaction withSubject(String newSubject) {
        return new Interaction(id, customer, at, channel, kind, Optional.of(newSubject), result, duration, by);
    }

    /**
     * Returns this with a result.
     *
     * @param newResult how it ended, as a code of the house
     * @return a changed copy
     */
    public Interaction withResult(String newResult) {
        return new Interaction(id, customer, at, channel, kind, subject, Optional.of(newResult), duration, by);
    }

    /**
     * Returns this with a duration.
     *
     * @param newDuration how long it took, not negative
     * @return a changed copy
     */
    public Interaction withDuration(Duration newDuration) {
        return new Interaction(id, customer, at, channel, kind, subject, result, Optional.of(newDuration), by);
    }

    /**
     * Returns this with who acted for the house.
     *
     * @param actor who acted for the house, as a code
     * @return a changed copy
     */
    public Interaction withBy(String actor) {
        return new Interaction(id, customer, at, channel, kind, subject, result, duration, Optional.of(actor));
    }

    @Override
    public String code() {
        return "interaction." + kind.name().toLowerCase(Locale.ROOT);
    }

    /** Returns id, customer and instant; never what it says, which may tell of an illness. */
    @Override
    public String toString() {
        return ActivityCodes.shown(this);
    }
}
