package org.crmkit.core.condition;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.crmkit.core.condition.TryOuts.TryOut;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the fewest things to change so that the whole answers as wanted.
 *
 * <p>Where a thing is read by one leaf at one place, the least change is computed part by part: what it costs to make each node true, and to make it false.
 * Things that several places read are decided first, by trying each way for them to be; what the rest costs at least, were they free to suit every place,
 * ends most branches early.
 */
final class TurningSearch {
    private static final int IMPOSSIBLE = 1_000_000;
    /** Nodes to be worked out in one search; beyond it nothing is proposed. */
    private static final long MOST_WORK = 400_000;

    private final Plan plan;
    private final List<InputGroup> groups;
    private final Truth[] leafTruths;
    private final Truth target;
    private final int[] groupOf;
    /** The groups of which the leaves stand at several places. */
    private final int[] joint;

    private final boolean[] isJoint;
    private final List<List<TryOut>> options;

    private final int[] toTrue;
    private final int[] toFalse;
    private final boolean[] undecided;
    /** The nodes below which something is undecided. */
    private final boolean[] open;
    /** What the nodes answer, were nothing more changed. */
    private final Truth[] truths;

    private BitSet spared = new BitSet();
    private final @Nullable TryOut[] chosen;
    private @Nullable TryOut @Nullable [] best;
    private int least;
    private long work;

    TurningSearch(Plan plan, List<InputGroup> groups, Truth[] leafTruths, Truth target, Interpreter interpreter) {
        this.plan = plan;
        this.groups = groups;
        this.leafTruths = leafTruths.clone();
        this.target = target;
        this.options = groups.stream().map(group -> group.options(interpreter)).toList();
        this.groupOf = new int[leafTruths.length];
        this.isJoint = new boolean[groups.size()];
        this.undecided = new boolean[groups.size()];
        this.chosen = new TryOut[groups.size()];
        this.toTrue = new int[plan.size()];
        this.toFalse = new int[plan.size()];
        this.open = new boolean[plan.size()];
        this.truths = new Truth[plan.size()];
        int[] found = new int[groups.size()];
        int count = 0;
        for (int group = 0; group < isJoint.length; group++) {
            int[] indexes = groups.get(group).indexes();
            for (int leaf : indexes) {
                groupOf[leaf] = group;
            }
            isJoint[group] = indexes.length > 1 || !plan.isReadOnce(indexes[0]);
            if (isJoint[group]) {
                found[count++] = group;
            }
        }
        this.joint = Arrays.copyOf(found, count);
    }

    /** Returns, group by group, how the leaves answer then, null where nothing changes; null if nothing can turn the answer, or finding out would take too long. */
    @Nullable
    TryOut @Nullable [] least(BitSet things) {
        spared = things;
        best = null;
        least = IMPOSSIBLE;
        work = 0;
        for (int group : joint) {
            undecided[group] = true;
        }
        Arrays.fill(chosen, null);
        decide(0, 0);
        return work > MOST_WORK ? null : best;
    }

    private void decide(int next, int changes) {
        work += plan.size();
        if (work > MOST_WORK) {
            return;
        }
        int cost = changes + cost();
        if (cost >= least) {
            return;
        }
        if (next == joint.length) {
            least = cost;
            TryOut[] found = chosen.clone();
            choose(plan.root(), target, found);
            best = found;
            return;
        }
        int group = joint[next];
        undecided[group] = false;
        decide(next + 1, changes);
        if (!spared.get(group)) {
            Truth[] before = current(group);
            for (TryOut option : options.get(group)) {
                groups.get(group).write(option.truths(), leafTruths);
                chosen[group] = option;
                decide(next + 1, changes + 1);
            }
            chosen[group] = null;
            groups.get(group).write(before, leafTruths);
        }
        undecided[group] = true;
    }

    private Truth[] current(int group) {
        int[] indexes = groups.get(group).indexes();
        Truth[] current = new Truth[indexes.length];
        for (int i = 0; i < current.length; i++) {
            current[i] = leafTruths[indexes[i]];
        }
        return current;
    }

    /** Works out what each node costs, from the parts up. */
    private int cost() {
        plan.evaluate(leafTruths, truths);
        for (int node = 0; node < toTrue.length; node++) {
            open[node] = isOpen(node);
            toTrue[node] = cost(node, Truth.TRUE);
            toFalse[node] = cost(node, Truth.FALSE);
        }
        return target == Truth.TRUE ? toTrue[plan.root()] : toFalse[plan.root()];
    }

    private int cost(int node, Truth wanted) {
        int[] parts = plan.parts(node);
        return switch (plan.kind(node)) {
            case Plan.LEAF -> leafCost(plan.detail(node), wanted);
            case Plan.CONSTANT -> Truth.of(plan.detail(node) == 1) == wanted ? 0 : IMPOSSIBLE;
            case Plan.NOT -> costOf(parts[0], wanted.not());
            case Plan.IF_MISSING -> isMetByDefault(node, wanted) ? 0 : costOf(parts[0], wanted);
            default -> {
                boolean partsHold = partsHold(node, wanted);
                if (isOutOfReach(node, partsHold)) {
                    yield IMPOSSIBLE;
                }
                int sum = 0;
                for (int part : cheapest(node, partsHold)) {
                    sum = Math.min(IMPOSSIBLE, sum + costOf(part, Truth.of(partsHold)));
                }
                yield sum;
            }
        };
    }

    private int costOf(int node, Truth wanted) {
        return wanted == Truth.TRUE ? toTrue[node] : toFalse[node];
    }

    private int leafCost(int leaf, Truth wanted) {
        int group = groupOf[leaf];
        if (leafTruths[leaf] == wanted || undecided[group]) {
            return 0;
        }
        return isJoint[group] || spared.get(group) || option(group, wanted) == null ? IMPOSSIBLE : 1;
    }

    private @Nullable TryOut option(int group, Truth wanted) {
        for (TryOut option : options.get(group)) {
            if (option.truths()[0] == wanted) {
                return option;
            }
        }
        return null;
    }

    private boolean isOpen(int node) {
        if (plan.kind(node) == Plan.LEAF) {
            return undecided[groupOf[plan.detail(node)]];
        }
        for (int part : plan.parts(node)) {
            if (open[part]) {
                return true;
            }
        }
        return false;
    }

    /** What is below a default may be a leaf, or all that stands in the place of a segment; while it is open it may yet be unknown. */
    private boolean isMetByDefault(int node, Truth wanted) {
        int part = plan.parts(node)[0];
        return Truth.of(plan.detail(node) == 1) == wanted && (open[part] || !truths[part].isKnown());
    }

    private boolean partsHold(int node, Truth wanted) {
        return (wanted == Truth.TRUE) != (plan.kind(node) == Plan.AT_MOST);
    }

    private boolean isOutOfReach(int node, boolean partsHold) {
        int parts = plan.parts(node).length;
        return partsHold ? plan.needed(node) > parts : plan.needed(node) <= 0;
    }

    /** Returns the parts that are to hold, or to fail; the first ones among equals. */
    private int[] cheapest(int node, boolean partsHold) {
        int[] parts = plan.parts(node);
        int count = partsHold ? plan.needed(node) : parts.length - plan.needed(node) + 1;
        if (count >= parts.length) {
            return parts;
        }
        int[] cost = partsHold ? toTrue : toFalse;
        long[] order = new long[parts.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = (long) cost[parts[i]] << Integer.SIZE | i;
        }
        Arrays.sort(order);
        int[] chosenParts = new int[Math.max(0, count)];
        for (int i = 0; i < chosenParts.length; i++) {
            chosenParts[i] = parts[(int) order[i]];
        }
        return chosenParts;
    }

    private void choose(int node, Truth wanted, @Nullable TryOut[] found) {
        if (costOf(node, wanted) == 0) {
            return;
        }
        int[] parts = plan.parts(node);
        switch (plan.kind(node)) {
            case Plan.LEAF -> found[groupOf[plan.detail(node)]] = option(groupOf[plan.detail(node)], wanted);
            case Plan.NOT -> choose(parts[0], wanted.not(), found);
            case Plan.IF_MISSING -> choose(parts[0], wanted, found);
            default -> {
                boolean partsHold = partsHold(node, wanted);
                for (int part : cheapest(node, partsHold)) {
                    choose(part, Truth.of(partsHold), found);
                }
            }
        }
    }
}
