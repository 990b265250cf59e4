package org.crmkit.core.condition;

import static com.google.common.base.Preconditions.checkNotNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.crmkit.core.profile.Profile;

/**
 * Many conditions that are asked of the same customers, such as all segments.
 *
 * <p>Equal leaves of different conditions are asked once, and leaves that ask the same events or the same fact share the look at them. Made once; a
 * {@linkplain #track tracker} a customer keeps the answers. Immutable, and safe to share between threads.
 */
public final class ConditionSet {
    /** Hosts have a few dozen kinds of activities; whoever has more waits a little longer. */
    private static final int MOST_CODES = 1_000;

    private final List<String> names;
    private final List<Plan> plans;
    /** For each condition, where its leaves stand among all. */
    private final int[][] leavesOf;
    /** For each leaf, the conditions that ask it. */
    private final int[][] usersOf;

    private final List<LeafGroup> groups;
    private final Map<String, int[]> concerned = new ConcurrentHashMap<>();
    private final int[] concernedByFirst;
    private final boolean[] timeless;

    private ConditionSet(Map<String, Condition> conditions) {
        this.names = List.copyOf(conditions.keySet());
        this.plans = conditions.values().stream().map(Plan::of).toList();
        Map<Leaf, Integer> indexes = new LinkedHashMap<>();
        List<List<Integer>> users = new ArrayList<>();
        this.leavesOf = new int[plans.size()][];
        for (int i = 0; i < plans.size(); i++) {
            List<Leaf> own = plans.get(i).leaves();
            leavesOf[i] = new int[own.size()];
            for (int leaf = 0; leaf < own.size(); leaf++) {
                Integer known = indexes.putIfAbsent(own.get(leaf), indexes.size());
                leavesOf[i][leaf] = known == null ? indexes.size() - 1 : known;
                if (known == null) {
                    users.add(new ArrayList<>());
                }
                users.get(leavesOf[i][leaf]).add(i);
            }
        }
        this.usersOf = users.stream()
                .map(each -> each.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
        this.groups = LeafGroup.of(new ArrayList<>(indexes.keySet()));
        this.concernedByFirst = concernedBy(LeafGroup::isConcernedByFirst);
        this.timeless = new boolean[groups.size()];
        for (int group = 0; group < timeless.length; group++) {
            timeless[group] = groups.get(group).isTimeless();
        }
    }

    /**
     * Prepares conditions.
     *
     * @param conditions the conditions by name, in an order of the caller's
     * @return the set
     */
    public static ConditionSet of(Map<String, Condition> conditions) {
        return new ConditionSet(new LinkedHashMap<>(checkNotNull(conditions, "conditions")));
    }

    /**
     * Returns the names of the conditions.
     *
     * @return the names, in the order they were given
     */
    public List<String> names() {
        return names;
    }

    /**
     * Begins to keep the answers for a customer.
     *
     * @param profile the customer, with single activities
     * @param context the moment and what else is given
     * @return the tracker
     * @throws IllegalArgumentException if the profile was made from summaries
     */
    public ConditionTracker track(Profile profile, EvaluationContext context) {
        return new ConditionTracker(this, checkNotNull(profile, "profile"), checkNotNull(context, "context"));
    }

    List<LeafGroup> groups() {
        return groups;
    }

    boolean isTimeless(int group) {
        return timeless[group];
    }

    int leaves() {
        return usersOf.length;
    }

    int[] usersOf(int leaf) {
        return usersOf[leaf];
    }

    /** Returns the groups that an activity of a code concerns; a new first one also moves the instant from which on the customer was observed. */
    int[] concerned(String code, boolean first) {
        int[] known = concerned.get(code);
        if (known == null) {
            known = concernedBy(group -> group.isConcernedBy(code));
            if (concerned.size() < MOST_CODES) {
                concerned.put(code, known);
            }
        }
        return first ? concernedByFirst : known;
    }

    private int[] concernedBy(Predicate<LeafGroup> test) {
        return IntStream.range(0, groups.size())
                .filter(i -> test.test(groups.get(i)))
                .toArray();
    }

    /** Answers a condition, given the answers of all leaves. */
    Truth truth(int condition, Truth[] leafTruths) {
        Plan plan = plans.get(condition);
        int[] leaves = leavesOf[condition];
        Truth[] own = new Truth[leaves.length];
        for (int i = 0; i < own.length; i++) {
            own[i] = leafTruths[leaves[i]];
        }
        Truth[] truths = new Truth[plan.size()];
        plan.evaluate(own, truths);
        return truths[plan.root()];
    }

    @Override
    public String toString() {
        return "ConditionSet[conditions=" + names.size() + ", leaves=" + leaves() + "]";
    }
}
