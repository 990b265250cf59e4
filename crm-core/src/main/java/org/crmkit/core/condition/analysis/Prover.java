package org.crmkit.core.condition.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.crmkit.core.condition.Condition;
import org.crmkit.core.condition.EvaluationContext;
import org.crmkit.core.condition.Truth;
import org.crmkit.core.profile.Profile;
import org.crmkit.core.time.AsOf;
import org.jspecify.annotations.Nullable;

/**
 * Looks for customers of whom some conditions answer as asked: first among those that can be made, then among all that could exist.
 *
 * <p>A customer counts only if the evaluator says so, and "there is none" only if the second search, which leaves out nothing, ends without one.
 */
final class Prover {
    private static final int MOST_FAILURES = 300;

    private final List<Condition> conditions;
    private final List<Condition> asked;
    private final EvaluationContext context;
    private final AsOf now;
    private final int[] roots;
    private final Search made;
    private final Search all;
    private final boolean allMade;
    private int failures;

    /**
     * Prepares to look for customers.
     *
     * @param given must hold of them
     * @param asked may be asked to answer one way or another
     */
    Prover(List<Condition> given, List<Condition> asked, EvaluationContext context, AsOf now, long mostSteps) {
        this.asked = asked;
        this.conditions = new ArrayList<>(given);
        this.conditions.addAll(asked);
        this.context = context;
        this.now = now;
        Network network = new Network(context.segments());
        this.roots = conditions.stream().mapToInt(network::add).toArray();
        List<Fact> every = ordered(Facts.all(network.leaves().keySet(), context, now), network);
        this.allMade = every.stream().allMatch(Fact::isMade);
        this.all = new Search(network, every, mostSteps);
        this.made = allMade
                ? all
                : new Search(network, ordered(Facts.made(network.leaves().keySet(), context, now), network), mostSteps);
    }

    /** Facts that are read most are set first. */
    private static List<Fact> ordered(List<Fact> facts, Network network) {
        int[] reads = new int[network.size()];
        for (int node = 0; node < network.size(); node++) {
            for (int part : network.parts(node)) {
                reads[part]++;
            }
        }
        List<Fact> ordered = new ArrayList<>(facts);
        ordered.sort(Comparator.comparingInt((Fact fact) -> -fact.leaves().stream()
                .mapToInt(leaf -> reads[network.nodeOf(leaf)])
                .sum()));
        return ordered;
    }

    /** Returns a goal that asks nothing of the conditions but that what is given holds. */
    byte[] goal() {
        byte[] goal = new byte[conditions.size()];
        for (int i = 0; i < goal.length; i++) {
            goal[i] = i < goal.length - asked.size() ? Network.TRUE : Network.ANY;
        }
        return goal;
    }

    /** Returns a goal that asks of some conditions to answer in some ways. */
    byte[] goal(int index, int mask, byte[] goal) {
        byte[] changed = goal.clone();
        changed[conditions.size() - asked.size() + index] = (byte) mask;
        return changed;
    }

    /** Tells whether there is a customer who meets one of the goals; the claim is that there is none. */
    Finding refute(List<byte[]> goals) {
        Finding finding = new Finding.Proved();
        for (byte[] goal : goals) {
            Finding next = refute(goal);
            if (next.isRefuted()) {
                return next;
            }
            finding = finding.isProved() ? next : finding;
        }
        return finding;
    }

    private Finding refute(byte[] goal) {
        List<Witness> found = new ArrayList<>(1);
        failures = 0;
        made.find(roots, goal, settings -> {
            witness(settings, goal).ifPresent(found::add);
            return !found.isEmpty() || failures > MOST_FAILURES;
        });
        if (!found.isEmpty()) {
            return new Finding.Refuted(found.get(0));
        }
        if (allMade && failures == 0) {
            return made.isExhausted() ? new Finding.NotDecided(Finding.Reason.TOO_MANY_STEPS) : new Finding.Proved();
        }
        if (all.find(roots, goal, settings -> true)) {
            return new Finding.NotDecided(Finding.Reason.NO_WITNESS);
        }
        return all.isExhausted() ? new Finding.NotDecided(Finding.Reason.TOO_MANY_STEPS) : new Finding.Proved();
    }

    /** Shows customers who meet the goal, one of each kind; returns whether there are no others. */
    boolean each(byte[] goal, Predicate<Witness> stop) {
        failures = 0;
        boolean stopped = made.find(
                roots, goal, settings -> witness(settings, goal).filter(stop).isPresent() || failures > MOST_FAILURES);
        return !stopped && !made.isExhausted() && allMade && failures == 0;
    }

    private Optional<Witness> witness(@Nullable Setting[] settings, byte[] goal) {
        Portrait portrait = new Portrait(context, now);
        List<String> facts = new ArrayList<>();
        for (Setting setting : settings) {
            if (setting != null && setting.maker() != null) {
                setting.maker().accept(portrait);
                facts.add(setting.text());
            }
        }
        Optional<Witness> witness =
                portrait.profile().flatMap(profile -> checked(profile, portrait.context(), facts, goal));
        failures += witness.isPresent() ? 0 : 1;
        return witness;
    }

    private Optional<Witness> checked(Profile profile, EvaluationContext asking, List<String> facts, byte[] goal) {
        List<Truth> truths = new ArrayList<>();
        for (int i = 0; i < conditions.size(); i++) {
            Truth truth = conditions.get(i).evaluate(profile, asking);
            if ((Network.mask(truth) & goal[i]) == 0) {
                return Optional.empty();
            }
            truths.add(truth);
        }
        return Optional.of(
                new Witness(profile, asking, facts, truths.subList(truths.size() - asked.size(), truths.size())));
    }
}
