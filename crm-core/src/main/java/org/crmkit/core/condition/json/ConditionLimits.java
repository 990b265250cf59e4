package org.crmkit.core.condition.json;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * What a stored condition may not exceed; checked while reading, before anything is built.
 *
 * @param depth how deep conditions may be nested, in [1, 500]
 * @param nodes how many JSON objects there may be, at least 1
 * @param elements how many elements a list may hold, at least 1
 * @param textLength how many characters a text may have, at least 1
 * @param characters how many characters the whole may have, at least 1
 */
public record ConditionLimits(int depth, int nodes, int elements, int textLength, int characters) {

    /** Depth 64, 10,000 objects, 10,000 elements a list, 1,000 characters a text, 4,000,000 in all. */
    public static final ConditionLimits STANDARD = new ConditionLimits(64, 10_000, 10_000, 1_000, 4_000_000);

    private static final int DEEPEST = 500;

    /**
     * Checks the numbers.
     *
     * @param depth how deep conditions may be nested
     * @param nodes how many JSON objects there may be
     * @param elements how many elements a list may hold
     * @param textLength how many characters a text may have
     * @param characters how many characters the whole may have
     */
    public ConditionLimits {
        checkArgument(depth >= 1 && depth <= DEEPEST, "depth must be in [1, %s], was %s", DEEPEST, depth);
        checkArgument(nodes >= 1, "nodes must be at least 1, was %s", nodes);
        checkArgument(elements >= 1, "elements must be at least 1, was %s", elements);
        checkArgument(textLength >= 1, "textLength must be at least 1, was %s", textLength);
        checkArgument(characters >= 1, "characters must be at least 1, was %s", characters);
    }
}
