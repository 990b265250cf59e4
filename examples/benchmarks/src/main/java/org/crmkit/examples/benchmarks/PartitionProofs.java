package org.crmkit.examples.benchmarks;

import static org.crmkit.core.condition.Conditions.score;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.crmkit.core.condition.Condition;
import org.crmkit.core.condition.analysis.ConditionAnalysis;
import org.crmkit.core.condition.analysis.SetFinding;
import org.crmkit.core.time.AsOf;
import org.crmkit.segmentation.rfm.RfmBasis;
import org.crmkit.segmentation.rfm.RfmRange;
import org.crmkit.segmentation.rfm.RfmSegment;
import org.crmkit.segmentation.rfm.RfmTable;
import org.crmkit.segmentation.rfm.RfmTables;

/**
 * Prints how long it takes to prove that rules cover everyone once, or to find whom they leave out: the six published tables of RFM, and twenty mixed rules.
 *
 * <p>Run {@code java -cp examples/benchmarks/target/crm-benchmarks.jar org.crmkit.examples.benchmarks.PartitionProofs [runs]}.
 */
public final class PartitionProofs {

    private static final AsOf NOW = AsOf.of(Instant.parse("2026-11-23T08:00:00Z"), ZoneOffset.UTC);
    private static final List<String> PARTS = List.of("rfm.recency", "rfm.frequency", "rfm.monetary");
    private static final int MOST_HOLES = 200;
    private static final double MILLION = 1e6;

    private PartitionProofs() {}

    /**
     * What was found of a set of rules.
     *
     * @param partition whether they cover everyone once
     * @param uncovered how many kinds of customers they leave out
     */
    record Found(boolean partition, int uncovered) {}

    /**
     * Measures and prints.
     *
     * @param args how often each set is looked at (30), half of them to warm up
     */
    public static void main(String[] args) {
        int runs = args.length > 0 ? Integer.parseInt(args[0]) : 30;
        System.out.printf(
                Locale.ROOT, "%-24s %9s %9s %9s %10s  %s%n", "ms", "min", "median", "goal", "partition", "left out");
        for (RfmTable table : RfmTables.all()) {
            measure(table.id(), 50, runs, () -> table(table));
        }
        measure("20 mixed rules", 1_000, runs, () -> mixed(MixedRules.partition()));
        measure("20 with a planted hole", 1_000, runs, () -> mixed(MixedRules.withHole()));
    }

    private static void measure(String name, int goal, int runs, Supplier<Found> task) {
        long[] nanos = new long[Math.max(1, runs - runs / 2)];
        Found found = task.get();
        for (int run = -(runs / 2); run < nanos.length; run++) {
            long start = System.nanoTime();
            Found again = task.get();
            nanos[Math.max(0, run)] = System.nanoTime() - start;
            if (!again.equals(found)) {
                throw new IllegalStateException(name + " must be found " + found + " each time, was " + again);
            }
        }
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "%-24s %9.3f %9.3f %9d %10s  %d%n",
                name,
                nanos[0] / MILLION,
                nanos[nanos.length / 2] / MILLION,
                goal,
                found.partition(),
                found.uncovered());
    }

    /** Looks at a table as at any other rules: the analysis knows nothing of tables. */
    static Found table(RfmTable table) {
        List<Condition> rules = new ArrayList<>();
        for (RfmSegment segment : table.segments()) {
            rules.add(new Condition.Any(segment.ranges().stream()
                    .map(range -> rule(range, parts(table).size()))
                    .toList()));
        }
        ConditionAnalysis analysis = ConditionAnalysis.at(NOW).given(bands(table));
        SetFinding finding = analysis.set(rules);
        return new Found(
                finding.isPartition(),
                analysis.holes(rules, MOST_HOLES).witnesses().size());
    }

    private static List<String> parts(RfmTable table) {
        return table.basis() == RfmBasis.RECENCY_FREQUENCY_MONETARY ? PARTS : PARTS.subList(0, 2);
    }

    /** Scores are whole numbers from 1 to the number of bands. */
    private static Condition bands(RfmTable table) {
        List<Condition> all = new ArrayList<>();
        for (String part : parts(table)) {
            List<Condition> any = new ArrayList<>();
            for (int band = 1; band <= table.bands(); band++) {
                any.add(score("rfm").part(part).is(band));
            }
            all.add(new Condition.Any(any));
        }
        return new Condition.All(all);
    }

    private static Condition rule(RfmRange range, int parts) {
        int[] from = {range.recencyFrom(), range.frequencyFrom(), range.monetaryFrom()};
        int[] to = {range.recencyTo(), range.frequencyTo(), range.monetaryTo()};
        List<Condition> all = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            all.add(score("rfm").part(PARTS.get(i)).atLeast(from[i]));
            all.add(score("rfm").part(PARTS.get(i)).atMost(to[i]));
        }
        return new Condition.All(all);
    }

    static Found mixed(List<Condition> rules) {
        SetFinding finding = ConditionAnalysis.at(NOW).given(MixedRules.known()).set(rules);
        return new Found(finding.isPartition(), finding.coversDecided().isRefuted() ? 1 : 0);
    }
}
