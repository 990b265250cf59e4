package org.crmkit.core.condition.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.crmkit.core.condition.Aggregate;
import org.crmkit.core.condition.EvaluationContext;
import org.crmkit.core.condition.Leaf;
import org.crmkit.core.condition.window.BoundWindow;
import org.crmkit.core.time.AsOf;

/**
 * Totals of which one can never be more than another: what happened in the last 30 days happened in the last 90 as well.
 *
 * <p>A total is less if its window lies within the other's, at the moment of the analysis, and its events are among the other's: the same, or some of them
 * where the other asks nothing of events. Then whatever is reached in the one is reached in the other, and whatever is not exceeded in the other is not
 * exceeded in the one, if that has been observed; and where all of the longer window was observed, so was the shorter one. Totals that stand in no such
 * relation are facts of their own.
 */
final class NestedTotals {
    private static final int MOST_SETTINGS = 20_000;
    private static final int MOST_VISITED = 20 * MOST_SETTINGS;

    private final List<TotalFacts> members;
    private final boolean[][] less;
    private final List<List<TotalFacts.Total>> totals = new ArrayList<>();
    private final List<Setting> settings = new ArrayList<>();
    private int visited;

    private NestedTotals(List<TotalFacts> members, EvaluationContext context, AsOf now) {
        this.members = members;
        this.less = less(members, context, now);
    }

    static List<Fact> of(List<TotalFacts> totals, EvaluationContext context, AsOf now, boolean onlyMade) {
        List<Fact> facts = new ArrayList<>();
        boolean[][] less = less(totals, context, now);
        Set<Integer> open = new LinkedHashSet<>();
        for (int i = 0; i < totals.size(); i++) {
            open.add(i);
        }
        while (!open.isEmpty()) {
            List<TotalFacts> related = new ArrayList<>();
            take(open.iterator().next(), less, open, index -> related.add(totals.get(index)));
            facts.addAll(new NestedTotals(related, context, now).facts(onlyMade));
        }
        return facts;
    }

    private static void take(int index, boolean[][] less, Set<Integer> open, java.util.function.IntConsumer related) {
        open.remove(index);
        related.accept(index);
        for (int other = 0; other < less.length; other++) {
            if (open.contains(other) && (less[index][other] || less[other][index])) {
                take(other, less, open, related);
            }
        }
    }

    private static boolean[][] less(List<TotalFacts> totals, EvaluationContext context, AsOf now) {
        boolean[][] less = new boolean[totals.size()][totals.size()];
        List<Optional<BoundWindow>> windows =
                totals.stream().map(total -> bound(total.first(), context, now)).toList();
        for (int i = 0; i < less.length; i++) {
            for (int j = 0; j < less.length; j++) {
                less[i][j] = i != j
                        && isAlike(totals.get(i), totals.get(j))
                        && windows.get(i).isPresent()
                        && windows.get(j).isPresent()
                        && windows.get(i).get().isWithin(windows.get(j).get());
            }
        }
        return less;
    }

    private static boolean isAlike(TotalFacts one, TotalFacts other) {
        Leaf.Events a = one.first();
        Leaf.Events b = other.first();
        return one.isListed()
                && other.isListed()
                && one.isGrowing()
                && a.aggregate() == b.aggregate()
                && a.field().equals(b.field())
                && a.stream().equals(b.stream())
                && (a.where().equals(b.where()) || b.where().isEmpty() && a.aggregate() == Aggregate.COUNT);
    }

    /** Around a date of the customer a window lies elsewhere for each. */
    private static Optional<BoundWindow> bound(Leaf.Events node, EvaluationContext context, AsOf now) {
        return node.window().anchorKey().isPresent()
                ? Optional.empty()
                : node.window().at(now, context.calendar(), Optional.empty());
    }

    /** All totals are cut into the same classes, so that a greater number never stands for a lesser one. */
    private List<Fact> facts(boolean onlyMade) {
        if (members.size() > 1) {
            TreeSet<BigDecimal> literals = new TreeSet<>();
            members.forEach(member -> literals.addAll(member.literals()));
            List<BigDecimal> points = members.get(0).points(literals);
            members.forEach(member -> totals.add(member.totals(points)));
            if (choose(new ArrayList<>())) {
                List<Leaf> leaves = new ArrayList<>();
                members.forEach(member -> leaves.addAll(member.leaves()));
                return List.of(Fact.of(leaves, settings));
            }
        }
        List<Fact> facts = new ArrayList<>();
        members.forEach(member -> facts.addAll(member.facts(onlyMade)));
        return facts;
    }

    private boolean choose(List<TotalFacts.Total> chosen) {
        int next = chosen.size();
        if (next == members.size()) {
            settings.add(TotalFacts.setting(chosen));
            return settings.size() <= MOST_SETTINGS;
        }
        for (TotalFacts.Total total : totals.get(next)) {
            if (++visited > MOST_VISITED) {
                return false;
            }
            if (isPossible(total, next, chosen)) {
                chosen.add(total);
                boolean few = choose(chosen);
                chosen.remove(next);
                if (!few) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean isPossible(TotalFacts.Total total, int index, List<TotalFacts.Total> chosen) {
        for (int other = 0; other < chosen.size(); other++) {
            if (less[index][other] && !isPossible(total, chosen.get(other))
                    || less[other][index] && !isPossible(chosen.get(other), total)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPossible(TotalFacts.Total less, TotalFacts.Total more) {
        if (less.least() != null && (more.least() == null || less.least().compareTo(more.least()) > 0)) {
            return false;
        }
        if (more.most() == null) {
            return true;
        }
        return less.most() == null
                ? more.of().isNeverShort() && !less.of().isNeverShort()
                : less.most().compareTo(more.most()) <= 0;
    }
}
