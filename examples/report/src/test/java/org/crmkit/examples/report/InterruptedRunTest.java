package org.crmkit.examples.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a real process leaves behind when it is stopped from outside, or when the disk takes no more. */
class InterruptedRunTest {

    /** A run may end before the signal reaches it; then it is tried again. */
    private static final int TRIES = 5;

    private static final int SIGINT = 2;

    @TempDir
    private Path dir;

    @BeforeEach
    void needsSignals() {
        assumeTrue(Files.isDirectory(Path.of("/proc/self")), "skipped: signals are sent as Linux does it");
    }

    private Path out() {
        return dir.resolve("out");
    }

    private Path printed() {
        return dir.resolve("printed.txt");
    }

    @ParameterizedTest
    @CsvSource({"TERM, 143", "INT, 130"})
    void signalWhileCustomersAreWritten_leavesTheFormerReportWhole(String signal, int code) throws Exception {
        Files.createDirectories(out());
        Files.writeString(out().resolve("customers.csv"), "former");
        Path input = Files.writeString(dir.resolve("many.csv"), manyCustomers());
        boolean interrupted = false;
        for (int i = 0; i < TRIES && !interrupted; i++) {
            try (ReportProcess run = start(input)) {
                run.waitUntil(() -> draftSize("customers.csv") > 0);
                assumeFalse(signal.equals("INT") && run.ignores(SIGINT), "skipped: SIGINT is switched off here");
                run.signal(signal);
                interrupted = run.exitCode() == code;
                assertThat(run.exitCode()).as(run.printed()).isIn(0, code);
                if (interrupted) {
                    assertThat(run.printed()).isEmpty();
                }
            }
        }
        assertThat(interrupted)
                .as("one of %s runs was stopped by the signal", TRIES)
                .isTrue();
        assertThat(out().resolve("customers.csv")).hasContent("former");
        assertThat(ReportRun.names(out())).containsExactly("customers.csv");
    }

    private ReportProcess start(Path input) throws IOException {
        return ReportProcess.start(
                printed(), "--input", input, "--output", out(), "--purchase-model", "nbd", "--threads", 2);
    }

    /** The rows come through a pipe that stays open, so the run is in the middle of its input for certain. */
    @Test
    void signalWhileRowsAreRead_leavesNothing() throws Exception {
        Path pipe = dir.resolve("pipe.csv");
        assumeTrue(
                new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0, "skipped: no named pipes here");
        try (ReportProcess run =
                ReportProcess.start(printed(), "--input", pipe, "--output", out(), "--bad-rows", "skip")) {
            try (OutputStream rows = Files.newOutputStream(pipe)) {
                rows.write("customer,date,amount\n".getBytes(StandardCharsets.UTF_8));
                byte[] bad = "x,2026-01-01,NaN\n".repeat(200_000).getBytes(StandardCharsets.UTF_8);
                rows.write(bad);
                run.waitUntil(() -> draftSize("skipped.csv") > 0);
                assertThat(draftSize("skipped.csv")).isPositive();
                run.signal("TERM");
                assertThat(run.exitCode()).isEqualTo(143);
            }
            assertThat(run.printed()).isEmpty();
        }
        assertThat(out()).doesNotExist();
    }

    /** A limit on the size of files stands in for a full disk: the write fails in the middle of the file. */
    @ParameterizedTest
    @CsvSource({"1, customers.csv", "2, models.json", "100, report.html"})
    void fileThatCannotGrow_exits4AndLeavesNothing(int blocks, String file) throws Exception {
        Path input =
                Files.writeString(dir.resolve("few.csv"), "customer,date,amount\n" + customers(blocks == 1 ? 40 : 1));
        assertNoRoom(blocks, file, input);
    }

    @Test
    void skippedRowsThatCannotBeWritten_exit4AndLeaveNothing() throws Exception {
        Path input = Files.writeString(dir.resolve("bad.csv"), "customer,date,amount\n" + ",,\n".repeat(20_000));
        assertNoRoom(100, "skipped.csv", input);
    }

    private void assertNoRoom(int blocks, String file, Path input) throws Exception {
        try (ReportProcess run = ReportProcess.startWithFileLimit(
                printed(), blocks, "--input", input, "--output", out(), "--bad-rows", "skip")) {
            assertThat(run.exitCode()).as(run.printed()).isEqualTo(4);
            assertThat(run.printed()).startsWith("crm-report: ").contains(file + ": cannot be written");
            assertThat(run.printed().lines()).hasSize(1);
        }
        assertThat(out()).doesNotExist();
    }

    private long draftSize(String name) {
        if (!Files.isDirectory(out())) {
            return 0;
        }
        try (Stream<Path> entries = Files.list(out())) {
            return entries.filter(entry -> entry.getFileName().toString().startsWith(".crm-report-"))
                    .mapToLong(drafts -> drafts.resolve(name).toFile().length())
                    .sum();
        } catch (IOException | UncheckedIOException goneMeanwhile) {
            return 0;
        }
    }

    private static String manyCustomers() {
        return "customer,date,amount\n" + customers(40_000);
    }

    private static String customers(int count) {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < count; i++) {
            for (int day = 1; day <= 1 + i % 3; day++) {
                rows.append(i)
                        .append(",2026-0")
                        .append(1 + (i + day) % 9)
                        .append("-0")
                        .append(day)
                        .append(',')
                        .append(5 + i % 97)
                        .append(".25\n");
            }
        }
        return rows.toString();
    }
}
