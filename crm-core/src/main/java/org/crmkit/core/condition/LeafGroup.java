package org.crmkit.core.condition;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crmkit.core.condition.window.BoundWindow;

/** Leaves that look at the same thing, so that it is looked at once for all of them. */
final class LeafGroup {
    /** What is seen where nothing can be known. */
    private static final Object NOTHING = new Object();

    private final List<Leaf> leaves;
    private final List<Integer> indexes;

    private LeafGroup(List<Leaf> leaves, List<Integer> indexes) {
        this.leaves = leaves;
        this.indexes = indexes;
    }

    static List<LeafGroup> of(List<Leaf> leaves) {
        Map<Object, LeafGroup> groups = new LinkedHashMap<>();
        for (int i = 0; i < leaves.size(); i++) {
            LeafGroup group = groups.computeIfAbsent(
                    key(leaves.get(i)), key -> new LeafGroup(new ArrayList<>(), new ArrayList<>()));
            group.leaves.add(leaves.get(i));
            group.indexes.add(i);
        }
        return List.copyOf(groups.values());
    }

    private static Object key(Leaf leaf) {
        if (leaf instanceof Leaf.Events node) {
            return List.of(
                    node.stream(),
                    node.where(),
                    node.window(),
                    node.aggregate(),
                    node.field(),
                    node.assumeComplete(),
                    node.purpose());
        }
        return isOfFact(leaf) ? Reads.attribute(leaf).orElseThrow() : leaf;
    }

    /** Answers of ages and anniversaries change with the day even where the fact does not. */
    private static boolean isOfFact(Leaf leaf) {
        return !(leaf instanceof Leaf.Age)
                && !(leaf instanceof Leaf.Anniversary)
                && Reads.attribute(leaf)
                        .map(read -> SummaryFacts.isFact(read.key()))
                        .orElse(false);
    }

    int size() {
        return leaves.size();
    }

    Leaf leaf(int i) {
        return leaves.get(i);
    }

    int index(int i) {
        return indexes.get(i);
    }

    /** Tells whether the passing of time cannot change any of the leaves. */
    boolean isTimeless() {
        return leaves.stream().allMatch(Reads::isTimeless);
    }

    boolean isConcernedByFirst() {
        Leaf leaf = leaves.get(0);
        return leaf instanceof Leaf.Events || leaf instanceof Leaf.Sequence || isConcernedBy("");
    }

    boolean isConcernedBy(String code) {
        Leaf leaf = leaves.get(0);
        if (leaf instanceof Leaf.Events node) {
            return node.stream().includes(code);
        }
        if (leaf instanceof Leaf.Sequence node) {
            return isConcerned(node.steps(), code);
        }
        return leaf instanceof Leaf.InSegment
                || leaf instanceof Leaf.Custom
                || Reads.attribute(leaf)
                        .map(read -> SummaryFacts.isFact(read.key()))
                        .orElse(false);
    }

    private static boolean isConcerned(List<Leaf.Sequence.Step> steps, String code) {
        for (Leaf.Sequence.Step step : steps) {
            if (step.stream().includes(code)
                    || step.withoutBetween().map(other -> other.includes(code)).orElse(false)) {
                return true;
            }
        }
        return false;
    }

    /** Looks at what the leaves ask for. What is seen tells all of them; only a single leaf may be told by nothing but its own answer. */
    Object look(Interpreter interpreter) {
        Leaf leaf = leaves.get(0);
        if (!interpreter.context().assumptions().isEmpty()) {
            return leaves.stream().map(interpreter::truth).toList();
        }
        if (leaf instanceof Leaf.Events node) {
            return events(node, interpreter);
        }
        if (isOfFact(leaf)) {
            Optional<?> value = interpreter.value(Reads.attribute(leaf).orElseThrow());
            return value.isPresent() ? value.get() : NOTHING;
        }
        return interpreter.truth(leaf);
    }

    private static Object events(Leaf.Events node, Interpreter interpreter) {
        EventList events = interpreter.known().events().orElse(null);
        BoundWindow window = interpreter.bind(node.window(), node.purpose()).orElse(null);
        if (events == null || window == null) {
            return NOTHING;
        }
        ZoneId zone = node.window().zone(interpreter.now().zone());
        return EventTally.range(node, events, window, zone, interpreter.today(zone), interpreter.completeSince(node));
    }

    /** Answers for a leaf, given what was seen. */
    Truth answer(int i, Object seen, Interpreter interpreter) {
        Leaf leaf = leaves.get(i);
        if (seen instanceof List<?> answers) {
            return (Truth) answers.get(i);
        }
        if (seen instanceof Truth truth) {
            return truth;
        }
        if (seen instanceof EventTally.Range range) {
            Leaf.Events node = (Leaf.Events) leaf;
            return range.compare(node.op(), node.value());
        }
        if (seen == NOTHING) {
            return leaf instanceof Leaf.Present ? Truth.FALSE : Truth.UNKNOWN;
        }
        return TryOuts.ofAttribute(leaf, seen, interpreter.now());
    }
}
