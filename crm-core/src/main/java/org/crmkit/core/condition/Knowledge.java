package org.crmkit.core.condition;

import java.util.Optional;
import org.crmkit.core.customer.Attributes;
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

    Attributes attributes();

    /** Returns what the activities up to a moment add up to, or empty if that is no longer known. */
    Optional<CustomerSummary> summary(AsOf now);

    /** Returns the activities, or empty if only sums are known. */
    Optional<EventList> events();

    Optional<Score<?>> score(String name);
}
