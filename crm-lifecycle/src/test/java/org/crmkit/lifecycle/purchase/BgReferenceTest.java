package org.crmkit.lifecycle.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.crmkit.core.time.TimeGrain.WEEK;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.crmkit.core.time.TimeGrain;
import org.crmkit.lifecycle.FitStatus;
import org.crmkit.lifecycle.purchase.ClvReferenceRows.Expected;
import org.crmkit.lifecycle.purchase.ClvReferenceRows.HardCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rows of expected.csv and hard_cases.csv (40 and 80 digits, oracle.py beside them) for NBD, (M)BG/NBD and (M)BG/CNBD-k. */
class BgReferenceTest {

    private static final double PREDICTION = 1e-9;
    private static final double FITTED = 1e-6;
    private static final double STANDARD_ERROR = 1e-5;
    private static final double LOG_LIKELIHOOD = 1e-8;

    static PurchaseModelFamily family(String model) {
        return switch (model) {
            case "NBD" -> PurchaseModelFamily.nbd();
            case "BG/NBD" -> PurchaseModelFamily.bgNbd();
            case "MBG/NBD" -> PurchaseModelFamily.mbgNbd();
            case "BG/CNBD-k(k=1)" -> PurchaseModelFamily.bgCnbd(1);
            case "BG/CNBD-k(k=2)" -> PurchaseModelFamily.bgCnbd(2);
            case "BG/CNBD-k(k=3)" -> PurchaseModelFamily.bgCnbd(3);
            case "MBG/CNBD-k(k=1)" -> PurchaseModelFamily.mbgCnbd(1);
            case "MBG/CNBD-k(k=2)" -> PurchaseModelFamily.mbgCnbd(2);
            case "MBG/CNBD-k(k=3)" -> PurchaseModelFamily.mbgCnbd(3);
            default -> throw new IllegalArgumentException(model);
        };
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            NBD,             cdnow_sample
            NBD,             apparel250
            BG/NBD,          cdnow_sample
            BG/NBD,          cdnow_sample_rounded
            BG/NBD,          apparel250
            MBG/NBD,         cdnow_sample
            MBG/NBD,         apparel250
            BG/CNBD-k(k=1),  cdnow_sample
            BG/CNBD-k(k=2),  cdnow_sample
            BG/CNBD-k(k=3),  cdnow_sample
            MBG/CNBD-k(k=1), cdnow_sample
            MBG/CNBD-k(k=2), cdnow_sample
            MBG/CNBD-k(k=3), cdnow_sample
            """)
    void expected_everyReferenceRowHolds(String model, String dataset) {
        List<Expected> rows = ClvReferenceRows.expected(model, dataset);
        List<Map<String, String>> table = table(dataset);
        PurchaseFit fit = family(model).fit(patterns(table, dataset));

        assertThat(fit.status()).as(fit.reason()).isEqualTo(FitStatus.CONVERGED);
        PurchaseModel reference = reference(model, rows);
        for (Expected row : rows) {
            check(row, fit, reference, table, dataset);
        }
    }

    private static PurchaseModel reference(String model, List<Expected> rows) {
        PurchaseModelFamily family = family(model);
        double[] parameters = family.parameterNames().stream()
                .mapToDouble(name ->
                        name.equals("k") ? model.charAt(model.length() - 2) - '0' : ClvReferenceRows.value(rows, name))
                .toArray();
        return family.model(WEEK, parameters);
    }

    private static void check(
            Expected row, PurchaseFit fit, PurchaseModel reference, List<Map<String, String>> table, String dataset) {
        String quantity = row.quantity();
        String kind = quantity.contains("(") ? quantity.substring(0, quantity.indexOf('(')) : quantity;
        String argument =
                quantity.contains("(") ? quantity.substring(quantity.indexOf('(') + 1, quantity.length() - 1) : "";
        switch (kind) {
            case "r", "alpha", "a", "b" -> close(fit.usableModel().parameters().get(kind), row, FITTED);
            case "loglik" ->
                assertThat(fit.diagnostics().logLikelihood())
                        .as(quantity)
                        .isCloseTo(row.value(), within(LOG_LIKELIHOOD));
            case "loglik_at" -> {
                double[] parameters = Arrays.stream(argument.split(";"))
                        .mapToDouble(Double::parseDouble)
                        .toArray();
                double value =
                        PurchaseModelFamily.bgNbd().model(WEEK, parameters).logLikelihood(patterns(table, dataset));
                close(value, row, PREDICTION);
            }
            case "se" -> close(fit.uncertainty().orElseThrow().standardError(argument), row, STANDARD_ERROR);
            case "p_alive" -> close(reference.pAlive(history(table, row.customer(), dataset)), row, PREDICTION);
            case "sum p_alive" -> close(sum(reference.pAlive(columns(table, dataset))), row, PREDICTION);
            case "expected_purchases" ->
                close(
                        reference.expectedPurchases(
                                history(table, row.customer(), dataset), Double.parseDouble(argument)),
                        row,
                        PREDICTION);
            case "sum expected_purchases" ->
                close(
                        sum(reference.expectedPurchases(columns(table, dataset), Double.parseDouble(argument))),
                        row,
                        PREDICTION);
            case "expected_purchases_new_customer" ->
                close(reference.expectedPurchasesOfNewCustomer(Double.parseDouble(argument)), row, PREDICTION);
            case "dert" ->
                close(
                        reference.discountedPurchases(history(table, row.customer(), dataset), rate(argument)),
                        row,
                        PREDICTION);
            case "pmf" -> {
                String[] parts = argument.split("[=,]");
                close(
                        reference.pPurchases(
                                PurchaseHistory.NEW_CUSTOMER, Integer.parseInt(parts[3]), Double.parseDouble(parts[1])),
                        row,
                        PREDICTION);
            }
            case "residual_clv" ->
                assertThat(row.customer()).isNotEmpty(); // dert times spend: org.crmkit.lifecycle.clv.ReferenceRowsTest
            default -> throw new AssertionError("no check for " + quantity);
        }
    }

    private static void close(double actual, Expected row, double tolerance) {
        assertThat(actual)
                .as("%s of %s", row.quantity(), row.customer())
                .isCloseTo(row.value(), relative(row.value(), tolerance));
    }

    private static Offset<Double> relative(double value, double tolerance) {
        return within(Math.max(Double.MIN_VALUE, Math.abs(value) * tolerance));
    }

    /** {@code delta=0.0027} or {@code delta=ln(1.1)/52}, per week. */
    private static DiscountRate rate(String argument) {
        return DiscountRate.ofContinuous(
                argument.contains("ln(1.1)/52")
                        ? Math.log(1.1) / 52
                        : Double.parseDouble(argument.substring("delta=".length())),
                WEEK);
    }

    @ParameterizedTest
    @CsvSource({"BG/NBD", "MBG/NBD"})
    void hardCases_everyRowHolds(String model) {
        List<HardCase> cases = ClvReferenceRows.hardCases(model);
        assertThat(cases).isNotEmpty();
        for (HardCase hard : cases) {
            PurchaseModel at = family(model).model(TimeGrain.DAY, hard.params());
            PurchaseHistory history = PurchaseHistory.of((int) hard.x(), hard.tX(), hard.length());
            double value = switch (hard.quantity()) {
                case "loglik" -> at.logLikelihood(history);
                case "p_alive" -> at.pAlive(history);
                case "expected_purchases" -> at.expectedPurchases(history, hard.argument());
                default -> throw new AssertionError(hard.quantity());
            };
            assertThat(value)
                    .as("case %s: %s", hard.id(), hard.quantity())
                    .isCloseTo(hard.expected(), relative(hard.expected(), 1e-8));
        }
    }

    @Test
    void fit_chosenByLikelihood_isOneForCdnow() {
        PurchasePatterns patterns = patterns(table("cdnow_sample"), "cdnow_sample");

        assertThat(PurchaseModelFamily.mbgCnbd()
                        .fit(patterns)
                        .usableModel()
                        .parameters()
                        .get("k"))
                .isEqualTo(1);
        assertThat(PurchaseModelFamily.bgCnbd()
                        .fit(patterns)
                        .usableModel()
                        .parameters()
                        .get("k"))
                .isEqualTo(1);
    }

    static List<Map<String, String>> table(String dataset) {
        return ClvReferenceRows.table(dataset.replace("_rounded", "") + "_summary.csv");
    }

    static PurchasePatterns patterns(List<Map<String, String>> table, String dataset) {
        return PurchasePatterns.of(
                WEEK, table.stream().map(row -> history(row, dataset)).toList());
    }

    private static PurchaseHistories columns(List<Map<String, String>> table, String dataset) {
        List<PurchaseHistory> all =
                table.stream().map(row -> history(row, dataset)).toList();
        return PurchaseHistories.of(
                all.stream().mapToInt(PurchaseHistory::repeatPurchases).toArray(),
                all.stream().mapToDouble(PurchaseHistory::recency).toArray(),
                all.stream().mapToDouble(PurchaseHistory::age).toArray());
    }

    private static PurchaseHistory history(List<Map<String, String>> table, String customer, String dataset) {
        return table.stream()
                .filter(row -> row.get("customer_id").equals(customer))
                .map(row -> history(row, dataset))
                .findFirst()
                .orElseThrow();
    }

    private static PurchaseHistory history(Map<String, String> row, String dataset) {
        String suffix = dataset.toLowerCase(Locale.ROOT).endsWith("_rounded") ? "_rounded" : "";
        return PurchaseHistory.of(
                Integer.parseInt(row.get("x")),
                Double.parseDouble(row.get("t_x" + suffix)),
                Double.parseDouble(row.get("T" + suffix)),
                Double.parseDouble(row.get("litt")));
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
