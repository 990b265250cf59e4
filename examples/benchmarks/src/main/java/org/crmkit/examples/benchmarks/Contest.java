package org.crmkit.examples.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * Contenders that answer in turn, round by round, with CPU time beside wall time: for machines that have other work too.
 *
 * <p>All answer on the calling thread, so that thread's CPU time is what the answer costs; collecting garbage comes on top and shows in wall time only.
 */
final class Contest {
    private static final double MILLION = 1e6;

    private final Map<String, Took> contenders = new LinkedHashMap<>();
    private final int rounds;

    Contest(int rounds) {
        this.rounds = rounds;
    }

    void enter(String name, Callable<?> contender) {
        contenders.put(name, new Took(contender, rounds));
    }

    /** Runs all contenders once a round, after some rounds that do not count. */
    void run(int warmUpRounds) throws Exception {
        for (int round = -warmUpRounds; round < rounds; round++) {
            for (Took contender : contenders.values()) {
                contender.run(round);
            }
        }
    }

    /** Prints the smallest, median and largest wall and CPU seconds of each contender. */
    void print() {
        System.out.println("seconds          wall min  median     max    cpu min  median     max");
        contenders.forEach((name, took) -> System.out.println(seconds(name, took)));
    }

    /** Prints the seconds, and beside them how many million things a second that is by the median CPU time. */
    void print(int things) {
        System.out.println("seconds          wall min  median     max    cpu min  median     max   M/s by median cpu");
        contenders.forEach((name, took) -> System.out.printf(
                Locale.ROOT, "%s  %10.2f%n", seconds(name, took), things / MILLION / took.median(took.cpu)));
    }

    private static String seconds(String name, Took took) {
        return String.format(
                Locale.ROOT,
                "%-15s %9.4f %7.4f %7.4f  %9.4f %7.4f %7.4f",
                name,
                took.smallest(took.wall),
                took.median(took.wall),
                took.largest(took.wall),
                took.smallest(took.cpu),
                took.median(took.cpu),
                took.largest(took.cpu));
    }

    /** What one contender took, index i is round i. */
    private static final class Took {
        private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
        private static final double NANOS = 1e9;

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
