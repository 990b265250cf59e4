package org.crmkit.examples.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What one run of the report took.
 *
 * <p>CPU time and peak memory are read while the process lives, each hundredth of a second, so up to that much of the CPU time may be missing.
 *
 * @param seconds from the start of the process to its end
 * @param cpuSeconds of all its threads, the compiler's and the collector's too; zero where the platform does not tell
 * @param peakKilobytes the most memory it held resident; zero where {@code /proc} does not tell
 * @param lastLine what it printed last
 */
record MeasuredProcess(double seconds, double cpuSeconds, long peakKilobytes, String lastLine) {

    private static final int POLL_MILLIS = 10;
    private static final double NANOS = 1e9;

    static MeasuredProcess run(Path jar, Path csv, Path output, List<String> options)
            throws IOException, InterruptedException {
        Path printed = csv.resolveSibling("printed.txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                jar.toString(),
                "--input",
                csv.toString(),
                "--output",
                output.toString(),
                "--quiet"));
        command.addAll(options);
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        Duration cpu = Duration.ZERO;
        long peak = 0;
        do {
            cpu = process.info().totalCpuDuration().orElse(cpu);
            peak = Math.max(peak, peakKilobytes(process.pid()));
        } while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS));
        double seconds = (System.nanoTime() - start) / NANOS;
        List<String> lines = Files.readAllLines(printed);
        if (process.exitValue() != 0) {
            throw new IOException("the report ended with " + process.exitValue() + ": " + String.join("; ", lines));
        }
        return new MeasuredProcess(seconds, cpu.toNanos() / NANOS, peak, lines.get(lines.size() - 1));
    }

    /** The high-water mark of resident memory as Linux keeps it; zero elsewhere, and once the process has ended. */
    private static long peakKilobytes(long pid) {
        try {
            for (String line : Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"))) {
                if (line.startsWith("VmHWM:")) {
                    return Long.parseLong(line.replaceAll("\\D", ""));
                }
            }
            return 0;
        } catch (IOException notLinuxOrEnded) {
            return 0;
        }
    }
}
