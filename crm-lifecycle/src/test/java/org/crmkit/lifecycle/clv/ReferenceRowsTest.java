package org.crmkit.lifecycle.clv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.time.TimeGrain;
import org.crmkit.lifecycle.FitDiagnostics;
import org.crmkit.lifecycle.FitStatus;
import org.crmkit.lifecycle.ParameterUncertainty;
import org.crmkit.lifecycle.contract.ContractFit;
import org.crmkit.lifecycle.contract.ContractStrategy;
import org.crmkit.lifecycle.contract.RenewalCounts;
import org.crmkit.lifecycle.contract.ShiftedBetaGeometric;
import org.crmkit.lifecycle.purchase.BuyerState;
import org.crmkit.lifecycle.purchase.Buyers;
import org.crmkit.lifecycle.purchase.CovariateBase;
import org.crmkit.lifecycle.purchase.CovariateFamily;
import org.crmkit.lifecycle.purchase.CovariateFit;
import org.crmkit.lifecycle.purchase.CovariateModel;
import org.crmkit.lifecycle.purchase.DiscountRate;
import org.crmkit.lifecycle.purchase.PurchaseFit;
import org.crmkit.lifecycle.purchase.PurchaseHistory;
import org.crmkit.lifecycle.purchase.PurchaseModel;
import org.crmkit.lifecycle.purchase.PurchaseModelFamily;
import org.crmkit.lifecycle.purchase.PurchaseParameters;
import org.crmkit.lifecycle.purchase.PurchasePatterns;
import org.crmkit.lifecycle.purchase.PurchasePatternsBuilder;
import org.crmkit.lifecycle.spend.GammaGamma;
import org.crmkit.lifecycle.spend.SpendFit;
import org.crmkit.lifecycle.spend.SpendSample;
import org.crmkit.lifecycle.spend.SpendStrategy;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestReporter;

/**
 * Every {@code reference-mp} row of {@code reference/clv/expected.csv} (40 digits, {@code oracle.py} beside it), none left out: a row without a check fails.
 *
 * <p>Parameters are fitted here and held to 1e-6, their standard errors to 1e-5, the log-likelihood to 1e-8 absolute, predictions at the reference
 * parameters to 1e-9, all relative but the third.
 */
class ReferenceRowsTest {

    private static final TimeGrain WEEK = TimeGrain.WEEK;
    private static final int ROWS = 849;
    private static final double FITTED = 1e-6;
    private static final double STANDARD_ERROR = 1e-5;
    private static final double LOG_LIKELIHOOD = 1e-8;
    private static final double PREDICTION = 1e-9;

    /** What answers for the rows of one model and data set: the value of a row, by its quantity and customer. */
    private interface Source {
        double of(Quantity quantity, String customer);
    }

    /** A name and its argument: {@code dert(delta=0.0027)}. */
    private record Quantity(String name, String argument) {

        private static final Pattern FORM = Pattern.compile("([^(]+)(?:\\((.*)\\))?");

        static Quantity of(String text) {
            Matcher matcher = FORM.matcher(text);
            assertThat(matcher.matches()).as(text).isTrue();
            return new Quantity(matcher.group(1), matcher.group(2) == null ? "" : matcher.group(2));
        }

        double number() {
            return Double.parseDouble(argument);
        }

        /** Semicolon-separated numbers. */
        double[] numbers() {
            return Stream.of(argument.split(";"))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        }

        /** {@code delta=0.0027} or {@code delta=ln(1.1)/52}, per week. */
        DiscountRate rate() {
            double delta = argument.equals("delta=ln(1.1)/52")
                    ? Math.log(1.1) / 52
                    : Double.parseDouble(argument.substring("delta=".length()));
            return DiscountRate.ofContinuous(delta, WEEK);
        }
    }

    private static Map<String, List<ClvReference.Expected>> groups() {
        return ClvReference.rows("expected.csv").stream()
                .filter(row -> row.get("source").equals("reference-mp"))
                .map(ClvReference::expected)
                .collect(Collectors.groupingBy(
                        row -> row.model() + " on " + row.dataset(), TreeMap::new, Collectors.toList()));
    }

    @Test
    void everyRowIsInAGroup(TestReporter reporter) {
        Map<String, List<ClvReference.Expected>> groups = groups();
        Map<String, Long> quantities = groups.values().stream()
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(
                        row -> Quantity.of(row.quantity()).name(), TreeMap::new, Collectors.counting()));
        reporter.publishEntry("rows by quantity", quantities.toString());
        assertThat(groups.values().stream().mapToInt(List::size).sum()).isEqualTo(ROWS);
    }

    @TestFactory
    Stream<DynamicTest> everyRowHolds() {
        return groups().entrySet().stream()
                .map(group -> DynamicTest.dynamicTest(
                        group.getKey() + ", " + group.getValue().size() + " rows", () -> check(group.getValue())));
    }

    private static void check(List<ClvReference.Expected> rows) {
        Source source = source(rows);
        for (ClvReference.Expected row : rows) {
            Quantity quantity = Quantity.of(row.quantity());
            assertThat(source.of(quantity, row.customer())).as(row.toString()).isCloseTo(row.value(), allowed(row));
        }
    }

    private static Offset<Double> allowed(ClvReference.Expected row) {
        return switch (Quantity.of(row.quantity()).name()) {
            case "loglik", "loglik_at" -> within(LOG_LIKELIHOOD);
            case "se" -> within(STANDARD_ERROR * row.value());
            case "r", "alpha", "a", "b", "s", "beta", "gamma", "delta", "p", "q", "v" -> within(FITTED * row.value());
            case "trans.gender", "trans.channel", "life.gender", "life.channel" ->
                within(FITTED * Math.abs(row.value()));
            default -> within(PREDICTION * row.value());
        };
    }

    private static Source source(List<ClvReference.Expected> rows) {
        String dataset = rows.get(0).dataset();
        return switch (rows.get(0).model()) {
            case "data" -> data(dataset);
            case "Gamma-Gamma" -> spend(rows, dataset);
            case "sBG" -> contract(rows, dataset);
            case "BG/BB" -> donations(rows);
            case "Pareto/NBD+static" -> covariates(rows);
            default -> purchases(rows, dataset);
        };
    }

    private static double value(List<ClvReference.Expected> rows, String quantity) {
        return rows.stream()
                .filter(row -> row.quantity().equals(quantity) && row.customer().isEmpty())
                .findFirst()
                .orElseThrow()
                .value();
    }

    private static double[] values(List<ClvReference.Expected> rows, List<String> names) {
        return names.stream().mapToDouble(name -> value(rows, name)).toArray();
    }

    // ---- what is asked of every fit

    private static double ofFit(
            Quantity quantity,
            Function<String, Double> parameters,
            FitDiagnostics diagnostics,
            ParameterUncertainty uncertainty) {
        return switch (quantity.name()) {
            case "loglik" -> diagnostics.logLikelihood();
            case "se" -> uncertainty.standardError(quantity.argument());
            default -> {
                Double found = parameters.apply(quantity.name());
                assertThat(found).as("no check for " + quantity).isNotNull();
                yield found;
            }
        };
    }

    // ---- purchases

    private static PurchaseModelFamily family(String model) {
        Matcher regular = Pattern.compile("(M?)BG/CNBD-k\\(k=(\\d)\\)").matcher(model);
        if (regular.matches()) {
            int k = Integer.parseInt(regular.group(2));
            return regular.group(1).isEmpty() ? PurchaseModelFamily.bgCnbd(k) : PurchaseModelFamily.mbgCnbd(k);
        }
        return switch (model) {
            case "NBD" -> PurchaseModelFamily.nbd();
            case "BG/NBD" -> PurchaseModelFamily.bgNbd();
            case "MBG/NBD" -> PurchaseModelFamily.mbgNbd();
            case "Pareto/NBD" -> PurchaseModelFamily.paretoNbd();
            default -> throw new AssertionError("no family for " + model);
        };
    }

    private static Source purchases(List<ClvReference.Expected> rows, String dataset) {
        String name = rows.get(0).model();
        PurchaseModelFamily family = family(name);
        Map<String, PurchaseHistory> histories = histories(dataset);
        PurchasePatterns patterns = PurchasePatterns.of(WEEK, histories.values());
        PurchaseFit fit = family.fit(patterns);
        assertThat(fit.status()).as(fit.reason()).isEqualTo(FitStatus.CONVERGED);
        double[] parameters = family.parameterNames().stream()
                .mapToDouble(letter -> letter.equals("k") ? name.charAt(name.length() - 2) - '0' : value(rows, letter))
                .toArray();
        PurchaseModel reference = family.model(WEEK, parameters);
        return (quantity, customer) -> switch (quantity.name()) {
            case "loglik_at" -> family.model(WEEK, quantity.numbers()).logLikelihood(patterns);
            case "expected_purchases_new_customer" -> reference.expectedPurchasesOfNewCustomer(quantity.number());
            case "pmf" -> {
                String[] parts = quantity.argument().split("[=,]");
                yield reference.pPurchases(
                        PurchaseHistory.NEW_CUSTOMER, Integer.parseInt(parts[3]), Double.parseDouble(parts[1]));
            }
            case "residual_clv" ->
                reference.discountedPurchases(histories.get(customer), quantity.rate())
                        * expectedSpend(dataset, customer);
            case "sum p_alive", "sum expected_purchases" -> {
                assertThat(customer).isEqualTo("ALL");
                Quantity each = new Quantity(quantity.name().substring("sum ".length()), quantity.argument());
                yield histories.values().stream()
                        .mapToDouble(history -> prediction(reference, each, history))
                        .sum();
            }
            default ->
                customer.isEmpty()
                        ? ofFit(
                                quantity,
                                fit.usableModel().parameters().values()::get,
                                fit.diagnostics(),
                                fit.uncertainty().orElseThrow())
                        : prediction(reference, quantity, histories.get(customer));
        };
    }

    private static double prediction(PurchaseModel model, Quantity quantity, PurchaseHistory history) {
        return switch (quantity.name()) {
            case "p_alive" -> quantity.argument().equals("n+1") ? model.pAliveAfter(history, 1) : model.pAlive(history);
            case "expected_purchases" -> model.expectedPurchases(history, quantity.number());
            case "dert" -> model.discountedPurchases(history, quantity.rate());
            default -> throw new AssertionError("no check for " + quantity);
        };
    }

    private static Map<String, PurchaseHistory> histories(String dataset) {
        String suffix = dataset.endsWith("_rounded") ? "_rounded" : "";
        Map<String, PurchaseHistory> histories = new LinkedHashMap<>();
        for (Map<String, String> row : summary(dataset)) {
            histories.put(
                    row.get("customer_id"),
                    PurchaseHistory.of(
                            Integer.parseInt(row.get("x")),
                            Double.parseDouble(row.get("t_x" + suffix)),
                            Double.parseDouble(row.get("T" + suffix)),
                            Double.parseDouble(row.get("litt"))));
        }
        return histories;
    }

    private static List<Map<String, String>> summary(String dataset) {
        return ClvReference.rows(dataset.replace("_rounded", "") + "_summary.csv");
    }

    /** Of the Gamma-Gamma model at its own reference parameters. */
    private static double expectedSpend(String dataset, String customer) {
        return spendOf(gammaGamma(ClvReference.expected("Gamma-Gamma", dataset)), dataset, customer);
    }

    // ---- BG/BB: the history stands in the row

    private static Source donations(List<ClvReference.Expected> rows) {
        PurchaseModelFamily family = PurchaseModelFamily.bgBb();
        PurchasePatternsBuilder builder = PurchasePatterns.builder(TimeGrain.MONTH);
        for (Map<String, String> row : ClvReference.rows("donations.csv")) {
            builder.add(
                    PurchaseHistory.of(
                            Integer.parseInt(row.get("x")),
                            Double.parseDouble(row.get("t_x")),
                            Double.parseDouble(row.get("n"))),
                    Long.parseLong(row.get("customers")));
        }
        PurchasePatterns patterns = builder.build();
        PurchaseFit fit = family.fit(patterns);
        assertThat(fit.status()).as(fit.reason()).isEqualTo(FitStatus.CONVERGED);
        PurchaseModel reference = family.model(TimeGrain.MONTH, values(rows, family.parameterNames()));
        return (quantity, customer) -> {
            if (quantity.name().equals("loglik_at")) {
                return family.model(TimeGrain.MONTH, quantity.numbers()).logLikelihood(patterns);
            }
            if (customer.isEmpty()) {
                return ofFit(
                        quantity,
                        fit.usableModel().parameters().values()::get,
                        fit.diagnostics(),
                        fit.uncertainty().orElseThrow());
            }
            String[] parts = customer.replaceAll("[a-zA-Z_]+=", "").split(";");
            PurchaseHistory history = PurchaseHistory.of(
                    Integer.parseInt(parts[0]), Double.parseDouble(parts[1]), Double.parseDouble(parts[2]));
            return quantity.name().equals("dert")
                    ? reference.discountedPurchases(history, perOpportunity(quantity))
                    : prediction(reference, quantity, history);
        };
    }

    /** {@code d=0.1}: the rate of one period. */
    private static DiscountRate perOpportunity(Quantity quantity) {
        double rate = Double.parseDouble(quantity.argument().substring("d=".length()));
        return DiscountRate.ofContinuous(Math.log1p(rate), TimeGrain.MONTH);
    }

    // ---- static covariates

    private static Source covariates(List<ClvReference.Expected> rows) {
        List<String> names = List.of("gender", "channel");
        Map<String, double[]> covariates = new LinkedHashMap<>();
        for (Map<String, String> row : ClvReference.rows("apparel250_static_covariates.csv")) {
            covariates.put(
                    row.get("customer_id"),
                    names.stream()
                            .mapToDouble(name -> Double.parseDouble(row.get(name)))
                            .toArray());
        }
        Map<String, PurchaseHistory> histories = histories("apparel250");
        CovariateBase.Builder builder = CovariateBase.builder(WEEK, names, names);
        histories.forEach((id, history) -> builder.add(history, covariates.get(id), covariates.get(id)));
        CovariateFit fit = CovariateFamily.paretoNbd().fit(builder.build());
        assertThat(fit.status()).as(fit.reason()).isEqualTo(FitStatus.CONVERGED);
        List<String> letters = PurchaseModelFamily.paretoNbd().parameterNames();
        CovariateModel reference = new CovariateModel(
                "pareto-nbd",
                WEEK,
                PurchaseParameters.of(letters, values(rows, letters)),
                PurchaseParameters.of(names, value(rows, "trans.gender"), value(rows, "trans.channel")),
                PurchaseParameters.of(names, value(rows, "life.gender"), value(rows, "life.channel")));
        return (quantity, customer) -> customer.isEmpty()
                ? ofFit(
                        quantity,
                        letter -> coefficient(fit.usableModel(), letter),
                        fit.diagnostics(),
                        fit.uncertainty().orElseThrow())
                : prediction(
                        reference.forCustomer(covariates.get(customer), covariates.get(customer)),
                        quantity,
                        histories.get(customer));
    }

    private static double coefficient(CovariateModel model, String name) {
        if (name.startsWith("trans.")) {
            return model.purchaseCoefficients().get(name.substring("trans.".length()));
        }
        return name.startsWith("life.")
                ? model.lifetimeCoefficients().get(name.substring("life.".length()))
                : model.baseline().get(name);
    }

    // ---- spend

    private static GammaGamma gammaGamma(List<ClvReference.Expected> rows) {
        return new GammaGamma(value(rows, "p"), value(rows, "q"), value(rows, "v"));
    }

    private static double spendOf(GammaGamma model, String dataset, String customer) {
        Map<String, String> row = summary(dataset).stream()
                .filter(each -> each.get("customer_id").equals(customer))
                .findFirst()
                .orElseThrow();
        return model.expectedSpend(Double.parseDouble(row.get("x")), Double.parseDouble(row.get("mean_repeat_spend")))
                .orElseThrow();
    }

    private static Source spend(List<ClvReference.Expected> rows, String dataset) {
        List<Map<String, String>> summary = summary(dataset);
        SpendSample sample =
                SpendSample.of(ClvReference.column(summary, "x"), ClvReference.column(summary, "mean_repeat_spend"));
        SpendFit fit = SpendStrategy.gammaGamma().fit(sample);
        assertThat(fit.status()).as(fit.reason()).isEqualTo(FitStatus.CONVERGED);
        GammaGamma reference = gammaGamma(rows);
        return (quantity, customer) -> switch (quantity.name()) {
            case "customers_used" -> fit.input().used();
            case "expected_spend" -> spendOf(reference, dataset, customer);
            case "expected_spend_new_customer" -> reference.populationMean().orElseThrow();
            case "loglik_at" -> {
                double[] p = quantity.numbers();
                yield new GammaGamma(p[0], p[1], p[2]).logLikelihood(sample);
            }
            default ->
                ofFit(
                        quantity,
                        fit.usableModel().parameters()::get,
                        fit.diagnostics(),
                        fit.uncertainty().orElseThrow());
        };
    }

    // ---- contract

    private static Source contract(List<ClvReference.Expected> rows, String dataset) {
        String column = dataset.equals("contract_regular") ? "regular_active" : "highend_active";
        // calibration on the years 0 to 7
        RenewalCounts counts =
                RenewalCounts.ofCohort(ClvReference.rows("contract_regular_highend.csv").subList(0, 8).stream()
                        .mapToLong(row -> Long.parseLong(row.get(column)))
                        .toArray());
        ContractFit fit = ContractStrategy.shiftedBetaGeometric().fit(counts);
        assertThat(fit.status()).as(fit.reason()).isEqualTo(FitStatus.CONVERGED);
        ShiftedBetaGeometric reference = new ShiftedBetaGeometric(value(rows, "alpha"), value(rows, "beta"));
        ToDoubleFunction<String> discount =
                argument -> Double.parseDouble(argument.replaceAll(",.*", "").substring("d=".length()));
        return (quantity, customer) -> switch (quantity.name()) {
            case "survival" -> reference.survival((long) quantity.number());
            case "retention" -> reference.retention((long) quantity.number());
            case "expected_discounted_lifetime" ->
                reference.discountedLifetime(discount.applyAsDouble(quantity.argument()));
            case "expected_discounted_residual_lifetime" ->
                reference.discountedResidualLifetime(
                        Long.parseLong(quantity.argument().replaceAll(".*n=", "")),
                        discount.applyAsDouble(quantity.argument()));
            default ->
                ofFit(
                        quantity,
                        fit.usableModel().parameters()::get,
                        fit.diagnostics(),
                        fit.uncertainty().orElseThrow());
        };
    }

    // ---- the data sets themselves, counted from the raw logs

    private static Source data(String dataset) {
        boolean apparel = dataset.equals("apparel250");
        Buyers calibration = buyers(
                apparel
                        ? CdnowBase.apparel(CdnowBase.APPAREL_CALIBRATION)
                        : CdnowBase.cdnow(CdnowBase.CDNOW_CALIBRATION));
        Buyers all = buyers(apparel ? CdnowBase.apparel(CdnowBase.APPAREL_END) : CdnowBase.cdnow(CdnowBase.CDNOW_END));
        return (quantity, customer) -> switch (quantity.name()) {
            case "customers" -> calibration.size();
            case "repeat_purchases" -> calibration.patterns().repeatPurchases();
            // nobody in these sets is new in the holdout
            case "actual_holdout_purchases" ->
                all.patterns().repeatPurchases() - calibration.patterns().repeatPurchases();
            default -> throw new AssertionError("no check for " + quantity);
        };
    }

    private static Buyers buyers(CustomerBase base) {
        return Buyers.of(base.summaries(), WEEK, BuyerState.Returns.IGNORE);
    }
}
