package org.crmkit.examples.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.crmkit.core.condition.CompiledCondition;
import org.crmkit.core.condition.Truth;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How many customers a microsecond a rule of six conditions is asked of: millions a second, on one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ConditionBenchmark {
    private static final int CUSTOMERS = 1_000_000;

    private SixConditions data;
    private CompiledCondition compiled;
    private List<Map<String, Object>> maps;
    private CelRule cel;
    private JsonLogicRule jsonLogic;

    /**
     * Makes the population and binds the rule to it once.
     *
     * @throws Exception if CEL does not compile its rule
     */
    @Setup
    public void setUp() throws Exception {
        data = new SixConditions(CUSTOMERS, 42);
        compiled = data.compiled();
        maps = data.maps();
        cel = new CelRule();
        jsonLogic = new JsonLogicRule();
    }

    /**
     * CEL over maps.
     *
     * @return how many meet the rule
     * @throws Exception if CEL fails
     */
    @Benchmark
    @OperationsPerInvocation(CUSTOMERS)
    public int cel() throws Exception {
        return cel.hits(maps);
    }

    /**
     * JSONLogic over maps.
     *
     * @return how many meet the rule
     * @throws Exception if JSONLogic fails
     */
    @Benchmark
    @OperationsPerInvocation(CUSTOMERS)
    public int jsonLogic() throws Exception {
        return jsonLogic.hits(maps);
    }

    /** Over the columns, all at once. */
    @Benchmark
    @OperationsPerInvocation(CUSTOMERS)
    public int columns() {
        return compiled.evaluate().count(Truth.TRUE);
    }

    /** Row by row. */
    @Benchmark
    @OperationsPerInvocation(CUSTOMERS)
    public int rows() {
        int hits = 0;
        for (int row = 0; row < CUSTOMERS; row++) {
            hits += compiled.truth(row) == Truth.TRUE ? 1 : 0;
        }
        return hits;
    }

    /** Row by row, each with its full explanation. */
    @Benchmark
    @OperationsPerInvocation(CUSTOMERS)
    public int explained() {
        int reasons = 0;
        for (int row = 0; row < CUSTOMERS; row++) {
            reasons += compiled.explain(row).reasons().size();
        }
        return reasons;
    }

    /** The floor: an if over arrays. */
    @Benchmark
    @OperationsPerInvocation(CUSTOMERS)
    public int bareLoop() {
        return data.bareHits();
    }
}
