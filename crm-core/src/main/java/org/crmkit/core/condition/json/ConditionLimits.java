package org.crmkit.core.condition.json;

import static com.google.common.base.Preconditions.checkArgument;

import org.crmkit.core.condition.Condition;

/**
 * What a stored condition may not exceed; checked while reading, before anything is built.
 *
 * <p>What any condition may not exceed, be it built in Java or read, stands at {@link Condition#MOST_DEPTH} and {@link Condition#MOST_NODES}; whoever reads
 * rules that users saved may ask for less.
 *
 * @param depth how deep conditions may be nested, in [1, {@link Condition#MOST_DEPTH}]
 * @param nodes how many JSON objects there may be, at least 1
 * @param elements how many elements a list may hold, at least 1
 * @param textLength how many characters a text may have, at least 1
 * @param characters how many characters the whole may have, at least 1
 */
public record ConditionLimits(int depth, int nodes, int elements, int textLength, int characters) {

    /** Depth 64, 25,000 objects (a condition and its window are two), 10,000 elements a list, 1,000 characters a text, 4,000,000 in all. */
    public static final ConditionLimits STANDARD =
            new ConditionLimits(Condition.MOST_DEPTH, 25_000, 10_000, 1_000, 4_000_000);

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
        checkArgument(
                depth >= 1 && depth <= Condition.MOST_DEPTH,
                "depth must be in [1, %s], was %s",
                Condition.MOST_DEPTH,
                depth);
        checkArgument(nodes >= 1, "nodes must be at least 1, was %s", nodes);
        checkArgument(elements >= 1, "elements must be at least 1, was %s", elements);
        checkArgument(textLength >= 1, "textLength must be at least 1, was %s", textLength);
        checkArgument(characters >= 1, "characters must be at least 1, was %s", characters);
    }
}
