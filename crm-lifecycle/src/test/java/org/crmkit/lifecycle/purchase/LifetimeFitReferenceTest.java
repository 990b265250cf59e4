package org.crmkit.lifecycle.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.assertj.core.data.Percentage;
import org.crmkit.core.time.TimeGrain;
import org.crmkit.lifecycle.FitStatus;
import org.crmkit.lifecycle.purchase.ClvReferenceRows.Expected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fits against the 40-digit maxima of reference/clv/expected.csv: parameters, standard errors and likelihood. */
class LifetimeFitReferenceTest {

    private static final Percentage PARAMETER = Percentage.withPercentage(1e-6);

    @ParameterizedTest
    @ValueSource(strings = {"cdnow_sample", "cdnow_sample_rounded", "apparel250"})
    void paretoNbd(String dataset) {
        List<Expected> rows = ClvReferenceRows.expected("Pareto/NBD", dataset);
        PurchasePatterns patterns = ParetoNbdReferenceTest.patterns(ParetoNbdReferenceTest.customers(dataset));
        assertFit(PurchaseModelFamily.paretoNbd().fit(patterns), rows);
    }

    @Test
    void bgBb_donations() {
        PurchaseFit fit = PurchaseModelFamily.bgBb().fit(donations());
        List<Expected> rows = ClvReferenceRows.expected("BG/BB", "donations");
        assertFit(fit, rows);
        PurchaseModel model = fit.usableModel();
        PurchaseModel reference = PurchaseModelFamily.bgBb()
                .model(
                        TimeGrain.MONTH,
                        ClvReferenceRows.value(rows, "alpha"),
                        ClvReferenceRows.value(rows, "beta"),
                        ClvReferenceRows.value(rows, "gamma"),
                        ClvReferenceRows.value(rows, "delta"));
        int checked = 0;
        for (Expected row : rows) {
            if (row.customer().startsWith("x=")) {
                PurchaseHistory history = history(row.customer());
                assertThat(prediction(reference, row.quantity(), history))
                        .as(row.toString())
                        .isCloseTo(row.value(), Percentage.withPercentage(1e-7));
                assertThat(prediction(model, row.quantity(), history))
                        .isCloseTo(row.value(), Percentage.withPercentage(1e-4));
                checked++;
            }
        }
        assertThat(checked).isEqualTo(66);
        PurchaseModel printed = PurchaseModelFamily.bgBb().model(TimeGrain.MONTH, 1.204, 0.750, 0.657, 2.783);
        assertThat(printed.logLikelihood(donations()))
                .isCloseTo(ClvReferenceRows.value(rows, "loglik_at(1.204;0.750;0.657;2.783)"), within(1e-8));
    }

    private static double prediction(PurchaseModel model, String quantity, PurchaseHistory history) {
        return switch (quantity) {
            case "p_alive(n+1)" -> model.pAliveAfter(history, 1);
            case "expected_purchases(5)" -> model.expectedPurchases(history, 5);
            case "dert(d=0.1)" ->
                model.discountedPurchases(history, DiscountRate.ofContinuous(Math.log(1.1), TimeGrain.MONTH));
            default -> throw new AssertionError(quantity);
        };
    }

    private static PurchaseHistory history(String text) {
        String[] parts = text.replaceAll("[a-zA-Z_]+=", "").split(";");
        return PurchaseHistory.of(
                Integer.parseInt(parts[0]), Double.parseDouble(parts[1]), Double.parseDouble(parts[2]));
    }

    static PurchasePatterns donations() {
        PurchasePatternsBuilder builder = PurchasePatterns.builder(TimeGrain.MONTH);
        for (Map<String, String> row : ClvReferenceRows.table("donations.csv")) {
            for (int i = 0; i < Integer.parseInt(row.get("customers")); i++) {
                builder.add(
                        Integer.parseInt(row.get("x")),
                        Double.parseDouble(row.get("t_x")),
                        Double.parseDouble(row.get("n")));
            }
        }
        return builder.build();
    }

    private static void assertFit(PurchaseFit fit, List<Expected> rows) {
        assertThat(fit.status()).as(fit.reason()).isEqualTo(FitStatus.CONVERGED);
        PurchaseParameters parameters = fit.usableModel().parameters();
        for (String name : parameters.names()) {
            assertThat(parameters.get(name)).as(name).isCloseTo(ClvReferenceRows.value(rows, name), PARAMETER);
            assertThat(fit.uncertainty().orElseThrow().standardError(name))
                    .as("se of " + name)
                    .isCloseTo(ClvReferenceRows.value(rows, "se(" + name + ")"), Percentage.withPercentage(1e-3));
        }
        assertThat(fit.diagnostics().logLikelihood()).isCloseTo(ClvReferenceRows.value(rows, "loglik"), within(1e-8));
    }

    /** Both sets have their maximum at the Pareto/NBD limit (README of reference/clv): the fit must say so and be no worse. */
    @ParameterizedTest
    @ValueSource(strings = {"cdnow_sample", "apparel250"})
    void ggompertzNbd_isAtItsParetoBorder(String dataset) {
        List<Expected> rows = ClvReferenceRows.expected("Pareto/NBD", dataset);
        Map<String, PurchaseHistory> customers = ParetoNbdReferenceTest.customers(dataset);
        PurchaseFit fit = PurchaseModelFamily.ggompertzNbd().fit(ParetoNbdReferenceTest.patterns(customers));
        assertThat(fit.status()).as(fit.reason()).isEqualTo(FitStatus.AT_BORDER);
        assertThat(fit.reason()).contains("pareto-nbd");
        assertThat(fit.diagnostics().logLikelihood()).isGreaterThan(ClvReferenceRows.value(rows, "loglik") - 1e-8);
        ParetoNbd pareto = ParetoNbdReferenceTest.atReference(rows);
        for (PurchaseHistory history : customers.values().stream().limit(20).toList()) {
            assertThat(fit.usableModel().pAlive(history)).isCloseTo(pareto.pAlive(history), within(1e-5));
            assertThat(fit.usableModel().expectedPurchases(history, 39))
                    .isCloseTo(pareto.expectedPurchases(history, 39), Percentage.withPercentage(1e-2));
        }
    }
}
