package org.crmkit.segmentation.rfm;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.util.List;

/**
 * A name for a set of cells.
 *
 * @param name not blank
 * @param ranges the cells, as blocks; at least one
 */
public record RfmSegment(String name, List<RfmRange> ranges) {

    /**
     * Checks the parts.
     *
     * @param name not blank
     * @param ranges the cells, as blocks; at least one
     */
    public RfmSegment {
        checkArgument(!checkNotNull(name, "name").isBlank(), "name must not be blank");
        ranges = List.copyOf(ranges);
        checkArgument(!ranges.isEmpty(), "ranges of %s must not be empty", name);
    }

    boolean contains(int recency, int frequency, int monetary) {
        for (RfmRange range : ranges) {
            if (range.contains(recency, frequency, monetary)) {
                return true;
            }
        }
        return false;
    }
}
