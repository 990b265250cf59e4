package org.crmkit.segmentation.rfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.crmkit.core.activity.Activity;
import org.crmkit.core.activity.ActivityLog;
import org.crmkit.core.activity.Interaction;
import org.crmkit.core.activity.Purchase;
import org.crmkit.core.money.AmountUnit;
import org.crmkit.core.money.Money;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.score.Abstention;
import org.crmkit.core.score.Score;
import org.crmkit.core.strategy.FittedOn;
import org.crmkit.core.strategy.ScoringContext;
import org.crmkit.core.time.AsOf;
import org.crmkit.segmentation.band.Banding;
import org.junit.jupiter.api.Test;

class RfmStrategyTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final AsOf AS_OF = AsOf.endOf(LocalDate.of(2024, 3, 1), ZoneOffset.UTC);
    private static final ScoringContext CONTEXT = ScoringContext.at(AS_OF);

    @Test
    void fit_scoresBuyersAndAbstainsForOthers() {
        CustomerBase base = base(
                buy("ann", "2024-02-28", 500),
                buy("ann", "2024-01-01", 700),
                buy("bob", "2023-03-01", 90),
                Interaction.of(
                        "i",
                        "cas",
                        LocalDate.of(2024, 2, 1).atStartOfDay().toInstant(ZoneOffset.UTC),
                        Interaction.Kind.CALL));
        RfmModel model = RfmStrategy.of(Banding.ntile(2)).fit(base, CONTEXT);
        assertThat(model.fittedOn()).isEqualTo(FittedOn.converged(2, AS_OF));
        assertThat(model.score(base.profile(0), CONTEXT).value()).hasValue(RfmScore.of(2, 2, 2));
        assertThat(model.score(base.profile(1), CONTEXT).value()).hasValue(RfmScore.of(1, 1, 1));
        assertThat(model.score(base.profile(2), CONTEXT)).isEqualTo(Score.abstain(Abstention.NO_PURCHASES));
        assertThat(model.scoreAll(base, CONTEXT).abstained()).isEqualTo(1);
    }

    @Test
    void explanation_saysObservedThresholdsAndBand() {
        CustomerBase base = base(buy("ann", "2024-02-28", 500), buy("bob", "2023-03-01", 90));
        Score<RfmScore> score =
                RfmStrategy.of(Banding.ntile(2)).fit(base, CONTEXT).score(base.profile(0), CONTEXT);
        String text = ((Score.Known<RfmScore>) score).explanation().toText(Locale.ENGLISH);
        assertThat(text)
                .contains("days since the last purchase")
                .contains("2")
                .contains("amount spent")
                .contains("5");
    }

    @Test
    void fit_onNobody_abstainsWithReason() {
        CustomerBase nobody = base();
        RfmModel model = RfmStrategy.standard().fit(nobody, CONTEXT);
        assertThat(model.fittedOn().outcome()).isEqualTo(FittedOn.Outcome.TOO_LITTLE_DATA);
        CustomerBase base = base(buy("ann", "2024-02-28", 500));
        Score<RfmScore> score = model.score(base.profile(0), CONTEXT);
        assertThat(score).isEqualTo(model.scoreAll(base, CONTEXT).score(0));
        assertThat(((Score.Abstained<RfmScore>) score).reason().code()).isEqualTo("not-fitted");
    }

    @Test
    void lrfmAndRfmt_haveTheirFourthDigit() {
        CustomerBase base =
                base(buy("ann", "2024-02-28", 500), buy("ann", "2024-01-29", 700), buy("bob", "2023-03-01", 90));
        RfmColumns columns = RfmColumns.of(base, Frequency.ORDERS, Returns.SUBTRACTED);
        assertThat(columns.value(RfmPart.LENGTH, 0)).isEqualTo(30);
        assertThat(columns.value(RfmPart.TIME_BETWEEN, 0)).isEqualTo(30 * 86_400);
        assertThat(columns.value(RfmPart.TIME_BETWEEN, 1)).isEqualTo(RfmPart.NO_RHYTHM);
        for (RfmVariant variant : List.of(RfmVariant.LRFM, RfmVariant.RFMT)) {
            RfmScores scores =
                    RfmStrategy.builder(variant).all(Banding.ntile(2)).build().fitAndScore(columns);
            assertThat(scores.score(0).code()).isEqualTo("2222");
            assertThat(scores.score(1).code()).isEqualTo("1111");
        }
    }

    @Test
    void frequency_countsOrdersOrDays() {
        CustomerBase base = base(buy("ann", "2024-02-28", 500), buy("ann", "2024-02-28", 700));
        assertThat(RfmColumns.of(base, Frequency.ORDERS, Returns.IGNORED).value(RfmPart.FREQUENCY, 0))
                .isEqualTo(2);
        assertThat(RfmColumns.of(base, Frequency.DAYS, Returns.IGNORED).value(RfmPart.FREQUENCY, 0))
                .isEqualTo(1);
    }

    @Test
    void ofOrders_leavesOutWhatLiesAheadAndSaysSo() {
        RfmColumns columns = RfmColumns.ofOrders(
                2, new int[] {0, 0, 1}, new int[] {5, 11, 12}, new long[] {1, 2, 3}, 10, Returns.IGNORED);
        assertThat(columns.ordersAfterwards()).isEqualTo(2);
        assertThat(columns.unscored()).isEqualTo(1);
        assertThat(columns.value(RfmPart.RECENCY, 0)).isEqualTo(5);
        assertThatIllegalStateException().isThrownBy(() -> columns.value(RfmPart.LENGTH, 0));
    }

    @Test
    void ofOrders_refusesWrongCustomersAndOverflow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RfmColumns.ofOrders(1, new int[] {1}, new int[1], new long[1], 1, Returns.IGNORED))
                .withMessage("customer[0] must be in [0, 1), was 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RfmColumns.ofOrders(1, new int[2], new int[1], new long[1], 1, Returns.IGNORED))
                .withMessage("columns must be of one length, were 2, 1, 1");
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> RfmColumns.ofOrders(
                        1, new int[2], new int[2], new long[] {Long.MAX_VALUE, 1}, 1, Returns.IGNORED))
                .withMessage("amount of customer 0 overflows: 9223372036854775807 + 1");
    }

    @Test
    void of_refusesNegativeFigures() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RfmColumns.of(new long[] {-1}, new long[] {1}, new long[] {1}, row -> "a"))
                .withMessage(
                        "recency and frequency must be at least 0 and length in [0, 2^31 - 1], row 0 had -1, 1, 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RfmColumns.of(
                        new long[] {1}, new long[] {2}, new long[] {1}, new long[] {1L << 60}, row -> "a"))
                .withMessageEndingWith("row 0 had 1, 2, 1152921504606846976");
    }

    @Test
    void timeBetween_whoCameBackAfterACenturyIsStillAheadOfWhoNeverDid() {
        RfmColumns columns = RfmColumns.of(
                new long[] {1, 1}, new long[] {2, 1}, new long[] {1, 1}, new long[] {50_000, 0}, row -> "c" + row);
        assertThat(columns.value(RfmPart.TIME_BETWEEN, 0)).isLessThan(columns.value(RfmPart.TIME_BETWEEN, 1));
    }

    @Test
    void ofOrders_refusesMoreCustomersThanAnArrayHolds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RfmColumns.ofOrders(1 << 30, new int[0], new int[0], new long[0], 1, Returns.IGNORED))
                .withMessage("customers must be in [0, 1073741823], was 1073741824");
    }

    @Test
    void builder_refusesForeignPartsAndWeights() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RfmStrategy.builder(RfmVariant.RFM)
                        .part(RfmPart.LENGTH, Banding.ntile(5))
                        .build())
                .withMessageStartingWith("bandings must be one for each of [RECENCY, FREQUENCY, MONETARY]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RfmStrategy.builder(RfmVariant.RFM)
                        .weight(RfmPart.RECENCY, Double.NaN)
                        .build())
                .withMessage("weight of RECENCY must be in [0, 1e9], was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RfmStrategy.builder(RfmVariant.RFM)
                        .weight(RfmPart.RECENCY, 0)
                        .weight(RfmPart.FREQUENCY, 0)
                        .weight(RfmPart.MONETARY, 0)
                        .build())
                .withMessageStartingWith("weights must not all be zero");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RfmStrategy.builder(RfmVariant.RFM)
                        .all(Banding.ntile(50))
                        .nested()
                        .build())
                .withMessage("nested cells must be at most 10000, were 125000");
    }

    @Test
    void named_refusesATableForOtherBands() {
        RfmModel model = RfmStrategy.standard().fit(base(), CONTEXT);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.named(RfmTables.PYMC_MARKETING))
                .withMessage("RECENCY must have the 4 bands of table pymc-marketing-default, had 5");
    }

    @Test
    void code_separatesTwoDigits() {
        assertThat(RfmScore.of(5, 4, 3).code()).isEqualTo("543");
        assertThat(RfmScore.of(10, 4, 3).code()).isEqualTo("10-4-3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RfmScore.of(0, 1, 1))
                .withMessage("recency must be in [1, 100], was 0");
    }

    private static CustomerBase base(Activity... activities) {
        return CustomerBase.of(ActivityLog.of(List.of(activities), AmountUnit.of(EUR)), AS_OF);
    }

    private static Activity buy(String customer, String day, long cents) {
        return Purchase.of(
                customer + day + cents,
                customer,
                LocalDate.parse(day).atTime(12, 0).toInstant(ZoneOffset.UTC),
                Money.ofMinor(cents, EUR));
    }
}
