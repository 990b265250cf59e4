package org.crmkit.examples.benchmarks;

import java.util.Locale;
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
            Contest contest = contest(input, new OrderRows(input), duckDb, rounds);
            contest.run(WARM_UP_ROUNDS);
            System.out.printf(Locale.ROOT, "%,d customers, %,d orders, %d rounds%n", customers, orders, rounds);
            contest.print();
        }
    }

    private static Contest contest(Orders input, OrderRows rows, DuckDb duckDb, int rounds) {
        Contest contest = new Contest(rounds);
        contest.enter("bareLoop", () -> BareLoop.rfm(input));
        contest.enter("crmkitMidRank", () -> Crmkit.columns(input, Banding.midRank(5)));
        contest.enter("crmkitNtile", () -> Crmkit.columns(input, Banding.ntile(5)));
        contest.enter("duckDb", duckDb::rfm);
        contest.enter("readingRows", () -> Crmkit.read(rows));
        contest.enter("crmkitRows", () -> Crmkit.rows(rows, input.asOfDay(), Banding.midRank(5)));
        return contest;
    }
}
