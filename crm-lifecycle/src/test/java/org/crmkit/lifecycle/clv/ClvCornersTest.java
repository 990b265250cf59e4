package org.crmkit.lifecycle.clv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.crmkit.core.customer.CustomerId;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.score.Score;
import org.crmkit.core.score.ScoreColumn;
import org.crmkit.core.strategy.FittedOn;
import org.crmkit.core.strategy.ScoringContext;
import org.crmkit.core.summary.SummaryTable;
import org.crmkit.core.time.AsOf;
import org.crmkit.core.time.TimeGrain;
import org.crmkit.lifecycle.FitStatus;
import org.crmkit.lifecycle.purchase.BuyerState;
import org.crmkit.lifecycle.purchase.DiscountRate;
import org.crmkit.lifecycle.purchase.PurchaseModelFamily;
import org.crmkit.lifecycle.spend.SpendStrategy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Terms and populations at the edge: a number, or an abstention with its reason; never NaN, never an exception. */
class ClvCornersTest {

    private static final LocalDate END = LocalDate.of(2025, 12, 31);
    private static final DiscountRate RATE = new DiscountRate(0.1);

    /** Customers whose purchase days and amounts follow from their number. */
    private static CustomerBase shop(int customers, long cents) {
        SummaryTable.Builder rows = SummaryTable.builder(AsOf.endOf(END, ZoneOffset.UTC), CdnowBase.CENTS);
        long order = 0;
        for (int c = 0; c < customers; c++) {
            int customer = rows.customer(new CustomerId("c" + c));
            for (int i = 0; i <= c % 7; i++) {
                rows.purchase(customer, order++, END.toEpochDay() - 500 + 13L * i + c % 200, cents);
            }
        }
        return CustomerBase.of(rows.build());
    }

    private static ProbabilisticClv fit(CustomerBase base, ClvTerms terms) {
        return ClvStrategy.probabilistic(
                        PurchaseModelFamily.mbgNbd(), TimeGrain.WEEK, SpendStrategy.gammaGamma(), terms)
                .fit(base, ScoringContext.at(base.asOf()));
    }

    private static void assertSound(CustomerBase base, ProbabilisticClv clv) {
        ScoringContext context = ScoringContext.at(base.asOf());
        ScoreColumn<Double> column = clv.scoreAll(base, context);
        for (int row = 0; row < base.size(); row++) {
            Score<Double> score = clv.score(base.profile(row), context);
            assertThat(column.score(row)).isEqualTo(score);
            if (score instanceof Score.Known<Double> known) {
                assertThat(known.points())
                        .isFinite()
                        .isNotNegative()
                        .isEqualTo(column.numbers().get(row));
            } else {
                assertThat(column.isKnown(row)).isFalse();
                assertThat(((Score.Abstained<Double>) score).reason().detail()).isNotBlank();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1e-300, 52, 0.1",
        "1e300, 52, 0.1",
        "1, 1e-300, 0.1",
        "1, 1e-9, 0",
        "1, 1e6, 0",
        "1, 1e6, 0.1",
        "1, 1e300, 0.1",
        "1, 1e15, 1e-12",
        "0.3, 52, 9.99"
    })
    void termsAtTheEdge(double margin, double weeks, double rate) {
        CustomerBase base = shop(60, 1999);
        ClvTerms terms = ClvTerms.of(Horizon.ahead(weeks, TimeGrain.WEEK), new DiscountRate(rate))
                .withMargin(margin);
        assertSound(base, fit(base, terms));
        assertSound(
                base,
                fit(
                        base,
                        new ClvTerms(
                                margin,
                                terms.horizon(),
                                Discounting.stepwise(
                                        new DiscountRate(rate),
                                        12,
                                        Horizon.ahead(Math.max(1, weeks / 200), TimeGrain.MONTH)))));
    }

    @Test
    void endlessWithALowRate() {
        CustomerBase base = shop(60, 1999);
        assertSound(base, fit(base, ClvTerms.of(Horizon.ENDLESS, new DiscountRate(1e-9))));
    }

    /** A horizon beyond which discounting leaves nothing is as good as endless. */
    @Test
    void hugeHorizon_isEndless() {
        CustomerBase base = shop(60, 1999);
        ProbabilisticClv endless = fit(base, ClvTerms.of(Horizon.ENDLESS, RATE));
        ProbabilisticClv huge = fit(base, ClvTerms.of(Horizon.ahead(1e9, TimeGrain.WEEK), RATE));
        BuyerState state = new BuyerState((int) END.toEpochDay() - 500, (int) END.toEpochDay() - 9, 5, 20, 30, 200);
        int today = (int) END.toEpochDay();
        double value = endless.value(state, today).orElseThrow();
        assertThat(huge.value(state, today).orElseThrow()).isCloseTo(value, within(1e-9 * value));
    }

    /** Amounts that are all equal carry no scatter to learn from: the fit says so, and everybody is expected to spend that much. */
    @Test
    void equalSpends_areNotIdentified_andStillPredicted() {
        CustomerBase base = shop(60, 1999);
        ProbabilisticClv clv = fit(base, ClvTerms.of(Horizon.ahead(52, TimeGrain.WEEK), RATE));
        assertThat(clv.spend().status()).isIn(FitStatus.AT_BORDER, FitStatus.NOT_IDENTIFIED);
        assertThat(clv.spend().reason()).contains("customers hardly differ");
        assertThat(clv.spend().usableModel().expectedSpend(3, 19.99).orElseThrow())
                .isCloseTo(19.99, within(1e-3));
        assertSound(base, clv);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 8})
    void fewCustomers(int customers) {
        CustomerBase base = shop(customers, 1999);
        ProbabilisticClv clv = fit(base, ClvTerms.of(Horizon.ahead(52, TimeGrain.WEEK), RATE));
        assertSound(base, clv);
    }

    /** Gifts cost nothing: there is no spend to learn from, and no value is made up. */
    @Test
    void zeroSpends_giveNoModel() {
        CustomerBase base = shop(60, 0);
        ProbabilisticClv clv = fit(base, ClvTerms.of(Horizon.ahead(52, TimeGrain.WEEK), RATE));
        assertThat(clv.spend().status()).isEqualTo(FitStatus.TOO_LITTLE_DATA);
        assertThat(clv.fittedOn().outcome()).isEqualTo(FittedOn.Outcome.TOO_LITTLE_DATA);
        assertThat(clv.population()).isEmpty();
        assertSound(base, clv);
        assertThat(clv.scoreAll(base, ScoringContext.at(base.asOf())).abstained())
                .isEqualTo(base.size());
    }

    /** A heavy buyer silent for a century: his chance to be alive is below what a double holds, and so is his value. */
    @Test
    void silenceBeyondMeasure_isZero() {
        CustomerBase base = shop(60, 1999);
        ProbabilisticClv clv = fit(base, ClvTerms.of(Horizon.ahead(52, TimeGrain.WEEK), RATE));
        int first = (int) END.toEpochDay() - 40_000;
        for (int purchases : new int[] {10, 80, 90, 100, 200, 900}) {
            BuyerState state = new BuyerState(first, first + 1000, purchases, 1, 20, 20.0 * purchases);
            double value = clv.value(state, (int) END.toEpochDay()).orElseThrow();
            assertThat(value).isFinite().isNotNegative();
            double product =
                    clv.factors(state, (int) END.toEpochDay()).orElseThrow().value();
            assertThat(product).isCloseTo(value, within(1e-9 * value + 1e-300));
        }
    }
}
