package org.crmkit.core.condition;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crmkit.core.attribute.AttributeKey;
import org.crmkit.core.condition.Counterfactual.Assignment;
import org.crmkit.core.condition.Counterfactual.Change;
import org.crmkit.core.condition.TryOuts.TryOut;
import org.crmkit.core.time.AsOf;
import org.jspecify.annotations.Nullable;

/**
 * Finds the fewest things that would have to be otherwise for the answer to turn.
 *
 * <p>Leaves that read the same thing turn together: no age is both below 20 and above 30. So the leaves are grouped by what they read, and each group
 * has a few ways to answer, found by trying values on, below and above every literal. Where every group is one leaf, the least change is computed part
 * by part; otherwise sets of groups are tried by size, up to a limit.
 */
final class Alternatives {
    private static final int MOST_CHANGES = 3;
    private static final int MOST_TRIES = 20_000;
    private static final int IMPOSSIBLE = 1_000_000;
    /** For leaves that do not ask for the time. */
    private static final AsOf ANY_TIME = new AsOf(Instant.EPOCH, ZoneOffset.UTC);

    private final Plan plan;
    private final List<Group> groups;
    private final int[] groupOf;
    private final boolean separate;

    private Alternatives(Plan plan, List<Group> groups) {
        this.plan = plan;
        this.groups = groups;
        this.groupOf = new int[plan.leaves().size()];
        boolean single = plan.isReadOnce();
        for (int group = 0; group < groups.size(); group++) {
            for (int leaf : groups.get(group).indexes) {
                groupOf[leaf] = group;
            }
            single &= groups.get(group).indexes.length == 1;
        }
        this.separate = single;
    }

    static Alternatives of(Plan plan) {
        Map<Object, List<Integer>> byInput = new LinkedHashMap<>();
        for (int i = 0; i < plan.leaves().size(); i++) {
            byInput.computeIfAbsent(groupKey(plan.leaves().get(i)), key -> new ArrayList<>())
                    .add(i);
        }
        List<Group> groups = new ArrayList<>();
        for (List<Integer> indexes : byInput.values()) {
            groups.add(new Group(
                    indexes.stream().mapToInt(Integer::intValue).toArray(),
                    indexes.stream().map(plan.leaves()::get).toList()));
        }
        return new Alternatives(plan, groups);
    }

    /** What leaves must share to turn together. */
    static Object groupKey(Leaf leaf) {
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
        return Reads.attribute(leaf).<Object>map(Read::key).orElse(leaf);
    }

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

    /** Returns the least change that makes a false or unknown answer true, or a true one false. */
    List<Counterfactual> turning(Truth[] leafTruths, Truth truth, Interpreter interpreter) {
        Truth target = truth == Truth.TRUE ? Truth.FALSE : Truth.TRUE;
        @Nullable
        TryOut[] options =
                separate ? computed(leafTruths, target, interpreter) : searched(leafTruths, target, interpreter);
        List<Change> changes = new ArrayList<>();
        for (int group = 0; group < options.length; group++) {
            TryOut option = options[group];
            if (option != null) {
                changes.add(groups.get(group).change(option));
            }
        }
        return changes.isEmpty() ? List.of() : List.of(new Counterfactual(changes));
    }

    /** The cost of making each node true and false, from the parts up; then the choices, from the top down. */
    private @Nullable TryOut[] computed(Truth[] leafTruths, Truth target, Interpreter interpreter) {
        int[] toTrue = new int[plan.size()];
        int[] toFalse = new int[plan.size()];
        @Nullable TryOut[] options = new TryOut[groups.size()];
        for (int node = 0; node < plan.size(); node++) {
            if (plan.kind(node) == Plan.LEAF) {
                Group group = groups.get(groupOf[plan.detail(node)]);
                toTrue[node] = group.cost(leafTruths[plan.detail(node)], Truth.TRUE, interpreter);
                toFalse[node] = group.cost(leafTruths[plan.detail(node)], Truth.FALSE, interpreter);
            } else {
                toTrue[node] = junctionCost(node, Truth.TRUE, toTrue, toFalse, leafTruths);
                toFalse[node] = junctionCost(node, Truth.FALSE, toTrue, toFalse, leafTruths);
            }
        }
        int cost = target == Truth.TRUE ? toTrue[plan.root()] : toFalse[plan.root()];
        if (cost > 0 && cost < IMPOSSIBLE) {
            choose(plan.root(), target, toTrue, toFalse, interpreter, options);
        }
        return options;
    }

    private int junctionCost(int node, Truth target, int[] toTrue, int[] toFalse, Truth[] leafTruths) {
        int[] parts = plan.parts(node);
        switch (plan.kind(node)) {
            case Plan.CONSTANT:
                return (plan.detail(node) == 1) == (target == Truth.TRUE) ? 0 : IMPOSSIBLE;
            case Plan.NOT:
                return target == Truth.TRUE ? toFalse[parts[0]] : toTrue[parts[0]];
            case Plan.IF_MISSING:
                return isMetByDefault(node, target, leafTruths)
                        ? 0
                        : target == Truth.TRUE ? toTrue[parts[0]] : toFalse[parts[0]];
            default:
                boolean partsHold = (target == Truth.TRUE) != (plan.kind(node) == Plan.AT_MOST);
                int sum = 0;
                for (int part : cheapest(node, partsHold, toTrue, toFalse)) {
                    sum = Math.min(IMPOSSIBLE, sum + (partsHold ? toTrue[part] : toFalse[part]));
                }
                return isOutOfReach(node, partsHold) ? IMPOSSIBLE : sum;
        }
    }

    private boolean isMetByDefault(int node, Truth target, Truth[] leafTruths) {
        int leaf = plan.detail(plan.parts(node)[0]);
        return !leafTruths[leaf].isKnown() && Truth.of(plan.detail(node) == 1) == target;
    }

    private boolean isOutOfReach(int node, boolean partsHold) {
        int parts = plan.parts(node).length;
        return partsHold ? plan.needed(node) > parts : plan.needed(node) <= 0;
    }

    private int[] cheapest(int node, boolean partsHold, int[] toTrue, int[] toFalse) {
        int[] parts = plan.parts(node).clone();
        int count = partsHold ? plan.needed(node) : parts.length - plan.needed(node) + 1;
        int[] cost = partsHold ? toTrue : toFalse;
        for (int i = 1; i < parts.length; i++) {
            int part = parts[i];
            int at = i;
            for (; at > 0 && cost[parts[at - 1]] > cost[part]; at--) {
                parts[at] = parts[at - 1];
            }
            parts[at] = part;
        }
        return Arrays.copyOf(parts, Math.max(0, Math.min(count, parts.length)));
    }

    private void choose(
            int node, Truth target, int[] toTrue, int[] toFalse, Interpreter interpreter, @Nullable TryOut[] options) {
        int cost = target == Truth.TRUE ? toTrue[node] : toFalse[node];
        if (cost == 0) {
            return;
        }
        int[] parts = plan.parts(node);
        switch (plan.kind(node)) {
            case Plan.LEAF ->
                options[groupOf[plan.detail(node)]] =
                        groups.get(groupOf[plan.detail(node)]).option(target, interpreter);
            case Plan.NOT -> choose(parts[0], target.not(), toTrue, toFalse, interpreter, options);
            case Plan.IF_MISSING -> choose(parts[0], target, toTrue, toFalse, interpreter, options);
            default -> {
                boolean partsHold = (target == Truth.TRUE) != (plan.kind(node) == Plan.AT_MOST);
                for (int part : cheapest(node, partsHold, toTrue, toFalse)) {
                    choose(part, Truth.of(partsHold), toTrue, toFalse, interpreter, options);
                }
            }
        }
    }

    private @Nullable TryOut[] searched(Truth[] leafTruths, Truth target, Interpreter interpreter) {
        Search search = new Search(leafTruths, target, interpreter);
        for (int changes = 1; changes <= Math.min(MOST_CHANGES, groups.size()); changes++) {
            if (search.tryFrom(0, changes)) {
                return search.options;
            }
        }
        return new TryOut[groups.size()];
    }

    /** Tries sets of groups, and for each the ways they can answer. */
    private final class Search {
        private final Truth target;
        private final Interpreter interpreter;
        private final Truth[] leafTruths;
        private final Truth[] truths;
        private final @Nullable TryOut[] options;
        private int tries;

        Search(Truth[] leafTruths, Truth target, Interpreter interpreter) {
            this.target = target;
            this.interpreter = interpreter;
            this.leafTruths = leafTruths.clone();
            this.truths = new Truth[plan.size()];
            this.options = new TryOut[groups.size()];
        }

        boolean tryFrom(int first, int changes) {
            if (changes == 0) {
                plan.evaluate(leafTruths, truths);
                return truths[plan.root()] == target;
            }
            for (int group = first; group + changes <= groups.size(); group++) {
                if (tryGroup(group, changes)) {
                    return true;
                }
            }
            return false;
        }

        private boolean tryGroup(int index, int changes) {
            Group group = groups.get(index);
            Truth[] before = group.current(leafTruths);
            for (TryOut option : group.options(interpreter)) {
                if (tries++ >= MOST_TRIES) {
                    break;
                }
                group.write(option.truths(), leafTruths);
                options[index] = option;
                if (tryFrom(index + 1, changes - 1)) {
                    return true;
                }
            }
            options[index] = null;
            group.write(before, leafTruths);
            return false;
        }
    }

    /** Leaves that read the same thing, and how they can answer together. */
    private static final class Group {
        private final int[] indexes;
        private final List<Leaf> leaves;
        private final boolean timed;
        private final List<TryOut> timeless;
        private final @Nullable Read<?> sensitive;

        Group(int[] indexes, List<Leaf> leaves) {
            this.indexes = indexes;
            this.leaves = leaves;
            this.timed = leaves.stream().anyMatch(TryOuts::dependsOnTime);
            this.timeless = timed ? List.of() : TryOuts.of(leaves, ANY_TIME);
            Leaf first = leaves.get(0);
            Read<?> read = first instanceof Leaf.Near near
                    ? near.latitude()
                    : Reads.attribute(first).orElse(null);
            this.sensitive = read != null && read.key().isSensitive() ? read : null;
        }

        /** What must not be read cannot turn an answer. */
        List<TryOut> options(Interpreter interpreter) {
            if (sensitive != null && !interpreter.isPermitted(sensitive)) {
                return List.of();
            }
            return timed ? TryOuts.of(leaves, interpreter.now()) : timeless;
        }

        @Nullable
        TryOut option(Truth truth, Interpreter interpreter) {
            for (TryOut option : options(interpreter)) {
                if (option.truths()[0] == truth) {
                    return option;
                }
            }
            return null;
        }

        int cost(Truth current, Truth target, Interpreter interpreter) {
            if (current == target) {
                return 0;
            }
            return option(target, interpreter) == null ? IMPOSSIBLE : 1;
        }

        void write(Truth[] truths, Truth[] leafTruths) {
            for (int i = 0; i < indexes.length; i++) {
                leafTruths[indexes[i]] = truths[i];
            }
        }

        Truth[] current(Truth[] leafTruths) {
            Truth[] current = new Truth[indexes.length];
            for (int i = 0; i < indexes.length; i++) {
                current[i] = leafTruths[indexes[i]];
            }
            return current;
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
}
