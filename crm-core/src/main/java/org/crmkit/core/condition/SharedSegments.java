package org.crmkit.core.condition;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the segments that read something which another part of the condition reads as well.
 *
 * <p>To lose a tag is to leave the segment of those who carry it. What would turn a condition that asks for both can only be told with the definition of
 * the segment in view; a segment that shares nothing stays a leaf like any other.
 */
final class SharedSegments {
    private final EvaluationContext context;

    private SharedSegments(EvaluationContext context) {
        this.context = context;
    }

    /** Returns the definitions of the segments that share something, and of those they refer to in turn; none of a segment whose answer is assumed. */
    static Map<Leaf, Condition> of(List<Leaf> leaves, EvaluationContext context) {
        SharedSegments shared = new SharedSegments(context);
        Map<Leaf, Set<Object>> inputs = new LinkedHashMap<>();
        Map<Object, Integer> readers = new HashMap<>();
        Set<Object> read = new HashSet<>();
        for (Leaf leaf : leaves) {
            if (shared.isOpen(leaf)) {
                Set<Object> own = new HashSet<>();
                shared.add(leaf, own, new HashMap<>());
                own.forEach(input -> readers.merge(input, 1, Integer::sum));
                inputs.put(leaf, own);
            } else {
                read.add(InputGroup.key(leaf));
            }
        }
        Map<Leaf, Condition> definitions = new HashMap<>();
        inputs.forEach((segment, own) -> {
            if (own.stream().anyMatch(input -> read.contains(input) || readers.getOrDefault(input, 0) > 1)) {
                shared.add(segment, new HashSet<>(), definitions);
            }
        });
        return definitions;
    }

    private boolean isOpen(Leaf leaf) {
        return leaf instanceof Leaf.InSegment && !context.assumptions().containsKey(leaf);
    }

    private void add(Condition node, Set<Object> inputs, Map<Leaf, Condition> definitions) {
        if (node instanceof Leaf.InSegment segment && isOpen(segment)) {
            if (inputs.add(segment)) {
                Condition definition = Segments.definition(segment, context.segments());
                definitions.put(segment, definition);
                add(definition, inputs, definitions);
            }
        } else if (node instanceof Leaf leaf) {
            inputs.add(InputGroup.key(leaf));
        }
        node.parts().forEach(part -> add(part, inputs, definitions));
    }
}
