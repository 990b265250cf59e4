package org.crmkit.core.condition;

import java.util.Arrays;

/**
 * Finds the fewest leaves that fix the answer.
 *
 * <p>A junction that holds needs as many of its cheapest holding parts as it asks for; one that does not, as many failing parts as make the rest too
 * few; one that is unknown needs both, and unknown parts serve for both.
 */
final class Reasons {
    private final Plan plan;
    private final Truth[] truths;
    private final int[] cost;
    private final boolean[] taken;

    private Reasons(Plan plan, Truth[] truths) {
        this.plan = plan;
        this.truths = truths;
        this.cost = new int[plan.size()];
        this.taken = new boolean[plan.leaves().size()];
    }

    /** Returns, leaf by leaf, whether it takes part in deciding. */
    static boolean[] of(Plan plan, Truth[] truths) {
        Reasons reasons = new Reasons(plan, truths);
        for (int node = 0; node < plan.size(); node++) {
            reasons.cost[node] = reasons.costOf(node);
        }
        reasons.take(plan.root());
        return reasons.taken;
    }

    private int costOf(int node) {
        int sum = plan.kind(node) == Plan.LEAF ? 1 : 0;
        for (int part : chosen(node)) {
            sum += cost[part];
        }
        return sum;
    }

    private void take(int node) {
        if (plan.kind(node) == Plan.LEAF) {
            taken[plan.detail(node)] = true;
        }
        for (int part : chosen(node)) {
            take(part);
        }
    }

    private int[] chosen(int node) {
        int[] parts = plan.parts(node);
        if (parts.length <= 1) {
            return needsItsPart(node) ? parts : NONE;
        }
        int needed = plan.needed(node);
        int blocking = parts.length - needed + 1;
        Truth truth = plan.kind(node) == Plan.AT_MOST ? truths[node].not() : truths[node];
        if (truth == Truth.TRUE) {
            return needed == parts.length ? parts : cheapest(parts, Truth.TRUE, needed);
        }
        if (truth == Truth.FALSE) {
            return blocking == parts.length ? parts : cheapest(parts, Truth.FALSE, blocking);
        }
        int[] unknown = cheapest(parts, Truth.UNKNOWN, Math.max(needed, blocking));
        int[] failing = cheapest(parts, Truth.FALSE, blocking - unknown.length);
        int[] holding = cheapest(parts, Truth.TRUE, needed - unknown.length);
        int[] all = Arrays.copyOf(unknown, unknown.length + failing.length + holding.length);
        System.arraycopy(failing, 0, all, unknown.length, failing.length);
        System.arraycopy(holding, 0, all, unknown.length + failing.length, holding.length);
        return all;
    }

    /** "At least none of one" holds whatever the part says. */
    private boolean needsItsPart(int node) {
        int kind = plan.kind(node);
        int needed = plan.needed(node);
        return kind != Plan.AT_LEAST && kind != Plan.AT_MOST || needed == 1;
    }

    private int[] cheapest(int[] parts, Truth truth, int count) {
        if (count <= 0) {
            return NONE;
        }
        int[] found = new int[parts.length];
        int size = 0;
        for (int part : parts) {
            if (truths[part] != truth) {
                continue;
            }
            int at = size++;
            for (; at > 0 && cost[found[at - 1]] > cost[part]; at--) {
                found[at] = found[at - 1];
            }
            found[at] = part;
        }
        return Arrays.copyOf(found, Math.min(size, count));
    }

    private static final int[] NONE = {};
}
