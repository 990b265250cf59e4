package org.crmkit.core.condition;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crmkit.core.attribute.AttributeKey;
import org.crmkit.core.condition.Counterfactual.Assignment;
import org.crmkit.core.condition.Counterfactual.Change;
import org.crmkit.core.condition.TryOuts.TryOut;
import org.crmkit.core.time.AsOf;

/** Leaves that read the same thing, and how they can answer together: no age is both below 20 and above 30. */
final class InputGroup {
    /** For leaves that do not ask for the time. */
    private static final AsOf ANY_TIME = new AsOf(Instant.EPOCH, ZoneOffset.UTC);

    /** Of what more leaves read than anyone would write, no values are tried. */
    private static final int MOST_LEAVES = 200;

    private final int[] indexes;
    private final List<Leaf> leaves;
    private final boolean timed;
    private final List<TryOut> timeless;
    private final boolean sensitive;

    private InputGroup(int[] indexes, List<Leaf> leaves) {
        this.indexes = indexes;
        this.leaves = leaves;
        this.timed = leaves.stream().anyMatch(TryOuts::dependsOnTime);
        this.timeless = timed || isTooLarge() ? List.of() : TryOuts.of(leaves, ANY_TIME);
        this.sensitive = Reads.attributes(leaves.get(0)).stream()
                .anyMatch(read -> read.key().isSensitive());
    }

    /** Groups the leaves of a plan, in the order in which each thing is first read. */
    static List<InputGroup> of(Plan plan) {
        Map<Object, List<Integer>> byInput = new LinkedHashMap<>();
        for (int i = 0; i < plan.leaves().size(); i++) {
            byInput.computeIfAbsent(key(plan.leaves().get(i)), key -> new ArrayList<>())
                    .add(i);
        }
        List<InputGroup> groups = new ArrayList<>();
        for (List<Integer> indexes : byInput.values()) {
            groups.add(new InputGroup(
                    indexes.stream().mapToInt(Integer::intValue).toArray(),
                    indexes.stream().map(plan.leaves()::get).toList()));
        }
        return groups;
    }

    /** What leaves must share to turn together. */
    static Object key(Leaf leaf) {
        if (leaf instanceof Leaf.Events node) {
            return List.of(
                    node.stream(), node.where(), node.window(), node.aggregate(), node.field(), node.assumeComplete());
        }
        if (leaf instanceof Leaf.ScoreTest node) {
            return List.of("score", node.score(), node.part());
        }
        if (leaf instanceof Leaf.Labeled node) {
            return List.of("label", node.model());
        }
        if (leaf instanceof Leaf.Tagged node) {
            return List.of("tag", node.tag());
        }
        if (leaf instanceof Leaf.Near node) {
            return List.of("near", node.latitude().key(), node.longitude().key());
        }
        return Reads.attribute(leaf).<Object>map(Read::key).orElse(leaf);
    }

    /** Returns what a leaf reads, as the thing that would have to change. */
    static Input input(Leaf leaf) {
        if (leaf instanceof Leaf.Events node) {
            return Input.of(node.stream());
        }
        if (leaf instanceof Leaf.Sequence node) {
            return Input.of(node.steps().get(node.steps().size() - 1).stream());
        }
        if (leaf instanceof Leaf.InSegment node) {
            return new Input(Input.Kind.SEGMENT, Segments.name(node));
        }
        if (leaf instanceof Leaf.Tagged node) {
            return new Input(Input.Kind.TAG, node.tag());
        }
        if (leaf instanceof Leaf.ScoreTest node) {
            return new Input(Input.Kind.SCORE, node.score());
        }
        if (leaf instanceof Leaf.Labeled node) {
            return new Input(Input.Kind.SCORE, node.model());
        }
        if (leaf instanceof Leaf.Sample node) {
            return new Input(Input.Kind.ID, node.salt());
        }
        if (leaf instanceof Leaf.Near node) {
            return Input.of(node.latitude());
        }
        return Reads.attribute(leaf).map(Input::of).orElseGet(() -> new Input(Input.Kind.OTHER, NodeTypes.of(leaf)));
    }

    /** Tells whether it would take too long to find out how the leaves can answer. */
    boolean isTooLarge() {
        return leaves.size() > MOST_LEAVES;
    }

    /** Returns where the leaves stand among those of the plan. */
    int[] indexes() {
        return indexes;
    }

    /** Returns the ways in which the leaves can answer together. What must not be read stays unknown, and alone it cannot turn an answer. */
    List<TryOut> options(Interpreter interpreter) {
        List<TryOut> all = timed ? TryOuts.of(leaves, interpreter.now()) : timeless;
        if (!sensitive) {
            return all;
        }
        boolean[] permitted = new boolean[indexes.length];
        boolean some = false;
        boolean every = true;
        for (int i = 0; i < permitted.length; i++) {
            permitted[i] = Reads.attributes(leaves.get(i)).stream().allMatch(interpreter::isPermitted);
            some |= permitted[i];
            every &= permitted[i];
        }
        if (!some || every) {
            return some ? all : List.of();
        }
        return all.stream().map(option -> withheld(option, permitted)).toList();
    }

    private static TryOut withheld(TryOut option, boolean[] permitted) {
        Truth[] truths = option.truths().clone();
        for (int i = 0; i < truths.length; i++) {
            truths[i] = permitted[i] ? truths[i] : Truth.UNKNOWN;
        }
        return new TryOut(option.value(), truths);
    }

    void write(Truth[] truths, Truth[] leafTruths) {
        for (int i = 0; i < indexes.length; i++) {
            leafTruths[indexes[i]] = truths[i];
        }
    }

    Change change(TryOut option) {
        Map<Leaf, Truth> answers = new LinkedHashMap<>();
        for (int i = 0; i < indexes.length; i++) {
            answers.put(leaves.get(i), option.truths()[i]);
        }
        Object value = option.value();
        Optional<Assignment<?>> to = value == null
                ? Optional.empty()
                : Reads.attribute(leaves.get(0)).map(read -> assignment(read.key(), value));
        return new Change(input(leaves.get(0)), to, answers);
    }

    private static <T> Assignment<?> assignment(AttributeKey<T> key, Object value) {
        return new Assignment<>(key, key.type().check(value));
    }
}
