package org.crmkit.core.condition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A condition laid out flat: parts before the whole, equal leaves once.
 *
 * <p>Made once a condition; explaining a customer then touches arrays only.
 */
final class Plan {
    static final int LEAF = 0;
    static final int ALL = 1;
    static final int ANY = 2;
    static final int NOT = 3;
    static final int AT_LEAST = 4;
    static final int AT_MOST = 5;
    static final int CONSTANT = 6;
    static final int IF_MISSING = 7;

    private final Condition condition;
    private final List<Leaf> leaves;
    private final int[] kind;
    /** The index of the leaf, the count of an "at least", or 1 for a constant or default that is true. */
    private final int[] detail;

    private final int[][] parts;
    /** For each leaf, on how many ways it is reached from the root: 1, or 2 for more. */
    private final int[] ways;

    private Plan(Condition condition, List<Leaf> leaves, List<int[]> rows, List<int[]> parts) {
        this.condition = condition;
        this.leaves = List.copyOf(leaves);
        this.kind = rows.stream().mapToInt(row -> row[0]).toArray();
        this.detail = rows.stream().mapToInt(row -> row[1]).toArray();
        this.parts = parts.toArray(new int[0][]);
        this.ways = ways();
    }

    private int[] ways() {
        int[] toNode = new int[kind.length];
        int[] toLeaf = new int[leaves.size()];
        toNode[root()] = 1;
        for (int node = root(); node >= 0; node--) {
            for (int part : parts[node]) {
                toNode[part] = Math.min(2, toNode[part] + toNode[node]);
            }
            if (kind[node] == LEAF) {
                toLeaf[detail[node]] = Math.min(2, toLeaf[detail[node]] + toNode[node]);
            }
        }
        return toLeaf;
    }

    static Plan of(Condition condition) {
        return of(condition, Map.of());
    }

    /** Lays out a condition with some of its segments replaced by their definitions. */
    static Plan of(Condition condition, Map<Leaf, Condition> definitions) {
        Builder builder = new Builder(definitions);
        builder.add(condition);
        return new Plan(condition, new ArrayList<>(builder.leaves.keySet()), builder.rows, builder.parts);
    }

    Condition condition() {
        return condition;
    }

    List<Leaf> leaves() {
        return leaves;
    }

    int size() {
        return kind.length;
    }

    int root() {
        return kind.length - 1;
    }

    int kind(int node) {
        return kind[node];
    }

    int detail(int node) {
        return detail[node];
    }

    int[] parts(int node) {
        return parts[node];
    }

    /** Tells whether a leaf occurs at one place only. */
    boolean isReadOnce(int leaf) {
        return ways[leaf] == 1;
    }

    /** Tells whether no leaf occurs twice. */
    boolean isReadOnce() {
        for (int each : ways) {
            if (each > 1) {
                return false;
            }
        }
        return true;
    }

    /** Fills in the answers of all nodes from those of the leaves. */
    void evaluate(Truth[] leafTruths, Truth[] truths) {
        for (int node = 0; node < kind.length; node++) {
            truths[node] = truth(node, leafTruths, truths);
        }
    }

    /** Returns the answers of the leaves among those of all nodes. */
    Truth[] leafTruths(Truth[] truths) {
        Truth[] leafTruths = new Truth[leaves.size()];
        for (int node = 0; node < kind.length; node++) {
            if (kind[node] == LEAF) {
                leafTruths[detail[node]] = truths[node];
            }
        }
        return leafTruths;
    }

    private Truth truth(int node, Truth[] leafTruths, Truth[] truths) {
        return switch (kind[node]) {
            case LEAF -> leafTruths[detail[node]];
            case CONSTANT -> Truth.of(detail[node] == 1);
            case NOT -> truths[parts[node][0]].not();
            case IF_MISSING -> truths[parts[node][0]].isKnown() ? truths[parts[node][0]] : Truth.of(detail[node] == 1);
            case ALL -> reaches(parts[node].length, node, truths);
            case ANY -> reaches(1, node, truths);
            case AT_LEAST -> reaches(detail[node], node, truths);
            default -> reaches(detail[node] + 1, node, truths).not();
        };
    }

    /**
     * Fills in the least and the greatest answer that each node can have, where some leaves may answer anything.
     *
     * @param open the leaves that may answer anything
     */
    void bound(Truth[] leafTruths, boolean[] open, Truth[] least, Truth[] greatest) {
        for (int node = 0; node < kind.length; node++) {
            boolean turned = kind[node] == NOT || kind[node] == AT_MOST;
            boolean free = kind[node] == LEAF && open[detail[node]]
                    || kind[node] == IF_MISSING && least[parts[node][0]] != greatest[parts[node][0]];
            Truth one = free ? Truth.FALSE : truth(node, leafTruths, least);
            Truth other = free ? Truth.TRUE : truth(node, leafTruths, greatest);
            least[node] = turned ? other : one;
            greatest[node] = turned ? one : other;
        }
    }

    private Truth reaches(int count, int node, Truth[] truths) {
        int holding = 0;
        int unknown = 0;
        for (int part : parts[node]) {
            holding += truths[part] == Truth.TRUE ? 1 : 0;
            unknown += truths[part] == Truth.UNKNOWN ? 1 : 0;
        }
        return Junctions.reaches(count, holding, unknown);
    }

    /** Returns how many parts must hold for a junction to hold. */
    int needed(int node) {
        return switch (kind[node]) {
            case ALL -> parts[node].length;
            case ANY -> 1;
            case AT_MOST -> detail[node] + 1;
            default -> detail[node];
        };
    }

    private static final class Builder {
        private final Map<Leaf, Integer> leaves = new LinkedHashMap<>();
        private final List<int[]> rows = new ArrayList<>();
        private final List<int[]> parts = new ArrayList<>();
        private final Map<Leaf, Condition> definitions;
        /** Where the definition of a segment stands: laid out once, however often it is referred to. */
        private final Map<Leaf, Integer> defined = new HashMap<>();

        Builder(Map<Leaf, Condition> definitions) {
            this.definitions = definitions;
        }

        private int add(Condition node) {
            Condition definition = node instanceof Leaf.InSegment segment ? definitions.get(segment) : null;
            if (definition != null) {
                Integer index = defined.get(node);
                if (index == null) {
                    index = add(definition);
                    defined.put((Leaf) node, index);
                }
                return index;
            }
            if (node instanceof Condition.Annotated annotated) {
                return add(annotated.of());
            }
            int[] children = new int[node.parts().size()];
            for (int i = 0; i < children.length; i++) {
                children[i] = add(node.parts().get(i));
            }
            if (node instanceof Leaf leaf) {
                Integer index = leaves.putIfAbsent(leaf, leaves.size());
                return add(LEAF, index == null ? leaves.size() - 1 : index, children);
            }
            if (node instanceof Condition.AtLeast atLeast) {
                return add(AT_LEAST, atLeast.count(), children);
            }
            if (node instanceof Condition.AtMost atMost) {
                return add(AT_MOST, atMost.count(), children);
            }
            if (node instanceof Condition.IfMissing ifMissing) {
                return add(IF_MISSING, ifMissing.answer() ? 1 : 0, children);
            }
            if (node instanceof Condition.Not) {
                return add(NOT, 0, children);
            }
            if (node instanceof Condition.All) {
                return add(ALL, 0, children);
            }
            return node instanceof Condition.Any
                    ? add(ANY, 0, children)
                    : add(CONSTANT, node instanceof Condition.Always ? 1 : 0, children);
        }

        private int add(int kind, int detail, int[] children) {
            rows.add(new int[] {kind, detail});
            parts.add(children);
            return rows.size() - 1;
        }
    }
}
