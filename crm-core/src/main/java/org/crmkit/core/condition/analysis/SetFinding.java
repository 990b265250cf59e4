package org.crmkit.core.condition.analysis;

import static com.google.common.base.Preconditions.checkNotNull;

import java.util.List;

/**
 * What became of the claim that a set of conditions gives each customer exactly one place.
 *
 * @param covers of the claim that everyone meets a condition; a witness meets none of them, be it because something is missing
 * @param coversDecided of the weaker claim that of no one all conditions are false; where it is proved and {@code covers} is not, only customers of whom
 *     something is missing have no place
 * @param overlaps the pairs of conditions that are not proved to be disjoint
 * @param neverFirst for each condition, of the claim that it is never the first to hold: where that is proved, no one gets there
 */
public record SetFinding(Finding covers, Finding coversDecided, List<Overlap> overlaps, List<Finding> neverFirst) {

    /**
     * Copies the lists.
     *
     * @param covers of the claim that everyone meets a condition
     * @param coversDecided of the claim that of no one all conditions are false
     * @param overlaps the pairs of conditions that are not proved to be disjoint
     * @param neverFirst for each condition, of the claim that it is never the first to hold
     */
    public SetFinding {
        checkNotNull(covers, "covers");
        checkNotNull(coversDecided, "coversDecided");
        overlaps = List.copyOf(overlaps);
        neverFirst = List.copyOf(neverFirst);
    }

    /**
     * Two conditions that may hold of the same customer.
     *
     * @param first the index of one
     * @param second the index of the other
     * @param disjoint of the claim that they are disjoint: refuted or not decided
     */
    public record Overlap(int first, int second, Finding disjoint) {
        /**
         * Checks the finding.
         *
         * @param first the index of one
         * @param second the index of the other
         * @param disjoint of the claim that they are disjoint
         */
        public Overlap {
            checkNotNull(disjoint, "disjoint");
        }
    }

    /**
     * Tells whether everyone meets exactly one condition.
     *
     * @return true if that is proved
     */
    public boolean isPartition() {
        return covers.isProved() && overlaps.isEmpty();
    }

    /**
     * Refuses a set that is not proved to give each customer exactly one place, in whatever order it is tried.
     *
     * @return this
     * @throws IllegalStateException if someone has no place or two, or that could not be excluded; the message says who
     */
    public SetFinding requirePartition() {
        requireCoverage();
        if (!overlaps.isEmpty()) {
            Overlap overlap = overlaps.get(0);
            throw new IllegalStateException("conditions must be disjoint, but " + overlap.first() + " and "
                    + overlap.second() + " are not: " + text(overlap.disjoint()));
        }
        return this;
    }

    /**
     * Refuses a set that is not proved to give each customer a place, where the first condition that holds counts.
     *
     * @return this
     * @throws IllegalStateException if someone has no place, or that could not be excluded; the message says who
     */
    public SetFinding requireCoverage() {
        if (!covers.isProved()) {
            throw new IllegalStateException("conditions must cover everyone, but do not: " + text(covers));
        }
        return this;
    }

    private static String text(Finding finding) {
        return finding.refutation().map(Witness::toString).orElseGet(() -> "not decided");
    }
}
