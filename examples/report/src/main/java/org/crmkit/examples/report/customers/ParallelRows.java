package org.crmkit.examples.report.customers;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Does work on several threads; each part is on its own, so the results do not depend on the number of threads. */
public final class ParallelRows {

    /** Fewer rows are done before a thread has started. */
    private static final int LEAST = 200;

    private ParallelRows() {}

    /**
     * Work on a range of rows.
     *
     * @param <T> what comes of a range
     */
    @FunctionalInterface
    public interface Range<T> {

        /**
         * Does the rows of a range.
         *
         * @param from the first row
         * @param to the row after the last
         * @return what came of it
         */
        T apply(int from, int to);
    }

    /**
     * Splits rows into one range a thread.
     *
     * @param rows how many there are, from zero
     * @param threads how many may work at once
     * @param work done for each range
     * @param <T> what comes of a range
     * @return what came of each range, in the order of the rows
     */
    public static <T> List<T> ranges(int rows, int threads, Range<T> work) {
        int parts = Math.max(1, Math.min(threads, rows / LEAST));
        List<Callable<T>> tasks = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            int from = (int) ((long) rows * part / parts);
            int to = (int) ((long) rows * (part + 1) / parts);
            tasks.add(() -> work.apply(from, to));
        }
        return all(tasks, threads);
    }

    /**
     * Does the same with each item.
     *
     * @param items in the order in which work begins
     * @param threads how many may work at once
     * @param work done for each item
     * @param <A> the items
     * @param <B> what comes of an item
     * @return what came of each item, in their order
     */
    public static <A, B> List<B> map(List<A> items, int threads, Function<A, B> work) {
        List<Callable<B>> tasks = new ArrayList<>();
        items.forEach(item -> tasks.add(() -> work.apply(item)));
        return all(tasks, threads);
    }

    private static <T> List<T> all(List<Callable<T>> tasks, int threads) {
        ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, Math.min(threads, tasks.size())));
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> done : pool.invokeAll(tasks)) {
                results.add(done.get());
            }
            return results;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (failed.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while working on customers", interrupted);
        } finally {
            pool.shutdownNow();
        }
    }
}
