package org.crmkit.lifecycle.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.assertj.core.data.Percentage;
import org.crmkit.core.time.TimeGrain;
import org.crmkit.lifecycle.FitStatus;
import org.crmkit.lifecycle.purchase.ClvReferenceRows.Expected;
import org.junit.jupiter.api.Test;

class CovariateFitTest {

    private static final List<String> NAMES = List.of("gender", "channel");

    private static Map<String, double[]> covariates() {
        Map<String, double[]> covariates = new HashMap<>();
        for (Map<String, String> row : ClvReferenceRows.table("apparel250_static_covariates.csv")) {
            covariates.put(
                    row.get("customer_id"),
                    new double[] {Double.parseDouble(row.get("gender")), Double.parseDouble(row.get("channel"))});
        }
        return covariates;
    }

    private static CovariateBase apparel() {
        Map<String, double[]> covariates = covariates();
        CovariateBase.Builder builder = CovariateBase.builder(TimeGrain.WEEK, NAMES, NAMES);
        ParetoNbdReferenceTest.customers("apparel250")
                .forEach((id, history) -> builder.add(history, covariates.get(id), covariates.get(id)));
        return builder.build();
    }

    /** reference/clv/expected.csv, model Pareto/NBD+static, source reference-mp: every row. */
    @Test
    void paretoNbd_apparel() {
        List<Expected> rows = ClvReferenceRows.expected("Pareto/NBD+static", "apparel250");
        CovariateFit fit = CovariateFamily.paretoNbd().fit(apparel());
        assertThat(fit.status()).as(fit.reason()).isEqualTo(FitStatus.CONVERGED);
        CovariateModel model = fit.usableModel();
        Percentage exact = Percentage.withPercentage(1e-4);
        for (String name : model.baseline().names()) {
            assertThat(model.baseline().get(name)).as(name).isCloseTo(ClvReferenceRows.value(rows, name), exact);
        }
        for (String name : NAMES) {
            assertThat(model.purchaseCoefficients().get(name))
                    .isCloseTo(ClvReferenceRows.value(rows, "trans." + name), exact);
            assertThat(model.lifetimeCoefficients().get(name))
                    .isCloseTo(ClvReferenceRows.value(rows, "life." + name), exact);
            assertThat(fit.uncertainty().orElseThrow().standardError("trans." + name))
                    .isBetween(0.05, 1.0);
        }
        assertThat(fit.diagnostics().logLikelihood()).isCloseTo(ClvReferenceRows.value(rows, "loglik"), within(1e-8));
        assertPredictions(rows);
    }

    /** Predictions at the reference parameters, to 1e-9. */
    private static void assertPredictions(List<Expected> rows) {
        CovariateModel model = new CovariateModel(
                "pareto-nbd",
                TimeGrain.WEEK,
                PurchaseParameters.of(
                        ParetoNbd.LETTERS,
                        ParetoNbdReferenceTest.atReference(rows).parameters().toArray()),
                PurchaseParameters.of(
                        NAMES,
                        ClvReferenceRows.value(rows, "trans.gender"),
                        ClvReferenceRows.value(rows, "trans.channel")),
                PurchaseParameters.of(
                        NAMES,
                        ClvReferenceRows.value(rows, "life.gender"),
                        ClvReferenceRows.value(rows, "life.channel")));
        Map<String, PurchaseHistory> customers = ParetoNbdReferenceTest.customers("apparel250");
        Map<String, double[]> covariates = covariates();
        int checked = 0;
        for (Expected row : rows) {
            if (!row.customer().isEmpty()) {
                double[] z = covariates.get(row.customer());
                PurchaseModel plain = model.forCustomer(z, z);
                assertThat(ParetoNbdReferenceTest.prediction(plain, row.quantity(), customers.get(row.customer())))
                        .as(row.toString())
                        .isCloseTo(row.value(), Percentage.withPercentage(1e-7));
                checked++;
            }
        }
        assertThat(checked).isEqualTo(30);
    }

    /** CLVTools 0.12.1 stops at -2845.87384940465 (expected.csv); the maximum cannot be lower, and its parameters are near. */
    @Test
    void ggompertzNbd_apparel_isNoWorseThanClvTools() {
        CovariateFit fit = CovariateFamily.ggompertzNbd().fit(apparel());
        assertThat(fit.status()).as(fit.reason()).isEqualTo(FitStatus.CONVERGED);
        assertThat(fit.diagnostics().logLikelihood()).isBetween(-2845.87384940465, -2845.87);
        assertThat(fit.usableModel().baseline().get("b")).isCloseTo(0.0550535849383183, Percentage.withPercentage(2));
        assertThat(fit.usableModel().purchaseCoefficients().get("gender"))
                .isCloseTo(1.43871941072169, Percentage.withPercentage(1));
    }

    /** Seeded: 5,000 customers; each coefficient within four standard errors of the truth. */
    @Test
    void simulatedCoefficientsAreRecovered() {
        CovariateModel truth = new CovariateModel(
                "pareto-nbd",
                TimeGrain.WEEK,
                PurchaseParameters.of(ParetoNbd.LETTERS, 0.8, 6, 0.7, 12),
                PurchaseParameters.of(List.of("vip"), 0.6),
                PurchaseParameters.of(List.of("vip", "income"), -0.5, 0.0002));
        SplittableRandom random = new SplittableRandom(3);
        CovariateBase.Builder builder = CovariateBase.builder(TimeGrain.WEEK, List.of("vip"), List.of("vip", "income"));
        for (int i = 0; i < 5_000; i++) {
            double vip = random.nextDouble() < 0.3 ? 1 : 0;
            double income = 1_000 * random.nextInt(1, 6);
            double[] life = {vip, income};
            builder.add(
                    truth.forCustomer(new double[] {vip}, life).simulateHistory(40, random), new double[] {vip}, life);
        }
        CovariateFit fit = CovariateFamily.paretoNbd().fit(builder.build());
        assertThat(fit.status()).as(fit.reason()).isEqualTo(FitStatus.CONVERGED);
        CovariateModel model = fit.usableModel();
        assertRecovered(fit, "trans.vip", model.purchaseCoefficients().get("vip"), 0.6);
        assertRecovered(fit, "life.vip", model.lifetimeCoefficients().get("vip"), -0.5);
        assertRecovered(fit, "life.income", model.lifetimeCoefficients().get("income"), 0.0002);
        assertRecovered(fit, "r", model.baseline().get("r"), 0.8);
    }

    private static void assertRecovered(CovariateFit fit, String name, double estimate, double truth) {
        double error = fit.uncertainty().orElseThrow().standardError(name);
        assertThat(estimate).as(name + " +- " + error).isCloseTo(truth, within(4 * error));
        assertThat(error).isPositive();
    }

    @Test
    void fit_orderOfCustomersDoesNotMatter() {
        Map<String, double[]> covariates = covariates();
        Map<String, PurchaseHistory> customers = ParetoNbdReferenceTest.customers("apparel250");
        List<String> ids = new ArrayList<>(customers.keySet());
        Collections.reverse(ids);
        CovariateBase.Builder builder = CovariateBase.builder(TimeGrain.WEEK, NAMES, NAMES);
        ids.forEach(id -> builder.add(customers.get(id), covariates.get(id), covariates.get(id)));
        assertThat(CovariateFamily.paretoNbd().fit(builder.build()).usableModel())
                .isEqualTo(CovariateFamily.paretoNbd().fit(apparel()).usableModel());
    }

    @Test
    void fit_withoutCovariates_isThePlainFit() {
        CovariateBase.Builder builder = CovariateBase.builder(TimeGrain.WEEK, List.of(), List.of());
        Map<String, PurchaseHistory> customers = ParetoNbdReferenceTest.customers("apparel250");
        customers.values().forEach(history -> builder.add(history, new double[0], new double[0]));
        PurchaseFit plain = PurchaseModelFamily.paretoNbd().fit(ParetoNbdReferenceTest.patterns(customers));
        CovariateFit fit = CovariateFamily.paretoNbd().fit(builder.build());
        for (String name : ParetoNbd.LETTERS) {
            assertThat(fit.usableModel().baseline().get(name))
                    .isCloseTo(plain.usableModel().parameters().get(name), Percentage.withPercentage(1e-9));
        }
    }

    @Test
    void fit_constantOrCollinearCovariate_saysSo() {
        SplittableRandom random = new SplittableRandom(5);
        ParetoNbd truth = new ParetoNbd(TimeGrain.WEEK, 0.8, 6, 0.7, 12);
        CovariateBase.Builder constant = CovariateBase.builder(TimeGrain.WEEK, List.of("vip"), List.of());
        CovariateBase.Builder twice = CovariateBase.builder(TimeGrain.WEEK, List.of("a", "b"), List.of());
        for (int i = 0; i < 500; i++) {
            PurchaseHistory history = truth.simulateHistory(40, random);
            double z = random.nextInt(2);
            constant.add(history, new double[] {1}, new double[0]);
            twice.add(history, new double[] {z, 2 * z + 1}, new double[0]);
        }
        CovariateFit same = CovariateFamily.paretoNbd().fit(constant.build());
        assertThat(same.status()).isEqualTo(FitStatus.TOO_LITTLE_DATA);
        assertThat(same.reason()).contains("trans.vip").contains("same for all");
        assertThatThrownBy(same::usableModel)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("vip");
        assertThat(CovariateFamily.paretoNbd().fit(twice.build()).status()).isEqualTo(FitStatus.NOT_IDENTIFIED);
    }

    @Test
    void arguments_areChecked() {
        CovariateBase.Builder builder = CovariateBase.builder(TimeGrain.WEEK, List.of("vip"), List.of());
        PurchaseHistory history = PurchaseHistory.of(1, 2, 3);
        assertThatThrownBy(() -> builder.add(history, new double[2], new double[0]))
                .hasMessageContaining("[vip], were 2");
        assertThatThrownBy(() -> builder.add(history, new double[] {Double.NaN}, new double[0]))
                .hasMessage("covariate vip must be finite, was NaN");
        assertThatThrownBy(() -> CovariateBase.builder(TimeGrain.WEEK, List.of("a", "a"), List.of()))
                .hasMessageContaining("must be distinct");
        PurchaseParameters none = PurchaseParameters.of(List.of());
        assertThatThrownBy(() -> new CovariateModel("bg-bb", TimeGrain.WEEK, none, none, none))
                .hasMessage("modelName must be pareto-nbd, ggompertz-nbd, bg-nbd or mbg-nbd, was bg-bb");
        assertThatThrownBy(() -> new CovariateModel("pareto-nbd", TimeGrain.WEEK, none, none, none))
                .hasMessageContaining("baseline must have the parameters [r, alpha, s, beta]");
    }
}
