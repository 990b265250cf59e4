package org.crmkit.lifecycle.purchase;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Reads the reference files of customer lifetime value; a test without them is skipped with a message that names the folder. */
final class ClvReferenceRows {

    private ClvReferenceRows() {}

    /** One row of hard_cases.csv. */
    record HardCase(
            String id, double[] params, double x, double tX, double length, String arg, String quantity, String value) {

        double argument() {
            return Double.parseDouble(arg);
        }

        double expected() {
            return Double.parseDouble(value);
        }
    }

    /** One row of expected.csv whose source is the 40-digit evaluation. */
    record Expected(String quantity, String customer, double value) {}

    static List<HardCase> hardCases(String model) {
        return rows("hard_cases.csv")
                .filter(row -> row[1].equals(model))
                .map(row -> new HardCase(
                        row[0],
                        Arrays.stream(row[2].split(";"))
                                .mapToDouble(Double::parseDouble)
                                .toArray(),
                        Double.parseDouble(row[3]),
                        Double.parseDouble(row[4]),
                        Double.parseDouble(row[5]),
                        row[6],
                        row[7],
                        row[8]))
                .toList();
    }

    static List<Expected> expected(String model, String dataset) {
        return rows("expected.csv")
                .filter(row -> row[0].equals(model) && row[1].equals(dataset) && row[5].equals("reference-mp"))
                .map(row -> new Expected(row[2], row[3], Double.parseDouble(row[4])))
                .toList();
    }

    static double value(List<Expected> rows, String quantity) {
        return rows.stream()
                .filter(row -> row.quantity().equals(quantity) && row.customer().isEmpty())
                .mapToDouble(Expected::value)
                .findFirst()
                .orElseThrow();
    }

    /** Returns the named columns of a data file, by row. */
    static List<Map<String, String>> table(String file) {
        List<String> lines = lines(file);
        String[] names = lines.get(0).split(",");
        return lines.stream()
                .skip(1)
                .map(line -> {
                    String[] cells = line.split(",", -1);
                    Map<String, String> row = new LinkedHashMap<>();
                    for (int i = 0; i < names.length; i++) {
                        row.put(names[i], cells[i]);
                    }
                    return row;
                })
                .toList();
    }

    private static Stream<String[]> rows(String file) {
        return lines(file).stream().skip(1).map(ClvReferenceRows::cells);
    }

    /** Splits at commas outside of quotes: quantities such as "pmf(t=39,n=0)" hold some. */
    private static String[] cells(String line) {
        String[] cells = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
        for (int i = 0; i < cells.length; i++) {
            cells[i] = cells[i].replace("\"", "");
        }
        return cells;
    }

    private static List<String> lines(String file) {
        Path path = folder().resolve(file);
        Assumptions.assumeTrue(Files.isReadable(path), () -> "reference data not found: " + path.toAbsolutePath());
        try {
            return Files.readAllLines(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        String named = System.getProperty("CRM_REFERENCE_DIR", System.getenv().getOrDefault("CRM_REFERENCE_DIR", ""));
        return Stream.of(
                        named.isEmpty() ? "../shared/reference" : named,
                        "../shared/reference",
                        "../../shared/reference")
                .map(name -> Path.of(name, "clv"))
                .filter(Files::isDirectory)
                .findFirst()
                .orElse(Path.of("../shared/reference/clv"));
    }
}
