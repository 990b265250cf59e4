package org.crmkit.examples.benchmarks;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.DoubleSupplier;
import org.crmkit.lifecycle.purchase.PurchaseBootstrap;
import org.crmkit.lifecycle.purchase.PurchaseFit;
import org.crmkit.lifecycle.purchase.PurchaseHistories;
import org.crmkit.lifecycle.purchase.PurchaseModel;
import org.crmkit.lifecycle.purchase.PurchaseModelFamily;
import org.crmkit.lifecycle.purchase.PurchasePatterns;

/**
 * Prints what lifetime value costs beside its goals: fits, predictions, resampling, one customer after an event.
 *
 * <p>Each task runs until it is warm and then as often as the table says. Time is told twice, by the clock and by the processor: on a machine that others use
 * too, only the second says what the code costs. Run {@code java -cp examples/benchmarks/target/crm-benchmarks.jar
 * org.crmkit.examples.benchmarks.ValueFigures}.
 */
public final class ValueFigures {

    private static final long SEED = 20_260_101;
    private static final int CUSTOMERS = 1_000_000;
    private static final int EVENTS = 100_000;
    private static final int REPLICATES = 1_000;
    private static final double MILLION = 1e6;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    /** Keeps the compiler from leaving work out. */
    private double sink;

    private ValueFigures() {}

    /**
     * Measures and prints.
     *
     * @param args {@code compress-and-fit} for that task alone, once, as a trial of how small a heap will do; else nothing
     */
    public static void main(String[] args) throws IOException {
        ValueFigures figures = new ValueFigures();
        if (args.length > 0) {
            PurchaseFit fit = PurchaseModelFamily.bgNbd().fit(new SimulatedBuyers(CUSTOMERS, SEED).compressed());
            System.out.println(fit.reason() + " " + fit.usableModel());
            return;
        }
        System.out.printf(
                "%-44s %5s %12s %12s %12s %12s  %s%n",
                "task", "runs", "clock", "fastest", "processor", "allocated", "goal");
        figures.million();
        figures.cdnow();
        figures.oneCustomer();
        System.out.println("checksum " + figures.sink);
    }

    private void million() {
        SimulatedBuyers buyers = new SimulatedBuyers(CUSTOMERS, SEED);
        PurchasePatterns patterns = buyers.compressed();
        System.out.println(patterns);
        PurchaseModelFamily bg = PurchaseModelFamily.bgNbd();
        task("compress 1 million", 5, 9, 1, "", () -> buyers.compressed().size());
        task("compress 1 million + BG/NBD fit", 3, 9, 1, "1,000 ms, 64 MB", () -> r(bg.fit(buyers.compressed())));
        PurchaseModel model = bg.fit(patterns).usableModel();
        PurchaseHistories histories = buyers.histories();
        task("expected purchases of 1 million", 5, 15, 1, "150 ms", () -> sum(model.expectedPurchases(histories, 39)));
        task("P(alive) of 1 million", 5, 15, 1, "", () -> sum(model.pAlive(histories)));
        task(
                "1 million Pareto/NBD fit",
                1,
                3,
                1,
                "4,000 ms",
                () -> r(PurchaseModelFamily.paretoNbd().fit(patterns)));
    }

    private void cdnow() throws IOException {
        Optional<PurchasePatterns> found = Cdnow.patterns();
        if (found.isEmpty()) {
            System.out.println("skipped: CDNOW is not at " + Cdnow.file().toAbsolutePath()
                    + ", name the folder in CRM_REFERENCE_DIR");
            return;
        }
        PurchasePatterns patterns = found.get();
        System.out.println(patterns);
        PurchaseModelFamily bg = PurchaseModelFamily.bgNbd();
        task("CDNOW BG/NBD fit", 3_000, 500, 1, "2 ms", () -> r(bg.fit(patterns)));
        task(
                "CDNOW MBG/NBD fit",
                1_000,
                500,
                1,
                "",
                () -> r(PurchaseModelFamily.mbgNbd().fit(patterns)));
        task(
                "CDNOW Pareto/NBD fit",
                300,
                200,
                1,
                "10 ms",
                () -> r(PurchaseModelFamily.paretoNbd().fit(patterns)));
        PurchaseBootstrap bootstrap = PurchaseBootstrap.of(bg, patterns, bg.fit(patterns), SEED);
        task("1,000 refits of CDNOW, one thread", 1, 3, 1, "", () -> r(bootstrap, Runnable::run));
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            task("1,000 refits of CDNOW, two threads", 1, 5, 1, "2,000 ms (clock)", () -> r(bootstrap, two));
        } finally {
            two.shutdown();
        }
    }

    private void oneCustomer() {
        ClvBenchmark customers = new ClvBenchmark();
        customers.customers = EVENTS;
        customers.load();
        task("event to new lifetime value", 10, 20, EVENTS, "2 us, 1 kB", () -> {
            double values = 0;
            for (int i = 0; i < EVENTS; i++) {
                values += customers.eventToScore();
            }
            return values;
        });
    }

    private static double r(PurchaseFit fit) {
        return fit.usableModel().parameters().get("r");
    }

    private static double r(PurchaseBootstrap bootstrap, Executor executor) {
        return bootstrap.replicates(REPLICATES, executor).stream()
                .mapToDouble(ValueFigures::r)
                .sum();
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    private void task(String name, int warmUps, int runs, int parts, String goal, DoubleSupplier work) {
        for (int i = 0; i < warmUps; i++) {
            sink += work.getAsDouble();
        }
        double[] clock = new double[runs];
        double[] processor = new double[runs];
        double[] allocated = new double[runs];
        for (int i = 0; i < runs; i++) {
            long bytes = threads.getCurrentThreadAllocatedBytes();
            long busy = threads.getCurrentThreadCpuTime();
            long start = System.nanoTime();
            sink += work.getAsDouble();
            clock[i] = (System.nanoTime() - start) / MILLION / parts;
            processor[i] = (threads.getCurrentThreadCpuTime() - busy) / MILLION / parts;
            allocated[i] = (threads.getCurrentThreadAllocatedBytes() - bytes) / (double) parts;
        }
        System.out.printf(
                Locale.ROOT,
                "%-44s %5d %9.5f ms %9.5f ms %9.5f ms %9.3f kB  %s%n",
                name,
                runs,
                median(clock),
                clock[0],
                median(processor),
                median(allocated) / 1000,
                goal);
    }

    /** Sorts, and returns the middle. */
    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
