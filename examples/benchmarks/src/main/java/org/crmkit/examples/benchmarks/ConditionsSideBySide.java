package org.crmkit.examples.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.crmkit.core.condition.CompiledCondition;
import org.crmkit.core.condition.Condition;
import org.crmkit.core.condition.Truth;
import org.crmkit.core.condition.Verdict;
import org.crmkit.core.profile.CustomerBase;

/**
 * The contenders of {@link ConditionBenchmark} in turn, round by round, with CPU time beside wall time: for machines that have other work too.
 *
 * <p>All answer the rule of {@link SixConditions} for the same customers, on one thread, the rule compiled once; whoever counts other customers than the
 * rest ends the run. {@code java -cp examples/benchmarks/target/crm-benchmarks.jar org.crmkit.examples.benchmarks.ConditionsSideBySide [customers [rounds]]}.
 */
public final class ConditionsSideBySide {
    private static final long SEED = 42;
    private static final int WARM_UP_ROUNDS = 3;

    private ConditionsSideBySide() {}

    /**
     * Prints the smallest, median and largest wall and CPU seconds of each contender.
     *
     * @param args customers (1,000,000), rounds (11)
     * @throws Exception if a peer fails, or counts other customers
     */
    public static void main(String[] args) throws Exception {
        int customers = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 11;
        SixConditions data = new SixConditions(customers, SEED);
        int hits = data.bareHits();
        Contest contest = contest(data, hits, rounds);
        contest.run(WARM_UP_ROUNDS);
        System.out.printf(
                Locale.ROOT, "%,d customers, %,d of them meet the rule, %d rounds%n", customers, hits, rounds);
        contest.print(customers);
    }

    private interface Count {
        int hits() throws Exception;
    }

    private static Contest contest(SixConditions data, int hits, int rounds) throws Exception {
        CustomerBase base = data.base();
        Condition rule = SixConditions.rule();
        CompiledCondition compiled = CompiledCondition.of(rule, base);
        List<Map<String, Object>> maps = data.maps();
        CelRule cel = new CelRule();
        JsonLogicRule jsonLogic = new JsonLogicRule();
        Contest contest = new Contest(rounds);
        enter(contest, "bareLoop", hits, data::bareHits);
        enter(contest, "columns", hits, () -> compiled.evaluate().count(Truth.TRUE));
        enter(contest, "rows", hits, () -> count(base.size(), row -> hit(compiled.truth(row))));
        enter(contest, "explained", hits, () -> count(base.size(), row -> explained(compiled.explain(row))));
        enter(contest, "oneByOne", hits, () -> count(base.size(), row -> hit(rule.evaluate(base.profile(row)))));
        enter(contest, "cel", hits, () -> cel.hits(maps));
        enter(contest, "jsonLogic", hits, () -> jsonLogic.hits(maps));
        return contest;
    }

    private static void enter(Contest contest, String name, int hits, Count count) {
        contest.enter(name, () -> {
            int found = count.hits();
            if (found != hits) {
                throw new IllegalStateException(name + " must find " + hits + " customers, found " + found);
            }
            return found;
        });
    }

    private static int count(int customers, IntUnaryOperator hit) {
        int hits = 0;
        for (int row = 0; row < customers; row++) {
            hits += hit.applyAsInt(row);
        }
        return hits;
    }

    private static int hit(Truth truth) {
        return truth == Truth.TRUE ? 1 : 0;
    }

    /** Whoever asks why wants to read it: no part of the verdict may be left out by the virtual machine. */
    private static int explained(Verdict verdict) {
        boolean whole = !verdict.reasons().isEmpty()
                && !verdict.counterfactuals().isEmpty()
                && verdict.validUntil() != null
                && verdict.unknownBecause().isEmpty();
        if (!whole) {
            throw new IllegalStateException("verdict must name reasons and what would turn it, was " + verdict);
        }
        return hit(verdict.truth());
    }
}
