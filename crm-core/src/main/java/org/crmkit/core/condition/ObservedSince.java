package org.crmkit.core.condition;

import java.time.Instant;
import java.util.Optional;
import org.crmkit.core.activity.ActivityHistory;
import org.crmkit.core.customer.Customer;
import org.crmkit.core.profile.Profile;

/** Knows from which instant on the activities of a customer are complete. */
@FunctionalInterface
public interface ObservedSince {

    /** The creation of the customer or the first activity, whichever is earlier; unknown if there is neither. */
    ObservedSince CREATION_OR_FIRST_ACTIVITY = (profile, stream) -> {
        Optional<Instant> created = profile.customer().flatMap(Customer::createdAt);
        ActivityHistory history = profile.activities();
        Optional<Instant> first = history.size() == 0 ? Optional.empty() : Optional.of(history.at(0));
        if (created.isEmpty() || first.isEmpty()) {
            return created.or(() -> first);
        }
        return created.get().isBefore(first.get()) ? created : first;
    };

    /** Nothing is missing for anyone. */
    ObservedSince EVER = (profile, stream) -> Optional.of(Instant.MIN);

    /**
     * Returns the instant from which on nothing is missing.
     *
     * @param profile the customer
     * @param stream the activities asked about
     * @return the instant, or empty if that is not known
     */
    Optional<Instant> of(Profile profile, EventStream stream);
}
