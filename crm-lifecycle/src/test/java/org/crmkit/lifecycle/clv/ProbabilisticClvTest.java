package org.crmkit.lifecycle.clv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.assertj.core.data.Percentage;
import org.crmkit.core.customer.CustomerId;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.profile.Profile;
import org.crmkit.core.progress.Progress;
import org.crmkit.core.score.Score;
import org.crmkit.core.score.ScoreColumn;
import org.crmkit.core.strategy.FittedOn;
import org.crmkit.core.strategy.ScoringContext;
import org.crmkit.core.time.TimeGrain;
import org.crmkit.lifecycle.FitDiagnostics;
import org.crmkit.lifecycle.FitStatus;
import org.crmkit.lifecycle.purchase.BuyerState;
import org.crmkit.lifecycle.purchase.DiscountRate;
import org.crmkit.lifecycle.purchase.FitInput;
import org.crmkit.lifecycle.purchase.PurchaseFit;
import org.crmkit.lifecycle.purchase.PurchaseModelFamily;
import org.crmkit.lifecycle.purchase.PurchasePatterns;
import org.crmkit.lifecycle.spend.GammaGamma;
import org.crmkit.lifecycle.spend.OneTimers;
import org.crmkit.lifecycle.spend.Refunds;
import org.crmkit.lifecycle.spend.SpendFit;
import org.crmkit.lifecycle.spend.SpendIndependence;
import org.crmkit.lifecycle.spend.SpendInput;
import org.crmkit.lifecycle.spend.SpendPolicy;
import org.crmkit.lifecycle.spend.SpendSample;
import org.crmkit.lifecycle.spend.SpendStrategy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProbabilisticClvTest {

    /** 10 % a year over the 52 weeks that expected.csv counts in a year. */
    private static final DiscountRate TEN_PERCENT = DiscountRate.ofContinuous(Math.log(1.1) / 52, TimeGrain.WEEK);

    private static final Map<String, PurchaseModelFamily> FAMILIES = Map.of(
            "BG/NBD", PurchaseModelFamily.bgNbd(),
            "MBG/NBD", PurchaseModelFamily.mbgNbd(),
            "Pareto/NBD", PurchaseModelFamily.paretoNbd());

    private static CustomerBase base(String dataset) {
        return dataset.equals("cdnow_sample")
                ? CdnowBase.cdnow(CdnowBase.CDNOW_CALIBRATION)
                : CdnowBase.apparel(CdnowBase.APPAREL_CALIBRATION);
    }

    private static double value(List<ClvReference.Expected> rows, String quantity) {
        return rows.stream()
                .filter(row -> row.quantity().equals(quantity) && row.customer().isEmpty())
                .findFirst()
                .orElseThrow()
                .value();
    }

    /** The models at the reference parameters, as if they had been fitted. */
    static ProbabilisticClv atReference(PurchaseModelFamily family, String model, String dataset, ClvTerms terms) {
        return atParametersOf("reference-mp", family, model, dataset, terms);
    }

    private static ProbabilisticClv atParametersOf(
            String source, PurchaseModelFamily family, String model, String dataset, ClvTerms terms) {
        List<ClvReference.Expected> rows = ClvReference.expected(model, dataset, source);
        double[] parameters = family.parameterNames().stream()
                .mapToDouble(name -> value(rows, name))
                .toArray();
        List<ClvReference.Expected> gamma = ClvReference.expected("Gamma-Gamma", dataset, source);
        return at(family, parameters, new GammaGamma(value(gamma, "p"), value(gamma, "q"), value(gamma, "v")), terms);
    }

    static ProbabilisticClv at(PurchaseModelFamily family, double[] parameters, GammaGamma spend, ClvTerms terms) {
        SpendSample nobody = SpendSample.of(new double[0], new double[0]);
        return new ProbabilisticClv(
                new PurchaseFit(
                        family.name(),
                        FitStatus.CONVERGED,
                        "reference",
                        Optional.of(family.model(TimeGrain.WEEK, parameters)),
                        FitDiagnostics.none(0),
                        Optional.empty(),
                        FitInput.of(PurchasePatterns.builder(TimeGrain.WEEK).build())),
                new SpendFit(
                        GammaGamma.NAME,
                        FitStatus.CONVERGED,
                        "reference",
                        Optional.of(spend),
                        FitDiagnostics.none(0),
                        Optional.empty(),
                        SpendInput.of(nobody),
                        SpendIndependence.of(nobody)),
                TimeGrain.WEEK,
                terms,
                SpendPolicy.STANDARD,
                BuyerState.Returns.NET,
                Optional.empty(),
                FittedOn.NOTHING);
    }

    private static Profile customer(CustomerBase base, String id) {
        return base.profile(new CustomerId(id)).orElseThrow();
    }

    private static double score(ProbabilisticClv model, Profile profile) {
        return model.score(profile, ScoringContext.at(profile.asOf())).number().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "BG/NBD, cdnow_sample",
        "MBG/NBD, cdnow_sample",
        "Pareto/NBD, cdnow_sample",
        "BG/NBD, apparel250",
        "MBG/NBD, apparel250",
        "Pareto/NBD, apparel250"
    })
    void residualClv_everyReferenceRow(String model, String dataset) {
        PurchaseModelFamily family = FAMILIES.get(model);
        ProbabilisticClv clv = atReference(family, model, dataset, ClvTerms.of(Horizon.ENDLESS, TEN_PERCENT));
        CustomerBase base = base(dataset);
        List<ClvReference.Expected> rows = ClvReference.quantity(model, dataset, "residual_clv(delta=ln(1.1)/52)");
        assertThat(rows).hasSize(10);
        for (ClvReference.Expected row : rows) {
            assertThat(score(clv, customer(base, row.customer())))
                    .as("customer %s", row.customer())
                    .isCloseTo(row.value(), Percentage.withPercentage(1e-7));
        }
    }

    /** All rows of expected.csv with a value in money are asserted here: none is left over. */
    @Test
    void noRowOfMoneyIsLeftOut() {
        List<Map<String, String>> money = ClvReference.rows("expected.csv").stream()
                .filter(row -> row.get("quantity").contains("clv"))
                .toList();
        assertThat(money).hasSize(6 * 10 + 2 * 10);
    }

    /** lifetimes 0.11.3, customer_lifetime_value: 12 steps of 4.345 weeks, 1 % a month, cash at the end of each. */
    private static final ClvTerms TWELVE_MONTHS = new ClvTerms(
            1,
            Horizon.ahead(12 * 4.345, TimeGrain.WEEK),
            Discounting.stepwise(new DiscountRate(Math.pow(1.01, 12) - 1), 12, Horizon.ahead(4.345, TimeGrain.WEEK)));

    /** At the parameters that lifetimes itself found, its figures to twelve digits. */
    @ParameterizedTest
    @ValueSource(strings = {"cdnow_sample", "apparel250"})
    void clvOfTwelveMonths_atTheSameParameters(String dataset) {
        ProbabilisticClv clv =
                atParametersOf("lifetimes-0.11.3", PurchaseModelFamily.bgNbd(), "BG/NBD", dataset, TWELVE_MONTHS);
        CustomerBase base = base(dataset);
        List<ClvReference.Expected> rows = ClvReference.quantity("BG/NBD+Gamma-Gamma", dataset, "clv_12_months");
        assertThat(rows).hasSize(10);
        for (ClvReference.Expected row : rows) {
            assertThat(score(clv, customer(base, row.customer())))
                    .as("customer %s", row.customer())
                    .isCloseTo(row.value(), Percentage.withPercentage(1e-10));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cdnow_sample", "apparel250"})
    void clvOfTwelveMonths_fromTheRawLog(String dataset) {
        ClvTerms terms = TWELVE_MONTHS;
        CustomerBase base = base(dataset);
        ProbabilisticClv clv = ClvStrategy.probabilistic(
                        PurchaseModelFamily.bgNbd(), TimeGrain.WEEK, SpendStrategy.gammaGamma(), terms)
                .fit(base, ScoringContext.at(base.asOf()));
        List<ClvReference.Expected> rows = ClvReference.quantity("BG/NBD+Gamma-Gamma", dataset, "clv_12_months");
        assertThat(rows).hasSize(10);
        for (ClvReference.Expected row : rows) {
            // lifetimes stops 1e-6 short of the maximum, which moves the smallest values by some 1e-5
            assertThat(score(clv, customer(base, row.customer())))
                    .as("customer %s", row.customer())
                    .isCloseTo(row.value(), Percentage.withPercentage(5e-3));
        }
    }

    @Test
    void columnsEqualRows_andTheExplanationMultipliesToTheValue() {
        CustomerBase base = base("cdnow_sample");
        ScoringContext context = ScoringContext.at(base.asOf());
        ProbabilisticClv clv = ClvStrategy.probabilistic(
                        PurchaseModelFamily.bgNbd(),
                        TimeGrain.WEEK,
                        SpendStrategy.gammaGamma(),
                        ClvTerms.of(Horizon.ahead(52, TimeGrain.WEEK), TEN_PERCENT)
                                .withMargin(0.3))
                .fit(base, context);
        assertThat(clv.fittedOn().outcome()).isEqualTo(FittedOn.Outcome.CONVERGED);
        assertThat(clv.population().orElseThrow().pAlive()).isBetween(0.5, 0.9);
        ScoreColumn<Double> column = clv.scoreAll(base, context);
        for (int row = 0; row < base.size(); row += 5) {
            Score<Double> alone = clv.score(base.profile(row), context);
            assertThat(column.numbers().get(row)).isEqualTo(alone.number().orElseThrow());
            Score.Known<Double> known = (Score.Known<Double>) alone;
            assertThat(known.explanation().recombined()).isCloseTo(known.points(), Percentage.withPercentage(1e-7));
        }
        String text = ((Score.Known<Double>) clv.score(base.profile(0), context))
                .explanation()
                .toText(Locale.ENGLISH);
        assertThat(text).contains("mean of all customers").contains("repeat purchases 2");
    }

    @Test
    void scoringTellsItsProgress_andCanBeStopped() {
        CustomerBase base = base("apparel250");
        ProbabilisticClv clv = atReference(
                PurchaseModelFamily.bgNbd(),
                "BG/NBD",
                "apparel250",
                ClvTerms.of(Horizon.ahead(52, TimeGrain.WEEK), TEN_PERCENT));
        List<Long> told = new ArrayList<>();
        clv.scoreAll(base, new ScoringContext(base.asOf(), (done, total) -> told.add(done)));
        assertThat(told).hasSizeBetween(1, 150).isSorted().endsWith((long) base.size());
        Progress stop = new Progress() {
            @Override
            public void advanced(long done, long total) {}

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        assertThatThrownBy(() -> clv.scoreAll(base, new ScoringContext(base.asOf(), stop)))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void policyDecidesAboutOneTimers() {
        CustomerBase base = base("cdnow_sample");
        ScoringContext context = ScoringContext.at(base.asOf());
        ProbabilisticClvStrategy strategy = ClvStrategy.probabilistic(
                PurchaseModelFamily.mbgNbd(),
                TimeGrain.WEEK,
                SpendStrategy.gammaGamma(),
                ClvTerms.of(Horizon.ahead(39, TimeGrain.WEEK), DiscountRate.NONE));
        Profile oneTimer = customer(base, "3");
        Score<Double> abstained = strategy.withPolicy(new SpendPolicy(OneTimers.ABSTAIN, Refunds.ABSTAIN))
                .fit(base, context)
                .score(oneTimer, context);
        assertThat(abstained).isInstanceOf(Score.Abstained.class);
        assertThat(((Score.Abstained<Double>) abstained).reason().code()).isEqualTo("no-expected-spend");
        double mean = score(strategy.fit(base, context), oneTimer);
        double first = score(
                strategy.withPolicy(new SpendPolicy(OneTimers.FIRST_PURCHASE, Refunds.AS_ZERO))
                        .fit(base, context),
                oneTimer);
        // his first purchase of 6.79 lies far below the population mean of 35.17
        assertThat(first).isLessThan(mean);
    }

    @Test
    void scoresOfPurchases_matchTheModel() {
        CustomerBase base = base("cdnow_sample");
        ScoringContext context = ScoringContext.at(base.asOf());
        var alive = PurchaseScores.pAlive(PurchaseModelFamily.bgNbd(), TimeGrain.WEEK)
                .fit(base, context);
        var expected = PurchaseScores.expectedPurchases(
                        PurchaseModelFamily.bgNbd(), TimeGrain.WEEK, Horizon.ahead(39, TimeGrain.WEEK))
                .fit(base, context);
        for (ClvReference.Expected row : ClvReference.expected("BG/NBD", "cdnow_sample")) {
            if (row.quantity().equals("p_alive") || row.quantity().equals("expected_purchases(39)")) {
                var model = row.quantity().equals("p_alive") ? alive : expected;
                double actual = model.score(customer(base, row.customer()), context)
                        .number()
                        .orElseThrow();
                assertThat(actual)
                        .as("%s of %s", row.quantity(), row.customer())
                        .isCloseTo(row.value(), Percentage.withPercentage(1e-4));
            }
        }
    }

    @Test
    void badTermsAreNamed() {
        assertThatThrownBy(() -> ClvTerms.of(Horizon.ENDLESS, DiscountRate.NONE))
                .hasMessage("annualRate must be above 0 for an endless horizon, was 0.0");
        assertThatThrownBy(() -> ClvTerms.of(Horizon.ENDLESS, TEN_PERCENT).withMargin(0))
                .hasMessage("margin must be finite and above 0, was 0.0");
        assertThatThrownBy(() -> Horizon.ahead(Double.NaN, TimeGrain.WEEK))
                .hasMessage("length must be finite and above 0, was NaN");
        assertThatThrownBy(() -> new ClvTerms(
                        1, Horizon.ENDLESS, Discounting.stepwise(TEN_PERCENT, 12, Horizon.ahead(1, TimeGrain.MONTH))))
                .hasMessageContaining("must be continuous");
    }
}
