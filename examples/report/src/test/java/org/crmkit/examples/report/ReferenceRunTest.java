package org.crmkit.examples.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The main job on the reference data; skipped, visibly, where the data are not at hand. */
class ReferenceRunTest {

    @TempDir
    private Path dir;

    static Path reference(String file) {
        Stream<String> places = Stream.of(
                        Optional.ofNullable(System.getProperty("CRM_REFERENCE_DIR")),
                        Optional.ofNullable(System.getenv("CRM_REFERENCE_DIR")),
                        Optional.of("../shared/reference"),
                        Optional.of("../../../shared/reference"))
                .flatMap(Optional::stream);
        Optional<Path> found =
                places.map(place -> Path.of(place, file)).filter(Files::exists).findFirst();
        assumeTrue(found.isPresent(), () -> "reference data not found, set CRM_REFERENCE_DIR: " + file);
        return found.orElseThrow();
    }

    private Path run(String name, Object... args) {
        Path output = dir.resolve(name);
        List<Object> all = new ArrayList<>(List.of("--output", output, "--purchase-model", "nbd"));
        all.addAll(List.of(args));
        ReportRun run = ReportRun.of(all.toArray());
        assertThat(run.exitCode()).as(run.err()).isZero();
        lastLine = run.lastLine();
        return output;
    }

    private String lastLine = "";

    @Test
    void onlineRetail_rowsAndCheckSum() {
        Path output = run("retail", "--input", reference("retail/online_retail.csv.gz"), "--bad-rows", "skip");
        assertThat(lastLine)
                .startsWith(
                        "rows read 541909, used 397884, skipped 144025 (no customer 135080, bad 0, returns 8905, free lines 40,")
                .contains("; customers 4338; ");
        assertThat(total(output)).isEqualByComparingTo("8911407.90");
        assertThat(ReportRun.lines(output.resolve("skipped.csv"))).hasSize(135_081);
        Map<String, Map<String, String>> net =
                ReportRun.table(reference("retail/online_retail_rfm_net_variants_expected.csv"), "customer_id");
        ReportRun.customers(output).forEach((id, row) -> {
            assertThat(row.get("orders")).as(id).isEqualTo(row.get("frequency"));
            assertThat(new BigDecimal(row.get("net_spend")))
                    .as(id)
                    .isEqualByComparingTo(net.get(id).get("monetary"));
            LocalDate last = LocalDate.parse(row.get("last_purchase"));
            assertThat(row.get("recency_days"))
                    .as(id)
                    .isEqualTo(Long.toString(ChronoUnit.DAYS.between(last, LocalDate.of(2011, 12, 10))));
        });
    }

    @Test
    void rfmOrders_datesAndDaysAreThoseOfTheFile() {
        Map<String, TreeSet<String>> days = new TreeMap<>();
        for (String line : ReportRun.lines(reference("segmentation/rfm_orders.csv")).stream()
                .skip(1)
                .toList()) {
            String[] fields = line.split(",");
            days.computeIfAbsent(fields[0], id -> new TreeSet<>()).add(fields[1]);
        }
        Map<String, Map<String, String>> customers =
                ReportRun.customers(orders("2006-12-31", "mid-rank", "rf-grid-10"));
        assertThat(customers.keySet()).isEqualTo(days.keySet());
        days.forEach((id, dates) -> assertThat(customers.get(id))
                .containsEntry("first_purchase", dates.first())
                .containsEntry("last_purchase", dates.last())
                .containsEntry("purchase_days", Integer.toString(dates.size()))
                .containsEntry("x", Integer.toString(dates.size() - 1))
                .containsEntry("orders", "")
                .containsEntry("net_spend", customers.get(id).get("monetary")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ntile",
                "quantile_right",
                "quantile_left",
                "cume_dist",
                "mid_rank",
                "percent_rank",
                "distinct",
                "nested_ntile",
                "nested_mid_rank"
            })
    void onlineRetail_everyVariant(String variant) {
        Path input = reference("retail/online_retail.csv.gz");
        String binning = variant.replace('_', '-');
        Path gross = run("gross", "--input", input, "--bad-rows", "skip", "--rfm-binning", binning);
        assertVariant(gross, "retail/online_retail_rfm_variants_expected.csv", variant);
        Path net = run("net", "--input", input, "--bad-rows", "skip", "--rfm-binning", binning, "--returns", "net");
        assertVariant(net, "retail/online_retail_rfm_net_variants_expected.csv", variant);
        assertThat(total(net)).isEqualByComparingTo("8310477.05");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ntile",
                "quantile_right",
                "quantile_left",
                "cume_dist",
                "mid_rank",
                "percent_rank",
                "distinct",
                "nested_ntile",
                "nested_mid_rank"
            })
    void rfmOrders_everyVariant(String variant) {
        Path output = orders("2006-12-31", variant.replace('_', '-'), "rf-grid-10");
        assertVariant(output, "segmentation/rfm_orders_variants_expected.csv", variant);
    }

    @ParameterizedTest
    @CsvSource({"rfm-r-0.3, segment_v03, v03", "rfm-r-0.2, segment_v02, v02"})
    void rfmOrders_scoresAndSegmentsOfTheRPackage(String table, String column, String summary) {
        Map<String, Map<String, String>> customers = ReportRun.customers(orders("2006-12-31", "rfm-r", table));
        Map<String, Map<String, String>> expected =
                ReportRun.table(reference("segmentation/rfm_orders_expected.csv"), "customer_id");
        assertThat(customers.keySet()).hasSize(995).isEqualTo(expected.keySet());
        expected.forEach((id, row) -> {
            Map<String, String> got = customers.get(id);
            assertThat(got.get("recency_days")).as(id).isEqualTo(row.get("recency_days"));
            assertThat(got.get("frequency")).as(id).isEqualTo(row.get("transaction_count"));
            assertThat(new BigDecimal(got.get("monetary"))).as(id).isEqualByComparingTo(row.get("amount"));
            assertThat(got.get("r") + got.get("f") + got.get("m")).as(id).isEqualTo(row.get("rfm_score"));
            assertThat(got.get("rfm_segment")).as(id).isEqualTo(row.get(column));
        });
        assertSummary(customers, "segmentation/rfm_orders_segment_summary_" + summary + ".csv");
    }

    private void assertSummary(Map<String, Map<String, String>> customers, String file) {
        for (String line : ReportRun.lines(reference(file)).stream().skip(1).toList()) {
            String[] expected = line.replace("\"", "").split(",");
            List<Map<String, String>> members = customers.values().stream()
                    .filter(row -> row.get("rfm_segment").equals(expected[0]))
                    .toList();
            assertThat(members).as(line).hasSize(Integer.parseInt(expected[1]));
            assertThat(members.stream()
                            .mapToInt(row -> Integer.parseInt(row.get("frequency")))
                            .sum())
                    .as(line)
                    .isEqualTo(Integer.parseInt(expected[2]));
            assertThat(members.stream()
                            .map(row -> new BigDecimal(row.get("monetary")))
                            .reduce(BigDecimal.ZERO, BigDecimal::add))
                    .as(line)
                    .isEqualByComparingTo(expected[3]);
        }
    }

    @Test
    void migration_ofTheGridBetweenTwoDays() {
        assertMigration(
                orders("2005-12-31", "quantile-right", "rf-grid-10"),
                orders("2006-12-31", "quantile-right", "rf-grid-10"),
                "segmentation/rfm_orders_migration_expected.csv");
        Path input = reference("retail/online_retail.csv.gz");
        assertMigration(
                run(
                        "june",
                        "--input",
                        input,
                        "--bad-rows",
                        "skip",
                        "--rfm-binning",
                        "quantile-right",
                        "--as-of",
                        "2011-06-10"),
                run(
                        "december",
                        "--input",
                        input,
                        "--bad-rows",
                        "skip",
                        "--rfm-binning",
                        "quantile-right",
                        "--as-of",
                        "2011-12-10"),
                "retail/online_retail_migration_expected.csv");
    }

    private Path orders(String asOf, String binning, String table) {
        return run(
                "orders-" + asOf,
                "--input",
                reference("segmentation/rfm_orders.csv"),
                "--frequency",
                "rows",
                "--as-of",
                asOf,
                "--rfm-binning",
                binning,
                "--segment-table",
                table);
    }

    private static void assertMigration(Path before, Path after, String file) {
        Map<String, Map<String, String>> from = ReportRun.customers(before);
        Map<String, Integer> moves = new TreeMap<>();
        ReportRun.customers(after).forEach((id, row) -> {
            String start = from.containsKey(id) ? from.get(id).get("rfm_segment") : "(absent)";
            moves.merge(start + "," + row.get("rfm_segment"), 1, Integer::sum);
        });
        List<String> lines = new ArrayList<>();
        moves.forEach((move, count) -> lines.add(move + "," + count));
        assertThat(lines)
                .containsExactlyInAnyOrderElementsOf(
                        ReportRun.lines(reference(file)).stream().skip(1).toList());
    }

    private static void assertVariant(Path output, String expectedFile, String variant) {
        Map<String, Map<String, String>> expected = ReportRun.table(reference(expectedFile), "customer_id");
        Map<String, Map<String, String>> customers = ReportRun.customers(output);
        assertThat(customers.keySet()).isEqualTo(expected.keySet());
        expected.forEach((id, row) -> {
            Map<String, String> got = customers.get(id);
            assertThat(got.get("recency_days")).as(id).isEqualTo(row.get("recency"));
            assertThat(got.get("frequency")).as(id).isEqualTo(row.get("frequency"));
            assertThat(new BigDecimal(got.get("monetary"))).as(id).isEqualByComparingTo(row.get("monetary"));
            assertThat(got.get("r") + got.get("f") + got.get("m")).as(id).isEqualTo(row.get(variant));
        });
    }

    private static BigDecimal total(Path output) {
        return ReportRun.customers(output).values().stream()
                .map(row -> new BigDecimal(row.get("monetary")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
