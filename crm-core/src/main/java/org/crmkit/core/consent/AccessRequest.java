package org.crmkit.core.consent;

import static com.google.common.base.Preconditions.checkNotNull;

import java.time.Instant;
import java.util.Optional;
import org.crmkit.core.attribute.DataClass;
import org.crmkit.core.customer.Channel;
import org.crmkit.core.customer.CustomerId;

/**
 * The question whether data of one class of one person may be used for a purpose at an instant.
 *
 * @param person whose data
 * @param dataClass the class of the data
 * @param purpose what for
 * @param channel the channel it will be used over; without one, only consent that is not bound to a channel counts
 * @param at the instant of the use
 */
public record AccessRequest(
        CustomerId person, DataClass dataClass, Purpose purpose, Optional<Channel> channel, Instant at) {

    /**
     * Checks the parts.
     *
     * @param person whose data
     * @param dataClass the class of the data
     * @param purpose what for
     * @param channel the channel
     * @param at the instant of the use
     */
    public AccessRequest {
        checkNotNull(person, "person");
        checkNotNull(dataClass, "dataClass");
        checkNotNull(purpose, "purpose");
        checkNotNull(channel, "channel");
        checkNotNull(at, "at");
    }

    /**
     * Returns a question without a channel.
     *
     * @param person whose data
     * @param dataClass the class of the data
     * @param purpose what for
     * @param at the instant of the use
     * @return the request
     */
    public static AccessRequest of(CustomerId person, DataClass dataClass, Purpose purpose, Instant at) {
        return new AccessRequest(person, dataClass, purpose, Optional.empty(), at);
    }

    /**
     * Returns the same question for a channel.
     *
     * @param newChannel the channel
     * @return a changed copy
     */
    public AccessRequest over(Channel newChannel) {
        return new AccessRequest(person, dataClass, purpose, Optional.of(newChannel), at);
    }

    /**
     * Returns the same question at another instant.
     *
     * @param newAt the instant of the use
     * @return a changed copy
     */
    public AccessRequest at(Instant newAt) {
        return new AccessRequest(person, dataClass, purpose, channel, newAt);
    }
}
