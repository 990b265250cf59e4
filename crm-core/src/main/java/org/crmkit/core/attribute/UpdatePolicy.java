package org.crmkit.core.attribute;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;

/**
 * Decides which of two statements about the same attribute stays.
 *
 * <p>A customer's own correction should beat a stale import, and an import of unknown age should beat nothing. It decides from the provenances alone,
 * so it cannot leak a value. It must be pure. Implementations are thread-safe. A schema gives each attribute its own policy, see
 * {@link AttributeSchema#update}; the standard ones are data that is stored with it.
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
    static Standard newestWins() {
        return new Standard(Rule.NEWEST_WINS, List.of());
    }

    /**
     * Returns the policy by which the better source wins, and the newer statement within a source.
     *
     * @param sources the sources, best first; others come after all of these and tie with each other
     * @return the policy
     */
    static Standard sourcePriority(String... sources) {
        return new Standard(Rule.SOURCE_PRIORITY, List.of(sources));
    }

    /**
     * Returns the policy by which the first statement stays.
     *
     * @return the policy
     */
    static Standard keep() {
        return new Standard(Rule.KEEP, List.of());
    }

    /** What the policies of this library go by. */
    enum Rule {
        /** The newer statement wins. */
        NEWEST_WINS,
        /** The better source wins, and the newer statement within a source. */
        SOURCE_PRIORITY,
        /** The first statement stays. */
        KEEP
    }

    /**
     * A policy of this library, as a schema stores it.
     *
     * @param rule what it goes by
     * @param sources the sources by rank, best first, none twice; empty where the rule does not rank them
     */
    record Standard(Rule rule, List<String> sources) implements UpdatePolicy {

        /**
         * Checks that sources are given where they count.
         *
         * @param rule what it goes by
         * @param sources the sources by rank
         */
        public Standard {
            checkNotNull(rule, "rule");
            sources = List.copyOf(sources);
            checkArgument(
                    sources.isEmpty() == (rule != Rule.SOURCE_PRIORITY),
                    "sources must be given for SOURCE_PRIORITY only, were %s for %s",
                    sources,
                    rule);
            checkArgument(new HashSet<>(sources).size() == sources.size(), "sources must differ, were %s", sources);
        }

        @Override
        public boolean replaces(Provenance present, Provenance incoming) {
            checkNotNull(present, "present");
            checkNotNull(incoming, "incoming");
            return switch (rule) {
                case NEWEST_WINS -> isNotOlder(present, incoming);
                case SOURCE_PRIORITY -> {
                    int before = rank(present);
                    int after = rank(incoming);
                    yield before == after ? isNotOlder(present, incoming) : after < before;
                }
                case KEEP -> false;
            };
        }

        private static boolean isNotOlder(Provenance present, Provenance incoming) {
            Instant before = present.collectedAt().orElse(Instant.MIN);
            return !incoming.collectedAt().orElse(Instant.MIN).isBefore(before);
        }

        private int rank(Provenance provenance) {
            int index = sources.indexOf(provenance.source());
            return index < 0 ? sources.size() : index;
        }
    }
}
