package org.crmkit.core.condition.analysis;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crmkit.core.condition.Condition;
import org.crmkit.core.condition.Leaf;
import org.crmkit.core.condition.SegmentResolver;
import org.crmkit.core.condition.Truth;

/**
 * Several conditions as one network of nodes: what occurs twice is there once, and segments are replaced by their definitions.
 *
 * <p>Each node has a mask of the answers that are still possible for it: {@link #TRUE}, {@link #FALSE}, {@link #UNKNOWN} or several of them.
 */
final class Network {
    static final byte TRUE = 1;
    static final byte FALSE = 2;
    static final byte UNKNOWN = 4;
    static final byte ANY = 7;

    static final int LEAF = 0;
    static final int REACHES = 1;
    static final int NOT = 2;
    static final int CONSTANT = 3;
    static final int IF_MISSING = 4;

    private static final int MOST_NODES = 200_000;
    private static final int DEEPEST = 500;

    private final SegmentResolver segments;
    private final Map<List<Integer>, Integer> known = new HashMap<>();
    private final Map<Leaf, Integer> leafNodes = new LinkedHashMap<>();
    /** Where segments stand by name: each is laid out once, however often it is referred to. */
    private final Map<String, Integer> segmentNodes = new HashMap<>();

    private final List<int[]> parts = new ArrayList<>();
    private final List<int[]> rows = new ArrayList<>();
    private final Deque<String> path = new ArrayDeque<>();

    Network(SegmentResolver segments) {
        this.segments = segments;
    }

    static byte mask(Truth truth) {
        return truth == Truth.TRUE ? TRUE : truth == Truth.FALSE ? FALSE : UNKNOWN;
    }

    static boolean isDecided(byte mask) {
        return (mask & (mask - 1)) == 0;
    }

    int size() {
        return rows.size();
    }

    int kind(int node) {
        return rows.get(node)[0];
    }

    /** Returns the count of a node that reaches, or 1 for a constant or default that is true. */
    int detail(int node) {
        return rows.get(node)[1];
    }

    int[] parts(int node) {
        return parts.get(node);
    }

    /** Returns the leaves with the indexes of their nodes. */
    Map<Leaf, Integer> leaves() {
        return leafNodes;
    }

    int nodeOf(Leaf leaf) {
        return checkNotNull(leafNodes.get(leaf), "leaf");
    }

    /** Adds a condition and returns the index of its node. */
    int add(Condition condition) {
        return add(condition, 0);
    }

    private int add(Condition node, int depth) {
        checkArgument(depth <= DEEPEST, "depth must be at most %s, was more", DEEPEST);
        if (node instanceof Condition.Annotated annotated) {
            return add(annotated.of(), depth);
        }
        if (node instanceof Leaf.InSegment segment) {
            return addSegment(segment, depth);
        }
        if (node instanceof Leaf leaf) {
            Integer index = leafNodes.get(leaf);
            if (index == null) {
                index = append(LEAF, 0, new int[0]);
                leafNodes.put(leaf, index);
            }
            return index;
        }
        int[] children = new int[node.parts().size()];
        for (int i = 0; i < children.length; i++) {
            children[i] = add(node.parts().get(i), depth + 1);
        }
        if (node instanceof Condition.All) {
            return addReaches(children.length, children);
        }
        if (node instanceof Condition.Any) {
            return addReaches(1, children);
        }
        if (node instanceof Condition.AtLeast atLeast) {
            return addReaches(atLeast.count(), children);
        }
        if (node instanceof Condition.AtMost atMost) {
            return addShared(NOT, 0, addReaches(atMost.count() + 1, children));
        }
        if (node instanceof Condition.Not) {
            return addShared(NOT, 0, children);
        }
        if (node instanceof Condition.IfMissing ifMissing) {
            return addShared(IF_MISSING, ifMissing.answer() ? 1 : 0, children);
        }
        return addShared(CONSTANT, node instanceof Condition.Always ? 1 : 0);
    }

    private int addSegment(Leaf.InSegment node, int depth) {
        String name =
                node.version().isPresent() ? node.id() + '/' + node.version().getAsInt() : node.id();
        checkArgument(
                !path.contains(name),
                "segment must not refer to itself, was %s -> %s",
                String.join(" -> ", path),
                name);
        Integer known = segmentNodes.get(name);
        if (known != null) {
            return known;
        }
        Condition definition = segments.resolve(node.id(), node.version())
                .orElseThrow(() -> new IllegalArgumentException("segment must be defined, was \"" + name + '"'));
        path.addLast(name);
        int index = add(definition, depth + 1);
        path.removeLast();
        segmentNodes.put(name, index);
        return index;
    }

    private int addReaches(int count, int[] children) {
        Arrays.sort(children);
        return addShared(REACHES, count, children);
    }

    private int addShared(int kind, int detail, int... children) {
        List<Integer> key = new ArrayList<>(children.length + 2);
        key.add(kind);
        key.add(detail);
        for (int child : children) {
            key.add(child);
        }
        Integer index = known.get(key);
        if (index == null) {
            index = append(kind, detail, children);
            known.put(key, index);
        }
        return index;
    }

    private int append(int kind, int detail, int[] children) {
        checkArgument(rows.size() < MOST_NODES, "nodes must be at most %s, were more", MOST_NODES);
        rows.add(new int[] {kind, detail});
        parts.add(children);
        return rows.size() - 1;
    }

    /** Returns the answers that are possible for a node, given those of its parts. */
    byte mask(int node, byte[] masks) {
        int[] of = parts.get(node);
        int detail = detail(node);
        return switch (kind(node)) {
            case REACHES -> reaches(detail, of, masks);
            case NOT -> not(masks[of[0]]);
            case IF_MISSING ->
                (byte) ((masks[of[0]] & ~UNKNOWN) | ((masks[of[0]] & UNKNOWN) == 0 ? 0 : detail == 1 ? TRUE : FALSE));
            case CONSTANT -> detail == 1 ? TRUE : FALSE;
            default -> masks[node];
        };
    }

    private static byte not(byte mask) {
        return (byte) ((mask & UNKNOWN) | ((mask & TRUE) == 0 ? 0 : FALSE) | ((mask & FALSE) == 0 ? 0 : TRUE));
    }

    /** How many parts hold lies between two numbers, and so does how many do not fail. */
    private static byte reaches(int count, int[] of, byte[] masks) {
        int holdLeast = 0;
        int holdMost = 0;
        int stayLeast = 0;
        int stayMost = 0;
        for (int part : of) {
            byte mask = masks[part];
            holdLeast += mask == TRUE ? 1 : 0;
            holdMost += mask & TRUE;
            stayLeast += (mask & FALSE) == 0 ? 1 : 0;
            stayMost += mask == FALSE ? 0 : 1;
        }
        return (byte) ((holdMost >= count ? TRUE : 0)
                | (stayLeast < count ? FALSE : 0)
                | (holdLeast < count && stayMost >= count && anyUnknown(of, masks) ? UNKNOWN : 0));
    }

    private static boolean anyUnknown(int[] of, byte[] masks) {
        for (int part : of) {
            if ((masks[part] & UNKNOWN) != 0) {
                return true;
            }
        }
        return false;
    }
}
