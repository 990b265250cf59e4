package org.crmkit.core.condition;

import java.util.Arrays;

/**
 * Leaves reasons out that are not needed, where leaves occur more than once.
 *
 * <p>Leaves that occur once are independent of each other, so the least and the greatest answer of the whole are exact for them. Of those that occur twice,
 * all ways to answer are tried. If they are too many, or the condition is too long, the reason stays: then the rest suffices all the same.
 */
final class Sufficiency {
    private static final int MOST_FREE = 5;
    /** Beyond this much work all reasons stay. */
    private static final long MOST_WORK = 2_000_000;

    private final Plan plan;
    private final Truth answer;
    private final Truth[] leafTruths;
    private final boolean[] open;
    private final Truth[] least;
    private final Truth[] greatest;

    private Sufficiency(Plan plan, Truth[] truths) {
        this.plan = plan;
        this.answer = truths[plan.root()];
        this.leafTruths = plan.leafTruths(truths);
        this.open = new boolean[leafTruths.length];
        this.least = new Truth[plan.size()];
        this.greatest = new Truth[plan.size()];
    }

    /** Returns a part of some sufficient reasons that suffices and of which none can be left out. */
    static boolean[] thin(Plan plan, Truth[] truths, boolean[] reasons) {
        boolean[] kept = reasons.clone();
        Sufficiency sufficiency = new Sufficiency(plan, truths);
        long count = 0;
        for (boolean reason : reasons) {
            count += reason ? 1 : 0;
        }
        for (int leaf = kept.length - 1; leaf >= 0 && count * plan.size() <= MOST_WORK; leaf--) {
            if (kept[leaf]) {
                kept[leaf] = false;
                kept[leaf] = !sufficiency.isFixed(kept);
            }
        }
        return kept;
    }

    /** Tells whether the answer stays whatever the leaves say that are not kept; false also if that would take too long to find out. */
    private boolean isFixed(boolean[] kept) {
        int[] free = new int[kept.length];
        int count = 0;
        for (int leaf = 0; leaf < kept.length; leaf++) {
            open[leaf] = !kept[leaf];
            if (open[leaf] && !plan.isReadOnce(leaf)) {
                free[count++] = leaf;
            }
        }
        return isBound() || count <= MOST_FREE && isFixed(Arrays.copyOf(free, count), 0);
    }

    private boolean isFixed(int[] free, int first) {
        if (first == free.length) {
            return isBound();
        }
        int leaf = free[first];
        Truth own = leafTruths[leaf];
        boolean fixed = true;
        open[leaf] = false;
        for (Truth truth : Truth.values()) {
            leafTruths[leaf] = truth;
            fixed = fixed && isFixed(free, first + 1);
        }
        leafTruths[leaf] = own;
        open[leaf] = true;
        return fixed;
    }

    private boolean isBound() {
        plan.bound(leafTruths, open, least, greatest);
        return least[plan.root()] == answer && greatest[plan.root()] == answer;
    }
}
