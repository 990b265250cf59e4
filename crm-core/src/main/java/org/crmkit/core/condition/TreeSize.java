package org.crmkit.core.condition;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.List;

/**
 * Refuses trees that are too deep or too large while they are built, so that whatever walks them may recurse.
 *
 * <p>Each junction is checked when it is made and its parts have been before, so counting never goes deeper than the limit; it stops at the first node
 * too many, for a tree that shares its parts can have more nodes than there are atoms. Names and answers for the unknown count nothing; "at most" counts
 * twice, since its normal form is a negated "at least"; a condition on events lies below its leaf.
 */
final class TreeSize {
    private int nodes;

    private TreeSize() {}

    /** Checks a node that is being made of parts. */
    static void check(int levels, Iterable<? extends Condition> parts) {
        TreeSize size = new TreeSize();
        size.count();
        int depth = levels + size.deepest(parts);
        checkArgument(
                depth <= Condition.MOST_DEPTH,
                "conditions must be nested at most %s deep, were %s",
                Condition.MOST_DEPTH,
                depth);
    }

    private void count() {
        checkArgument(
                ++nodes <= Condition.MOST_NODES,
                "a condition must have at most %s nodes, had more",
                Condition.MOST_NODES);
    }

    private int deepest(Iterable<? extends Condition> parts) {
        int deepest = 0;
        for (Condition part : parts) {
            deepest = Math.max(deepest, depth(part));
        }
        return deepest;
    }

    private int depth(Condition condition) {
        if (condition instanceof Condition.Annotated || condition instanceof Condition.IfMissing) {
            return deepest(condition.parts());
        }
        count();
        if (condition instanceof Leaf.Events events) {
            return 1 + events.where().map(this::depth).orElse(0);
        }
        if (condition instanceof Leaf.Sequence sequence) {
            int deepest = 0;
            for (Leaf.Sequence.Step step : sequence.steps()) {
                count();
                deepest = Math.max(deepest, step.where().map(this::depth).orElse(0));
            }
            return 1 + deepest;
        }
        List<Condition> parts = condition.parts();
        return (condition instanceof Condition.AtMost ? 2 : 1) + deepest(parts);
    }
}
