package org.crmkit.examples.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** The report as a process of its own, as a shop's computer runs it: signals and limits meet the real thing. */
final class ReportProcess implements AutoCloseable {

    private static final int POLL_MILLIS = 1;
    private static final int LONGEST_SECONDS = 120;

    private final Process process;
    private final Path printed;

    private ReportProcess(Process process, Path printed) {
        this.process = process;
        this.printed = printed;
    }

    /** Starts the command line; what it prints goes to a file. */
    static ReportProcess start(Path printed, Object... args) throws IOException {
        return start(printed, List.of(), args);
    }

    /** Starts the command line behind a shell that lets no file grow beyond so many blocks of 512 bytes. */
    static ReportProcess startWithFileLimit(Path printed, int blocks, Object... args) throws IOException {
        return start(printed, List.of("sh", "-c", "ulimit -f " + blocks + "; exec \"$@\"", "sh"), args);
    }

    private static ReportProcess start(Path printed, List<String> before, Object... args) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // Files of the Java machine's own, such as its performance counters, are not what the limit is about.
        command.addAll(List.of("-XX:-UsePerfData", "-Xshare:auto", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), CrmReport.class.getName()));
        Stream.of(args).map(String::valueOf).forEach(command::add);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        return new ReportProcess(process, printed);
    }

    /** Waits until something is so, or the process has ended. */
    void waitUntil(BooleanSupplier isSo) throws InterruptedException {
        while (!isSo.getAsBoolean() && !process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
            Thread.onSpinWait();
        }
    }

    /** Sends a signal, such as {@code TERM} or {@code INT}. */
    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD) // the process may have ended by itself
                .start()
                .waitFor();
    }

    /** Tells whether the process was started with a signal switched off, as background jobs of some shells are. */
    boolean ignores(int signal) throws IOException {
        String mask = Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .map(line -> line.replaceAll(".*\\s", ""))
                .findFirst()
                .orElse("0");
        return (Long.parseUnsignedLong(mask, 16) >> (signal - 1) & 1) == 1;
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the report did not end within " + LONGEST_SECONDS + " s");
        }
        return process.exitValue();
    }

    String printed() throws IOException {
        return Files.readString(printed);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
