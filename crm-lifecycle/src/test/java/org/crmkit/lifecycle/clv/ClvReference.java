package org.crmkit.lifecycle.clv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Reads {@code reference/clv}; tests that need it are skipped visibly where it is absent. */
public final class ClvReference {

    private ClvReference() {}

    public record Expected(
            String model, String dataset, String quantity, String customer, double value, String source) {}

    public record Hard(String model, double[] params, String x, String arg, String quantity, String value, String why) {

        @Override
        public String toString() {
            return model + " " + quantity + " x=" + x + " arg=" + arg + " (" + why + ")";
        }
    }

    public static Path file(String name) {
        Stream<String> roots = Stream.of(
                        System.getProperty("CRM_REFERENCE_DIR"),
                        System.getenv("CRM_REFERENCE_DIR"),
                        "../shared/reference",
                        "../../shared/reference")
                .filter(root -> root != null);
        Path found = roots.map(root -> Path.of(root, "clv", name))
                .filter(Files::exists)
                .findFirst()
                .orElse(null);
        Assumptions.assumeTrue(found != null, "reference data absent: set CRM_REFERENCE_DIR to read clv/" + name);
        return found;
    }

    /** The rows of a file as maps by header. */
    public static List<Map<String, String>> rows(String name) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> header = split(lines.get(0));
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = split(line);
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < header.size(); i++) {
                row.put(header.get(i), cells.get(i));
            }
            rows.add(row);
        }
        return rows;
    }

    private static List<String> split(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (char c : line.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    /** The {@code reference-mp} rows of one model and data set. */
    public static List<Expected> expected(String model, String dataset) {
        return expected(model, dataset, "reference-mp");
    }

    /** The rows of one model, data set and source. */
    public static List<Expected> expected(String model, String dataset, String source) {
        return rows("expected.csv").stream()
                .filter(row -> row.get("model").equals(model)
                        && row.get("dataset").equals(dataset)
                        && row.get("source").equals(source))
                .map(ClvReference::expected)
                .toList();
    }

    /** The rows of one quantity whatever their source. */
    public static List<Expected> quantity(String model, String dataset, String prefix) {
        return rows("expected.csv").stream()
                .filter(row -> row.get("model").equals(model)
                        && row.get("dataset").equals(dataset)
                        && row.get("quantity").startsWith(prefix))
                .map(ClvReference::expected)
                .toList();
    }

    static Expected expected(Map<String, String> row) {
        return new Expected(
                row.get("model"),
                row.get("dataset"),
                row.get("quantity"),
                row.get("customer"),
                Double.parseDouble(row.get("value")),
                row.get("source"));
    }

    public static List<Hard> hard(String model) {
        return rows("hard_cases.csv").stream()
                .filter(row -> row.get("model").equals(model))
                .map(row -> new Hard(
                        model,
                        Stream.of(row.get("params").split(";"))
                                .mapToDouble(Double::parseDouble)
                                .toArray(),
                        row.get("x"),
                        row.get("arg"),
                        row.get("quantity"),
                        row.get("value"),
                        row.get("why")))
                .toList();
    }

    /** A column of a summary file as numbers. */
    public static double[] column(List<Map<String, String>> rows, String name) {
        return rows.stream()
                .mapToDouble(row -> Double.parseDouble(row.get(name)))
                .toArray();
    }
}
