package org.crmkit.core.condition;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Collection;

/** References from one segment to another. */
final class Segments {
    private Segments() {}

    static String name(Leaf.InSegment node) {
        return node.version().isPresent() ? node.id() + '/' + node.version().getAsInt() : node.id();
    }

    static Condition definition(Leaf.InSegment node, SegmentResolver resolver) {
        return resolver.resolve(node.id(), node.version())
                .orElseThrow(() ->
                        new IllegalArgumentException("segment must be defined, was " + Limits.quoted(name(node))));
    }

    static void checkAcyclic(Leaf.InSegment node, Collection<String> path) {
        checkArgument(
                !path.contains(name(node)),
                "segment must not refer to itself, was %s -> %s",
                String.join(" -> ", path),
                name(node));
    }
}
