package org.crmkit.core.attribute;

import static com.google.common.base.Preconditions.checkNotNull;

import java.time.Instant;
import java.util.List;

/**
 * Decides which of two statements about the same attribute stays.
 *
 * <p>A customer's own correction should beat a stale import, and an import of unknown age should beat nothing. It decides from the provenances alone,
 * so it cannot leak a value. It must be pure. Implementations are thread-safe.
 */
@FunctionalInterface
public interface UpdatePolicy {

    /**
     * Tells whether the incoming statement replaces the present one.
     *
     * @param present where the present value came from
     * @param incoming where the new value comes from
     * @return true to replace
     */
    boolean replaces(Provenance present, Provenance incoming);

    /**
     * Returns the policy by which the newer statement wins, and the later call on a tie.
     *
     * <p>A statement without a time counts as older than any with one.
     *
     * @return the policy
     */
    static UpdatePolicy newestWins() {
        return (present, incoming) -> {
            Instant before = present.collectedAt().orElse(Instant.MIN);
            return !incoming.collectedAt().orElse(Instant.MIN).isBefore(before);
        };
    }

    /**
     * Returns the policy by which the better source wins, and the newer statement within a source.
     *
     * @param sources the sources, best first; others come after all of these and tie with each other
     * @return the policy
     */
    static UpdatePolicy sourcePriority(String... sources) {
        List<String> ranking = List.of(sources);
        return (present, incoming) -> {
            int before = rank(ranking, present);
            int after = rank(ranking, incoming);
            return before == after ? newestWins().replaces(present, incoming) : after < before;
        };
    }

    /**
     * Returns the policy by which the first statement stays.
     *
     * @return the policy
     */
    static UpdatePolicy keep() {
        return (present, incoming) -> false;
    }

    private static int rank(List<String> ranking, Provenance provenance) {
        int index = ranking.indexOf(checkNotNull(provenance, "provenance").source());
        return index < 0 ? ranking.size() : index;
    }
}
