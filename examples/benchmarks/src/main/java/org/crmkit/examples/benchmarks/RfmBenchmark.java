package org.crmkit.examples.benchmarks;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.crmkit.segmentation.band.Banding;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** RFM quintiles of a population from its orders. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class RfmBenchmark {

    private static final long SEED = 20_260_101;

    /** How many customers there are. */
    @Param("1000000")
    public int customers;

    /** How many orders they made. */
    @Param("10000000")
    public int orders;

    /** How many threads DuckDB may use. */
    @Param("1")
    public int duckDbThreads;

    private Orders input;
    private OrderRows rows;
    private DuckDb duckDb;

    /** Draws the orders and hands DuckDB its copy. */
    @Setup(Level.Trial)
    public void load() throws SQLException {
        input = Orders.simulate(customers, orders, SEED);
        rows = new OrderRows(input);
        duckDb = DuckDb.holding(input, duckDbThreads);
    }

    /** Closes the database. */
    @TearDown(Level.Trial)
    public void close() throws SQLException {
        duckDb.close();
    }

    /** Returns the scores by plain arrays. */
    @Benchmark
    public Object bareLoop() {
        return BareLoop.rfm(input);
    }

    /** Returns the scores by SQL. */
    @Benchmark
    public Object duckDb() throws SQLException {
        return duckDb.rfm();
    }

    /** Returns the scores by this library, from columns, ties together by the middle of their rank. */
    @Benchmark
    public Object crmkitMidRank() {
        return Crmkit.columns(input, Banding.midRank(5));
    }

    /** Returns the scores by this library, from columns, the same scores as the bare loop and SQL. */
    @Benchmark
    public Object crmkitNtile() {
        return Crmkit.columns(input, Banding.ntile(5));
    }

    /** Returns the scores by this library, from a stream of rows with text for an id. */
    @Benchmark
    public Object crmkitRows() {
        return Crmkit.rows(rows, input.asOfDay(), Banding.midRank(5));
    }

    /** Returns the sums, without scores, of the same stream in a map of the JDK. */
    @Benchmark
    public Object hashMapRows() {
        Map<String, long[]> sums = new HashMap<>();
        String[] id = new String[512];
        int[] day = new int[512];
        long[] amount = new long[512];
        rows.rewind();
        for (int read = rows.read(id, day, amount); read > 0; read = rows.read(id, day, amount)) {
            for (int i = 0; i < read; i++) {
                long[] sum = sums.computeIfAbsent(id[i], fresh -> new long[] {Long.MIN_VALUE, 0, 0});
                sum[0] = Math.max(sum[0], day[i]);
                sum[1]++;
                sum[2] += amount[i];
            }
        }
        return sums;
    }
}
