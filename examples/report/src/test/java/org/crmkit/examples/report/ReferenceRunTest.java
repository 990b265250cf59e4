package org.crmkit.examples.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        Optional<Path> found = places.map(place -> Path.of(place, file)).filter(Files::exists).findFirst();
        assumeTrue(found.isPresent(), () -> "reference data not found, set CRM_REFERENCE_DIR: " + file);
        return found.orElseThrow();
    }

    @Test
    void onlineRetail_salesOfAllCustomers() {
        ReportRun run = ReportRun.of(
                "--input", reference("retail/online_retail.csv.gz"), "--output", dir, "--bad-rows", "skip", "--as-of", "2011-12-10");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.lastLine())
                .startsWith("rows read 541909, used 397884, skipped 135080 (no customer 135080, bad 0), left out 8945 (returns 8905, free lines 40,")
                .contains("; customers 4338; ");
        assertFigures("retail/online_retail_rfm_variants_expected.csv", "8911407.90");
        assertThat(ReportRun.lines(dir.resolve("skipped.csv"))).hasSize(135_081);
    }

    @Test
    void onlineRetail_netOfReturns() {
        ReportRun run = ReportRun.of(
                "--input", reference("retail/online_retail.csv.gz"), "--output", dir, "--bad-rows", "skip", "--returns", "net");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertFigures("retail/online_retail_rfm_net_variants_expected.csv", "8310477.05");
    }

    private void assertFigures(String expectedFile, String total) {
        Map<String, Map<String, String>> expected = ReportRun.table(reference(expectedFile), "customer_id");
        Map<String, Map<String, String>> customers = ReportRun.customers(dir);
        assertThat(customers.keySet()).isEqualTo(expected.keySet());
        expected.forEach((id, row) -> {
            Map<String, String> got = customers.get(id);
            assertThat(got.get("recency_days")).as(id).isEqualTo(row.get("recency"));
            assertThat(got.get("frequency")).as(id).isEqualTo(row.get("frequency"));
            assertThat(new BigDecimal(got.get("monetary"))).as(id).isEqualByComparingTo(row.get("monetary"));
        });
        BigDecimal sum = customers.values().stream()
                .map(row -> new BigDecimal(row.get("monetary")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum).isEqualByComparingTo(total);
    }
}
