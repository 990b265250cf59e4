package org.crmkit.core.condition.analysis;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.crmkit.core.condition.Condition;
import org.crmkit.core.condition.Leaf;

/**
 * How large a condition is: for limits on what users may save, and as a hint that a rule has grown beyond what anyone reads.
 *
 * @param nodes junctions, negations and leaves; names count nothing
 * @param leaves different leaves
 * @param depth nodes on the longest way from the root to a leaf
 */
public record Complexity(int nodes, int leaves, int depth) {

    /**
     * Checks the numbers.
     *
     * @param nodes at least 1
     * @param leaves at least 0
     * @param depth at least 1
     */
    public Complexity {
        checkArgument(nodes >= 1, "nodes must be at least 1, was %s", nodes);
        checkArgument(leaves >= 0 && leaves <= nodes, "leaves must be in [0, %s], was %s", nodes, leaves);
        checkArgument(depth >= 1 && depth <= nodes, "depth must be in [1, %s], was %s", nodes, depth);
    }

    /**
     * Measures a condition; segments it refers to and conditions on events count as leaves. Safe for conditions of any depth, O(nodes).
     *
     * @param condition the condition
     * @return its size
     */
    public static Complexity of(Condition condition) {
        record Visit(Condition node, int depth) {}
        Deque<Visit> open = new ArrayDeque<>();
        open.push(new Visit(condition, 1));
        Set<Leaf> leaves = new HashSet<>();
        int nodes = 0;
        int depth = 1;
        while (!open.isEmpty()) {
            Visit visit = open.pop();
            Condition node = visit.node().bare();
            nodes++;
            depth = Math.max(depth, visit.depth());
            if (node instanceof Leaf leaf) {
                leaves.add(leaf);
            }
            node.parts().forEach(part -> open.push(new Visit(part, visit.depth() + 1)));
        }
        return new Complexity(nodes, leaves.size(), depth);
    }

    /**
     * Refuses conditions that are too large.
     *
     * @param mostNodes how many nodes there may be
     * @param mostDepth how deep the tree may be
     * @return this
     * @throws IllegalArgumentException if there are more, or it is deeper
     */
    public Complexity requireAtMost(int mostNodes, int mostDepth) {
        checkArgument(nodes <= mostNodes, "nodes must be at most %s, were %s", mostNodes, nodes);
        checkArgument(depth <= mostDepth, "depth must be at most %s, was %s", mostDepth, depth);
        return this;
    }
}
