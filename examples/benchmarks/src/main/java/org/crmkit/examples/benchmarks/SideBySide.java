package org.crmkit.examples.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.crmkit.segmentation.band.Banding;

/**
 * The contenders of {@link RfmBenchmark} in turn, round by round, with CPU time beside wall time: for machines that have other work too.
 * {@code readingRows} makes the strings that {@code crmkitRows} is given, and does nothing with them: what is left is the library's.
 *
 * <p>All answer on the calling thread, DuckDB with {@code threads = 1}, so that thread's CPU time is what the answer costs; collecting garbage
 * comes on top and shows in wall time only. {@code java -cp examples/benchmarks/target/crm-benchmarks.jar
 * org.crmkit.examples.benchmarks.SideBySide [customers [orders [rounds]]]}.
 */
public final class SideBySide {

    private static final long SEED = 20_260_101;
    private static final int WARM_UP_ROUNDS = 3;
    private static final double NANOS = 1e9;

    private SideBySide() {}

    /**
     * Prints the smallest, median and largest wall and CPU seconds of each contender.
     *
     * @param args customers (1,000,000), orders (ten times as many), rounds (11)
     * @throws Exception if DuckDB fails
     */
    public static void main(String[] args) throws Exception {
        int customers = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        int orders = args.length > 1 ? Integer.parseInt(args[1]) : 10 * customers;
        int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 11;
        Orders input = Orders.simulate(customers, orders, SEED);
        try (DuckDb duckDb = DuckDb.holding(input, 1)) {
            Map<String, Took> contenders = contenders(input, new OrderRows(input), duckDb, rounds);
            for (int round = -WARM_UP_ROUNDS; round < rounds; round++) {
                for (Took contender : contenders.values()) {
                    contender.run(round);
                }
            }
            System.out.printf(Locale.ROOT, "%,d customers, %,d orders, %d rounds%n", customers, orders, rounds);
            System.out.println("seconds          wall min  median     max    cpu min  median     max");
            contenders.forEach((name, took) -> System.out.printf(
                    Locale.ROOT,
                    "%-15s %9.3f %7.3f %7.3f  %9.3f %7.3f %7.3f%n",
                    name,
                    took.smallest(took.wall),
                    took.median(took.wall),
                    took.largest(took.wall),
                    took.smallest(took.cpu),
                    took.median(took.cpu),
                    took.largest(took.cpu)));
        }
    }

    private static Map<String, Took> contenders(Orders input, OrderRows rows, DuckDb duckDb, int rounds) {
        Map<String, Took> contenders = new LinkedHashMap<>();
        contenders.put("bareLoop", new Took(() -> BareLoop.rfm(input), rounds));
        contenders.put("crmkitMidRank", new Took(() -> Crmkit.columns(input, Banding.midRank(5)), rounds));
        contenders.put("crmkitNtile", new Took(() -> Crmkit.columns(input, Banding.ntile(5)), rounds));
        contenders.put("duckDb", new Took(duckDb::rfm, rounds));
        contenders.put("readingRows", new Took(() -> Crmkit.read(rows), rounds));
        contenders.put("crmkitRows", new Took(() -> Crmkit.rows(rows, input.asOfDay(), Banding.midRank(5)), rounds));
        return contenders;
    }

    /** What one contender took, index i is round i. */
    private static final class Took {

        private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

        private final Callable<?> contender;
        private final double[] wall;
        private final double[] cpu;

        Took(Callable<?> contender, int rounds) {
            this.contender = contender;
            this.wall = new double[rounds];
            this.cpu = new double[rounds];
        }

        void run(int round) throws Exception {
            long startCpu = THREADS.getCurrentThreadCpuTime();
            long start = System.nanoTime();
            contender.call();
            long end = System.nanoTime();
            long endCpu = THREADS.getCurrentThreadCpuTime();
            if (round >= 0) {
                wall[round] = (end - start) / NANOS;
                cpu[round] = (endCpu - startCpu) / NANOS;
            }
        }

        double smallest(double[] seconds) {
            return Arrays.stream(seconds).min().orElseThrow();
        }

        double largest(double[] seconds) {
            return Arrays.stream(seconds).max().orElseThrow();
        }

        double median(double[] seconds) {
            double[] sorted = seconds.clone();
            Arrays.sort(sorted);
            return sorted[sorted.length / 2];
        }
    }
}
