package org.crmkit.lifecycle.clv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Percentage;
import org.crmkit.core.strategy.FittedOn;
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
import org.crmkit.lifecycle.spend.SpendFit;
import org.crmkit.lifecycle.spend.SpendIndependence;
import org.crmkit.lifecycle.spend.SpendInput;
import org.crmkit.lifecycle.spend.SpendPolicy;
import org.crmkit.lifecycle.spend.SpendSample;

class ClvLawsTest {

    private static final int DAY = 11_000;
    private static final Percentage TIGHT = Percentage.withPercentage(1e-7);

    private static ProbabilisticClv model(ClvTerms terms, double v) {
        SpendSample nobody = SpendSample.of(new double[0], new double[0]);
        return new ProbabilisticClv(
                new PurchaseFit(
                        "mbg-nbd",
                        FitStatus.CONVERGED,
                        "given",
                        Optional.of(
                                PurchaseModelFamily.mbgNbd().model(TimeGrain.WEEK, 0.52484316, 6.183, 0.89136, 1.614)),
                        FitDiagnostics.none(0),
                        Optional.empty(),
                        FitInput.of(PurchasePatterns.builder(TimeGrain.WEEK).build())),
                new SpendFit(
                        GammaGamma.NAME,
                        FitStatus.CONVERGED,
                        "given",
                        Optional.of(new GammaGamma(6.25, 3.74, v)),
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

    private static double value(ClvTerms terms, BuyerState state) {
        return model(terms, 15.44).value(state, DAY).orElseThrow();
    }

    private static ClvTerms weeks(double length, double rate) {
        return ClvTerms.of(Horizon.ahead(length, TimeGrain.WEEK), new DiscountRate(rate));
    }

    /** Customers of up to nine purchase days before the day of the score. */
    @Provide
    Arbitrary<BuyerState> buyers() {
        Arbitrary<Double> amount = Arbitraries.doubles().between(1, 500);
        return Combinators.combine(Arbitraries.integers().between(1, 60).list().ofMaxSize(8), amount, amount)
                .as((gaps, first, later) -> {
                    BuyerState state = BuyerState.first(DAY - 600, first);
                    for (int gap : gaps) {
                        state = state.bought(state.lastDay() + gap, later);
                    }
                    return state;
                });
    }

    @Property(tries = 60)
    void scalingAllAmountsScalesClv(
            @ForAll("buyers") BuyerState state, @ForAll @DoubleRange(min = 0.01, max = 100) double factor) {
        ClvTerms terms = weeks(52, 0.1);
        BuyerState scaled = new BuyerState(
                state.firstDay(),
                state.lastDay(),
                state.repeatPurchases(),
                state.sumLogGapDays(),
                factor * state.firstSpend(),
                factor * state.repeatSpend());
        assertThat(model(terms, factor * 15.44).value(scaled, DAY).orElseThrow())
                .isCloseTo(factor * value(terms, state), TIGHT);
    }

    @Property(tries = 60)
    void factorsMultiplyToTheValue(@ForAll("buyers") BuyerState state, @ForAll @DoubleRange(max = 0.9) double rate) {
        ClvTerms terms = weeks(52, rate).withMargin(0.3);
        assertThat(model(terms, 15.44).factors(state, DAY).orElseThrow().value())
                .isCloseTo(value(terms, state), TIGHT);
    }

    /** Without discounting, value over two spans is the value over both. */
    @Property(tries = 60)
    void intervalsAdd(
            @ForAll("buyers") BuyerState state,
            @ForAll @IntRange(min = 1, max = 100) int first,
            @ForAll @IntRange(min = 1, max = 100) int second) {
        PurchaseFit fit = model(weeks(1, 0), 15.44).purchases();
        double later = fit.usableModel().expectedPurchases(state.history(DAY, TimeGrain.WEEK), first, first + second);
        double spend =
                model(weeks(1, 0), 15.44).factors(state, DAY).orElseThrow().spend();
        assertThat(value(weeks(first, 0), state) + later * spend)
                .isCloseTo(value(weeks(first + second, 0), state), TIGHT);
    }

    @Property(tries = 60)
    void valueRisesWithTheHorizon_andFallsWithTheRate(
            @ForAll("buyers") BuyerState state, @ForAll @IntRange(min = 1, max = 300) int length) {
        double value = value(weeks(length, 0.1), state);
        assertThat(value).isNotNegative().isLessThanOrEqualTo(value(weeks(length + 10, 0.1), state) * (1 + 1e-12));
        assertThat(value).isLessThanOrEqualTo(value(weeks(length, 0.05), state) * (1 + 1e-12));
        assertThat(value)
                .isLessThanOrEqualTo(value(ClvTerms.of(Horizon.ENDLESS, new DiscountRate(0.1)), state) * (1 + 1e-9));
    }

    /** Cash at the end of a step comes later than cash as it comes, and ever shorter steps close the gap. */
    @Property(tries = 40)
    void stepsTendToContinuousDiscounting(@ForAll("buyers") BuyerState state) {
        DiscountRate rate = new DiscountRate(0.2);
        Horizon.Ahead year = Horizon.ahead(12, TimeGrain.MONTH);
        double continuous = value(ClvTerms.of(year, rate), state);
        double months =
                value(new ClvTerms(1, year, Discounting.stepwise(rate, 12, Horizon.ahead(1, TimeGrain.MONTH))), state);
        double days = value(
                new ClvTerms(1, year, Discounting.stepwise(rate, 365.25, Horizon.ahead(1, TimeGrain.DAY))), state);
        assertThat(months).isLessThanOrEqualTo(days * (1 + 1e-12));
        assertThat(days).isLessThanOrEqualTo(continuous * (1 + 1e-12));
        assertThat(days).isCloseTo(continuous, Percentage.withPercentage(0.06));
    }

    @Property(tries = 60)
    void silenceNeverRaisesValue(@ForAll("buyers") BuyerState state, @ForAll @IntRange(max = 400) int days) {
        ProbabilisticClv model = model(weeks(52, 0.1), 15.44);
        assertThat(model.value(state, DAY + days).orElseThrow())
                .isLessThanOrEqualTo(model.value(state, DAY).orElseThrow() * (1 + 1e-9));
    }
}
