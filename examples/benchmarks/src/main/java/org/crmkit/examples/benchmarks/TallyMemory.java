package org.crmkit.examples.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import org.crmkit.core.summary.PurchaseTally;

/**
 * How much heap a tally of purchases keeps for a customer.
 *
 * <p>{@code java -cp examples/benchmarks/target/crm-benchmarks.jar org.crmkit.examples.benchmarks.TallyMemory [customers [orders]]}.
 */
public final class TallyMemory {

    private static final long SEED = 20_260_101;
    private static final int COLLECTIONS = 3;

    private TallyMemory() {}

    /**
     * Tallies a stream of rows and prints the bytes of live heap that this added, by customer.
     *
     * @param args customers (1,000,000), orders (ten times as many)
     */
    public static void main(String[] args) {
        int customers = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        int orders = args.length > 1 ? Integer.parseInt(args[1]) : 10 * customers;
        OrderRows rows = new OrderRows(Orders.simulate(customers, orders, SEED));
        long before = liveBytes();
        PurchaseTally tally = Crmkit.tally(rows);
        long after = liveBytes();
        System.out.printf(
                Locale.ROOT,
                "%,d customers, %,d orders: %,d bytes, %.1f a customer%n",
                tally.customers(),
                orders,
                after - before,
                (double) (after - before) / tally.customers());
    }

    private static long liveBytes() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
