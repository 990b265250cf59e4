package org.crmkit.core.condition;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Collection;

/** References from one segment to another. */
final class Segments {
    private static final int MOST_STEPS = 16;

    private Segments() {}

    static String name(Leaf.InSegment node) {
        return node.version().isPresent() ? node.id() + '/' + node.version().getAsInt() : node.id();
    }

    static Condition definition(Leaf.InSegment node, SegmentResolver resolver) {
        return resolver.resolve(node.id(), node.version())
                .orElseThrow(() ->
                        new IllegalArgumentException("segment must be defined, was " + Limits.quoted(name(node))));
    }

    /** Each step may be as deep as a condition, and all are on the stack at once. */
    static void checkAcyclic(Leaf.InSegment node, Collection<String> path) {
        checkArgument(
                !path.contains(name(node)),
                "segment must not refer to itself, was %s -> %s",
                String.join(" -> ", path),
                name(node));
        checkArgument(
                path.size() < MOST_STEPS,
                "segments must refer to segments at most %s times in a row, was %s -> %s",
                MOST_STEPS,
                String.join(" -> ", path),
                name(node));
    }
}
