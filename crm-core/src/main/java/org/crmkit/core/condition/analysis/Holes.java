package org.crmkit.core.condition.analysis;

import java.util.List;

/**
 * Customers who have no place in a set of conditions.
 *
 * @param witnesses one of each kind that was found
 * @param areAll whether there are certainly no other kinds
 */
public record Holes(List<Witness> witnesses, boolean areAll) {
    /**
     * Copies the list.
     *
     * @param witnesses one of each kind that was found
     * @param areAll whether there are certainly no other kinds
     */
    public Holes {
        witnesses = List.copyOf(witnesses);
    }
}
