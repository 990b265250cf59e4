package org.crmkit.core.condition;

import java.util.Arrays;

/**
 * Finds few leaves that fix the answer: the fewest if no leaf occurs twice.
 *
 * <p>To stay true, a junction needs as many of its parts to stay true as it asks for; to stay false, as many to stay false as make the rest too few. To
 * stay unknown it needs both in a weaker form: enough parts that do not become false, and enough that do not become true; parts that are unknown can
 * serve for both. What a part needs is asked of its own parts in turn, and the cheapest are taken. A leaf that occurs twice can make others needless that
 * were the cheapest where they stand; those are left out in the end.
 */
final class Reasons {
    /** What must stay so, whatever the leaves that are not taken say. */
    private static final int IS_TRUE = 0;

    private static final int NOT_FALSE = 1;
    private static final int IS_FALSE = 2;
    private static final int NOT_TRUE = 3;
    private static final int IS_UNKNOWN = 4;
    private static final int NEEDS = 5;

    private static final int IMPOSSIBLE = 1_000_000;
    private static final int[] OF_KNOWN = {IS_TRUE, IS_FALSE};
    private static final int[] OF_UNKNOWN = {NOT_FALSE, NOT_TRUE, IS_UNKNOWN};
    private static final int[] CHOICES = {-1, NOT_FALSE, NOT_TRUE, IS_UNKNOWN};
    /** Beyond this much work all parts are taken, which suffices. */
    private static final long MOST_WORK = 200_000;

    private static final int[] MIRROR = {IS_FALSE, NOT_TRUE, IS_TRUE, NOT_FALSE, IS_UNKNOWN};

    private final Plan plan;
    private final Truth[] truths;
    private final int[][] cost;
    private final boolean[] taken;

    private Reasons(Plan plan, Truth[] truths) {
        this.plan = plan;
        this.truths = truths;
        this.cost = new int[plan.size()][NEEDS];
        this.taken = new boolean[plan.leaves().size()];
    }

    /** Returns, leaf by leaf, whether it takes part in deciding. */
    static boolean[] of(Plan plan, Truth[] truths) {
        Reasons reasons = new Reasons(plan, truths);
        // What is known needs only what is known; the weaker needs are those of the unknown.
        int[] needs = truths[plan.root()].isKnown() ? OF_KNOWN : OF_UNKNOWN;
        for (int node = 0; node < plan.size(); node++) {
            for (int need : needs) {
                reasons.cost[node][need] = reasons.costOf(node, need);
            }
        }
        reasons.take(
                plan.root(),
                switch (truths[plan.root()]) {
                    case TRUE -> IS_TRUE;
                    case FALSE -> IS_FALSE;
                    case UNKNOWN -> IS_UNKNOWN;
                });
        return plan.isReadOnce() ? reasons.taken : Sufficiency.thin(plan, truths, reasons.taken);
    }

    private boolean isMet(int node, int need) {
        Truth truth = truths[node];
        return switch (need) {
            case IS_TRUE -> truth == Truth.TRUE;
            case NOT_FALSE -> truth != Truth.FALSE;
            case IS_FALSE -> truth == Truth.FALSE;
            case NOT_TRUE -> truth != Truth.TRUE;
            default -> truth == Truth.UNKNOWN;
        };
    }

    private int costOf(int node, int need) {
        if (!isMet(node, need)) {
            return IMPOSSIBLE;
        }
        return switch (plan.kind(node)) {
            case Plan.LEAF -> 1;
            case Plan.CONSTANT -> 0;
            case Plan.NOT -> cost[plan.parts(node)[0]][MIRROR[need]];
            case Plan.IF_MISSING -> 1;
            default -> {
                int sum = 0;
                int[] needs = needsOfParts(node, need);
                for (int i = 0; i < needs.length; i++) {
                    sum += needs[i] < 0 ? 0 : cost[plan.parts(node)[i]][needs[i]];
                }
                yield sum;
            }
        };
    }

    private void take(int node, int need) {
        int[] parts = plan.parts(node);
        switch (plan.kind(node)) {
            case Plan.LEAF -> taken[plan.detail(node)] = true;
            case Plan.CONSTANT -> {}
            case Plan.NOT -> take(parts[0], MIRROR[need]);
            case Plan.IF_MISSING -> taken[plan.detail(parts[0])] = true;
            default -> {
                int[] needs = needsOfParts(node, need);
                for (int i = 0; i < needs.length; i++) {
                    if (needs[i] >= 0) {
                        take(parts[i], needs[i]);
                    }
                }
            }
        }
    }

    /** Returns what is needed of each part of a junction that meets a need, -1 for nothing. */
    private int[] needsOfParts(int node, int need) {
        int[] parts = plan.parts(node);
        int own = plan.kind(node) == Plan.AT_MOST ? MIRROR[need] : need;
        int holding = plan.needed(node);
        int failing = parts.length - holding + 1;
        int[] needs = new int[parts.length];
        Arrays.fill(needs, -1);
        switch (own) {
            case IS_TRUE, NOT_FALSE -> addCheapest(parts, own, holding, needs);
            case IS_FALSE, NOT_TRUE -> addCheapest(parts, own, failing, needs);
            default -> addBoth(parts, holding, failing, needs);
        }
        return needs;
    }

    private void addCheapest(int[] parts, int need, int count, int[] needs) {
        if (count == parts.length) {
            Arrays.fill(needs, need);
            return;
        }
        for (int chosen = 0; chosen < count; chosen++) {
            int best = -1;
            for (int i = 0; i < parts.length; i++) {
                if (needs[i] < 0
                        && cost[parts[i]][need] < IMPOSSIBLE
                        && (best < 0 || cost[parts[i]][need] < cost[parts[best]][need])) {
                    best = i;
                }
            }
            if (best < 0) {
                return;
            }
            needs[best] = need;
        }
    }

    /**
     * Shares out two needs over the parts: the cheapest way for each number of parts that do not become false and each number that do not become true,
     * part by part. Both numbers together are one more than the parts, so at least one part serves for both.
     */
    private void addBoth(int[] parts, int holding, int failing, int[] needs) {
        if ((long) parts.length * (holding + 1) * (failing + 1) > MOST_WORK) {
            for (int i = 0; i < parts.length; i++) {
                needs[i] = truths[parts[i]] == Truth.UNKNOWN
                        ? IS_UNKNOWN
                        : truths[parts[i]] == Truth.TRUE ? NOT_FALSE : NOT_TRUE;
            }
            return;
        }
        int[][][] best = new int[parts.length + 1][holding + 1][failing + 1];
        for (int[] row : best[0]) {
            Arrays.fill(row, IMPOSSIBLE);
        }
        best[0][0][0] = 0;
        for (int i = 0; i < parts.length; i++) {
            for (int a = 0; a <= holding; a++) {
                for (int b = 0; b <= failing; b++) {
                    best[i + 1][a][b] = IMPOSSIBLE;
                    for (int choice = 0; choice < CHOICES.length; choice++) {
                        best[i + 1][a][b] = Math.min(best[i + 1][a][b], with(best[i], parts[i], choice, a, b));
                    }
                }
            }
        }
        int a = holding;
        int b = failing;
        for (int i = parts.length - 1; i >= 0; i--) {
            int choice = 0;
            while (with(best[i], parts[i], choice, a, b) != best[i + 1][a][b]) {
                choice++;
            }
            needs[i] = CHOICES[choice];
            a = Math.max(0, a - (serves(choice, NOT_FALSE) ? 1 : 0));
            b = Math.max(0, b - (serves(choice, NOT_TRUE) ? 1 : 0));
        }
    }

    private static boolean serves(int choice, int need) {
        return CHOICES[choice] == need || CHOICES[choice] == IS_UNKNOWN;
    }

    private int with(int[][] before, int part, int choice, int a, int b) {
        int own = CHOICES[choice] < 0 ? 0 : cost[part][CHOICES[choice]];
        int left = before[Math.max(0, a - (serves(choice, NOT_FALSE) ? 1 : 0))][
                Math.max(0, b - (serves(choice, NOT_TRUE) ? 1 : 0))];
        return Math.min(IMPOSSIBLE, own + left);
    }
}
