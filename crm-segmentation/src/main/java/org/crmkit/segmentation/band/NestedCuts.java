package org.crmkit.segmentation.band;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;
import static com.google.common.base.Preconditions.checkState;

import java.util.List;

/**
 * Fitted cuts of several columns, each fitted inside the groups that the columns before it made.
 *
 * <p>With five bands a column, RFM has one set of cuts for recency, five for frequency and 25 for monetary. A group that was
 * empty when the cuts were fitted has empty cuts; a new customer who falls into it is scored by the cuts of the column over
 * all customers, which are kept beside for this purpose.
 *
 * @param levels the cuts of each column: one for the first column, then one for each group in rising order of scores
 * @param overall the cuts of each column over all customers
 */
public record NestedCuts(List<List<Cuts>> levels, List<Cuts> overall) {

    /**
     * Checks the parts.
     *
     * @param levels the cuts of each column: one for the first column, then one for each group in rising order of scores
     * @param overall the cuts of each column over all customers
     */
    public NestedCuts {
        levels = levels.stream().map(List::copyOf).toList();
        overall = List.copyOf(overall);
        checkArgument(!levels.isEmpty(), "levels must not be empty");
        checkArgument(
                overall.size() == levels.size(),
                "overall must be one a level, were %s for %s levels",
                overall.size(),
                levels.size());
        int groups = 1;
        for (int level = 0; level < levels.size(); level++) {
            checkArgument(
                    levels.get(level).size() == groups,
                    "level %s must have %s cuts, had %s",
                    level,
                    groups,
                    levels.get(level).size());
            for (Cuts cuts : levels.get(level)) {
                checkArgument(
                        cuts.bands() == overall.get(level).bands(), "cuts of level %s must have equal bands", level);
            }
            groups = Math.multiplyExact(groups, overall.get(level).bands());
        }
    }

    /**
     * Tells whether the cuts were fitted on no customers; they then score nobody.
     *
     * @return true if there are no cuts
     */
    public boolean isEmpty() {
        return overall.get(0).isEmpty();
    }

    /**
     * Scores a customer.
     *
     * @param values one whole number a column
     * @param id of the customer, which decides within a split tie
     * @return one score a column
     * @throws IllegalStateException if the cuts are empty, or were fitted on fractional numbers
     */
    public int[] scoresOf(long[] values, String id) {
        checkNotNull(id, "id");
        int[] scores = new int[levels.size()];
        for (int level = 0; level < scores.length; level++) {
            scores[level] = cutsFor(level, scores).scoreOf(values[level], id);
        }
        return scores;
    }

    /**
     * Returns the cuts that apply to a customer in one column.
     *
     * @param level the column, from zero
     * @param scores of the customer in the columns before it; later ones are not read
     * @return the cuts of the group, or of the whole column where the group was empty
     * @throws IllegalStateException if fitted on no customers at all
     */
    public Cuts cutsFor(int level, int... scores) {
        checkState(!isEmpty(), "these cuts were fitted on no customers");
        int group = 0;
        for (int i = 0; i < level; i++) {
            checkArgument(
                    scores[i] >= 1 && scores[i] <= overall.get(i).bands(),
                    "scores[%s] must be in [1, %s], was %s",
                    i,
                    overall.get(i).bands(),
                    scores[i]);
            group = group * overall.get(i).bands() + scores[i] - 1;
        }
        Cuts cuts = levels.get(level).get(group);
        return cuts.isEmpty() ? overall.get(level) : cuts;
    }
}
