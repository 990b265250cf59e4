package org.crmkit.core.condition;

import java.time.Instant;
import java.util.Optional;
import org.crmkit.core.attribute.AttributeKey;
import org.crmkit.core.customer.Customer;
import org.crmkit.core.customer.CustomerId;
import org.crmkit.core.profile.Profile;
import org.crmkit.core.score.Score;
import org.crmkit.core.summary.CustomerSummary;
import org.crmkit.core.time.AsOf;

/** What is known of one customer, however it is kept. */
interface Knowledge {

    Profile profile();

    CustomerId id();

    Optional<Customer> customer();

    <T> Optional<T> value(AttributeKey<T> key);

    /** Returns what the activities up to a moment add up to, or empty if that is no longer known. */
    Optional<CustomerSummary> summary(AsOf now);

    /** Returns the activities, or empty if only sums are known. */
    Optional<EventList> events();

    /** Returns from when on the activities of a stream are complete. */
    default Optional<Instant> observedSince(ObservedSince source, EventStream stream) {
        return source.of(profile(), stream);
    }

    Optional<Score<?>> score(String name);
}
