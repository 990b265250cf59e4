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
        return earlier(created, first);
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

    /**
     * Returns the earlier of two instants.
     *
     * @param a one of them, if known
     * @param b the other, if known
     * @return the one that is known, or the earlier one
     */
    static Optional<Instant> earlier(Optional<Instant> a, Optional<Instant> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.or(() -> b);
        }
        return a.get().isBefore(b.get()) ? a : b;
    }
}
