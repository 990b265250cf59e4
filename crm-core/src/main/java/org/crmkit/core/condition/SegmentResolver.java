package org.crmkit.core.condition;

import java.util.Optional;
import java.util.OptionalInt;

/** Knows the definitions of the segments that conditions refer to. */
@FunctionalInterface
public interface SegmentResolver {

    /** Knows none. */
    SegmentResolver NONE = (id, version) -> Optional.empty();

    /**
     * Returns the definition of a segment.
     *
     * @param id the id of the segment
     * @param version its version, or empty for the current one
     * @return its condition, or empty if there is none; it may refer to other segments, at most 16 in a row, and not to itself
     */
    Optional<Condition> resolve(String id, OptionalInt version);
}
