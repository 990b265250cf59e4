package org.crmkit.core.activity;

import java.time.Instant;
import java.util.Optional;
import org.crmkit.core.customer.Channel;
import org.crmkit.core.customer.CustomerId;

/**
 * Something that happened between a customer and the house, at an instant.
 *
 * <p>The kinds are closed; what the house does not know is a {@link CustomActivity} with a code and fields of its own. Activities are values: equal
 * when all they say is equal. They carry no clock and no storage.
 */
public sealed interface Activity
        permits Purchase, Refund, Interaction, ServiceCaseEvent, SurveyResponse, CustomActivity {

    /**
     * Returns the identity of this activity in the system that reported it.
     *
     * @return the id
     */
    ActivityId id();

    /**
     * Returns whose activity it is.
     *
     * @return the customer's id
     */
    CustomerId customer();

    /**
     * Returns when it happened, not when it was reported.
     *
     * @return the instant
     */
    Instant at();

    /**
     * Returns the way the customer was met or reached.
     *
     * @return the channel, or empty if it is not known
     */
    Optional<Channel> channel();

    /**
     * Returns what kind of activity this is, as a stable dotted word for summaries, conditions and counts.
     *
     * <p>{@code purchase}, {@code refund}, {@code interaction.<kind>}, {@code case.<step>}, {@code survey.<instrument>}, {@code custom.<code>}.
     *
     * @return the code, lower case
     */
    String code();
}
