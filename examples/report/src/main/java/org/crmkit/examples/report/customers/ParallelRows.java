package org.crmkit.examples.report.customers;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/** Does something for each row on several threads; each row is on its own, so the result does not depend on their number. */
final class ParallelRows {

    /** Fewer rows are done before a thread has started. */
    private static final int LEAST = 200;

    private ParallelRows() {}

    static void forEach(int rows, int threads, IntConsumer task) {
        int parts = Math.min(threads, Math.max(1, rows / LEAST));
        if (parts == 1) {
            range(0, rows, task);
            return;
        }
        ExecutorService pool = Executors.newFixedThreadPool(parts);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int part = 0; part < parts; part++) {
                int from = (int) ((long) rows * part / parts);
                int to = (int) ((long) rows * (part + 1) / parts);
                running.add(pool.submit(() -> range(from, to, task)));
            }
            for (Future<?> part : running) {
                part.get();
            }
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while scoring customers", interrupted);
        } finally {
            pool.shutdownNow();
        }
    }

    private static void range(int from, int to, IntConsumer task) {
        for (int row = from; row < to; row++) {
            task.accept(row);
        }
    }
}
