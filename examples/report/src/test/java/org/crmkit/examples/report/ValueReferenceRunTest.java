package org.crmkit.examples.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From the raw logs of reference/clv to summaries, parameters and predictions, through the command line. */
class ValueReferenceRunTest {

    /** Relative, in percent: 1e-6 of a fitted parameter; predictions at fitted parameters inherit its error. */
    private static final double PARAMETER = 1e-4;

    private static final double PREDICTION = 1e-3;

    @TempDir
    private Path dir;

    @ParameterizedTest
    @CsvSource({
        "cdnow_sample, 1997-09-30, nbd, NBD",
        "cdnow_sample, 1997-09-30, bg-nbd, BG/NBD",
        "cdnow_sample, 1997-09-30, mbg-nbd, MBG/NBD",
        "cdnow_sample, 1997-09-30, pareto-nbd, Pareto/NBD",
        "apparel250, 2005-10-10, nbd, NBD",
        "apparel250, 2005-10-10, bg-nbd, BG/NBD",
        "apparel250, 2005-10-10, mbg-nbd, MBG/NBD",
        "apparel250, 2005-10-10, pareto-nbd, Pareto/NBD"
    })
    void everyModel_fromTheRawLog(String dataset, String until, String model, String paperName) throws IOException {
        run(dataset, until, model);
        Map<String, Map<String, String>> customers = ReportRun.customers(dir);
        assertSummaries(dataset, customers);
        JsonNode models =
                new ObjectMapper().readTree(dir.resolve("models.json").toFile()).get("models");
        assertThat(models.get(0).get("name").asText()).isEqualTo(model);
        assertThat(models.get(0).get("status").asText()).isEqualTo("converged");
        assertThat(models.get(1).get("name").asText()).isEqualTo("gamma-gamma");
        int checked = 0;
        for (String line : ReportRun.lines(ReferenceRunTest.reference("clv/expected.csv"))) {
            String[] row = line.split(",");
            if (line.contains("\"") || !row[1].equals(dataset) || !row[row.length - 1].equals("reference-mp")) {
                continue;
            }
            if (row[0].equals(paperName)) {
                checked += check(models.get(0), customers, row) ? 1 : 0;
            } else if (row[0].equals("Gamma-Gamma")) {
                checked += check(models.get(1), customers, row) ? 1 : 0;
            }
        }
        assertThat(checked).isGreaterThan(model.equals("nbd") ? 15 : 40);
    }

    private void run(String dataset, String until, String model) {
        ReportRun run = ReportRun.of(
                "--input",
                ReferenceRunTest.reference("clv/" + dataset + "_transactions.csv"),
                "--output",
                dir,
                "--grain",
                "week",
                "--calibrate-until",
                until,
                "--horizon",
                39,
                "--discount-rate",
                0,
                "--purchase-model",
                model);
        assertThat(run.exitCode()).as(run.err()).isZero();
    }

    private static void assertSummaries(String dataset, Map<String, Map<String, String>> customers) {
        Map<String, Map<String, String>> expected =
                ReportRun.table(ReferenceRunTest.reference("clv/" + dataset + "_summary.csv"), "customer_id");
        assertThat(customers.keySet()).isEqualTo(expected.keySet());
        expected.forEach((id, row) -> {
            Map<String, String> got = customers.get(id);
            assertThat(got.get("x")).as(id).isEqualTo(row.get("x"));
            assertThat(number(got, "t_x")).as(id).isEqualTo(number(row, "t_x"));
            assertThat(number(got, "T")).as(id).isEqualTo(number(row, "T"));
            assertThat(number(got, "mean_spend")).as(id).isCloseTo(number(row, "mean_repeat_spend"), within(1e-9));
            if (!got.get("expected_spend").isEmpty()) {
                assertThat(number(got, "clv"))
                        .as(id)
                        .isCloseTo(
                                number(got, "expected_purchases") * number(got, "expected_spend"),
                                withinPercentage(1e-7));
            }
        });
    }

    private static boolean check(JsonNode model, Map<String, Map<String, String>> customers, String[] row) {
        double expected = Double.parseDouble(row[4]);
        String quantity = row[2];
        if (model.get("parameters").has(quantity)) {
            assertThat(model.get("parameters").get(quantity).asDouble())
                    .as(quantity)
                    .isCloseTo(expected, withinPercentage(PARAMETER));
            return true;
        }
        if (quantity.equals("loglik")) {
            assertThat(model.get("logLikelihood").asDouble()).isGreaterThan(expected - 1e-8 * Math.abs(expected));
            return true;
        }
        if (quantity.startsWith("se(")) {
            String name = quantity.substring(3, quantity.length() - 1);
            assertThat(model.get("standardErrors").get(name).asDouble())
                    .as(quantity)
                    .isCloseTo(expected, withinPercentage(0.01));
            return true;
        }
        String column = quantity.equals("expected_purchases(39)") ? "expected_purchases" : quantity;
        if (row[3].isEmpty()
                || !List.of("p_alive", "expected_purchases", "expected_spend").contains(column)) {
            return false;
        }
        assertThat(number(customers.get(row[3]), column))
                .as("%s of %s", quantity, row[3])
                .isCloseTo(expected, withinPercentage(PREDICTION));
        return true;
    }

    private static double number(Map<String, String> row, String column) {
        return Double.parseDouble(row.get(column));
    }

    @Test
    void auto_takesTheModelWithTheBestEvidence() throws IOException {
        run("cdnow_sample", "1997-09-30", "auto");
        JsonNode purchase = new ObjectMapper()
                .readTree(dir.resolve("models.json").toFile())
                .get("models")
                .get(0);
        double best = Double.POSITIVE_INFINITY;
        for (JsonNode tried : purchase.get("tried")) {
            best = Math.min(best, tried.get("bic").asDouble());
        }
        assertThat(purchase.get("tried")).hasSizeGreaterThan(4);
        assertThat(purchase.get("bic").asDouble()).isEqualTo(best);
        assertThat(dir.resolve("report.html"))
                .content()
                .contains("Expected and actual repeat purchases by week", "Fitted on what was known on 1997-09-30");
    }
}
