package org.crmkit.examples.report;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.crmkit.core.strategy.ScoringStrategy;
import picocli.CommandLine;

/** Runs the command line inside the test's process and keeps what it printed. */
record ReportRun(int exitCode, String out, String err) {

    static ReportRun of(Object... args) {
        return with(List.of(), args);
    }

    static ReportRun with(List<ScoringStrategy<?>> ownStrategies, Object... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command = CrmReport.commandLine(ownStrategies);
        command.setOut(new PrintWriter(out));
        command.setErr(new PrintWriter(err));
        int exitCode = command.execute(Stream.of(args).map(String::valueOf).toArray(String[]::new));
        return new ReportRun(exitCode, out.toString(), err.toString());
    }

    String lastLine() {
        List<String> lines = out.lines().toList();
        return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
    }

    /** The rows of {@code customers.csv} by customer, each a map of its columns. */
    static Map<String, Map<String, String>> customers(Path output) {
        return table(output.resolve("customers.csv"), "customer_id");
    }

    /** The rows of a CSV file without quoted fields, by one of its columns. */
    static Map<String, Map<String, String>> table(Path file, String key) {
        Map<String, Map<String, String>> rows = new HashMap<>();
        List<String> lines = lines(file);
        String[] headers = lines.get(0).split(",", -1);
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",", -1);
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < headers.length; i++) {
                row.put(headers[i], fields[i]);
            }
            rows.put(row.get(key), row);
        }
        return rows;
    }

    static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    static List<String> names(Path directory) {
        if (!Files.exists(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return new ArrayList<>(
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }
}
