package org.crmkit.segmentation.rfm;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a table of named segments does with the cells.
 *
 * @param cells how many there are, above zero
 * @param uncovered codes of the cells that no segment names; the table's "otherwise" gets them
 * @param overlapping codes of the cells that several segments name; the first of them gets them
 * @param unreachable segments that get no cell because earlier ones have them all
 * @param cellsOf how many cells each segment gets, in the order of the table
 */
public record RfmCoverage(
        int cells,
        List<String> uncovered,
        List<String> overlapping,
        List<String> unreachable,
        Map<String, Integer> cellsOf) {

    /**
     * Checks the parts.
     *
     * @param cells how many there are, above zero
     * @param uncovered codes of the cells that no segment names; the table's "otherwise" gets them
     * @param overlapping codes of the cells that several segments name; the first of them gets them
     * @param unreachable segments that get no cell because earlier ones have them all
     * @param cellsOf how many cells each segment gets, in the order of the table
     */
    public RfmCoverage {
        checkArgument(cells > 0, "cells must be above 0, was %s", cells);
        cellsOf.forEach((name, count) -> checkArgument(
                count >= 0 && count <= cells, "cells of %s must be in [0, %s], was %s", name, cells, count));
        uncovered = List.copyOf(uncovered);
        overlapping = List.copyOf(overlapping);
        unreachable = List.copyOf(unreachable);
        cellsOf = Collections.unmodifiableMap(new LinkedHashMap<>(cellsOf));
    }

    /**
     * Tells whether every cell belongs to exactly one segment, and every segment has one.
     *
     * @return true for a partition
     */
    public boolean isPartition() {
        return uncovered.isEmpty() && overlapping.isEmpty() && unreachable.isEmpty();
    }
}
