package org.crmkit.lifecycle.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.assertj.core.data.Percentage;
import org.crmkit.core.customer.CustomerId;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.time.TimeGrain;
import org.crmkit.lifecycle.clv.CdnowBase;
import org.crmkit.lifecycle.clv.ClvReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BuyersTest {

    private static CustomerBase base(String dataset) {
        return dataset.equals("cdnow_sample")
                ? CdnowBase.cdnow(CdnowBase.CDNOW_CALIBRATION)
                : CdnowBase.apparel(CdnowBase.APPAREL_CALIBRATION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cdnow_sample", "apparel250"})
    void rawLogGivesThePublishedSummary(String dataset) {
        CustomerBase base = base(dataset);
        Buyers buyers = Buyers.of(base.summaries(), TimeGrain.WEEK, BuyerState.Returns.IGNORE);
        List<Map<String, String>> rows = ClvReference.rows(dataset + "_summary.csv");
        assertThat(buyers.size()).isEqualTo(rows.size());
        for (Map<String, String> row : rows) {
            int at = base.rowOf(new CustomerId(row.get("customer_id"))).orElseThrow();
            assertThat(buyers.row(at)).isEqualTo(at);
            PurchaseHistory history = buyers.history(at);
            assertThat(history.repeatPurchases()).isEqualTo(Integer.parseInt(row.get("x")));
            assertThat(history.recency()).isEqualTo(Double.parseDouble(row.get("t_x")));
            assertThat(history.age()).isEqualTo(Double.parseDouble(row.get("T")));
            assertThat(history.sumLogGaps().getAsDouble())
                    .isCloseTo(Double.parseDouble(row.get("litt")), within(1e-10));
            assertThat(buyers.state(at).meanRepeatSpend())
                    .isCloseTo(Double.parseDouble(row.get("mean_repeat_spend")), within(1e-9));
            assertThat(buyers.state(at).firstSpend())
                    .isCloseTo(Double.parseDouble(row.get("first_spend")), Percentage.withPercentage(1e-10));
        }
    }

    /** The column of a row, the state of a summary and the state grown event by event are one. */
    @Test
    void threeWaysToTheStateAgree() {
        CustomerBase base = base("cdnow_sample");
        Buyers buyers = Buyers.of(base.summaries(), TimeGrain.WEEK, BuyerState.Returns.NET);
        for (int i = 0; i < buyers.size(); i += 7) {
            var days = base.profile(buyers.row(i)).summary().purchaseDays();
            BuyerState grown = BuyerState.first(days.epochDay(0), CdnowBase.CENTS.toDouble(days.units(0)));
            for (int d = 1; d < days.size(); d++) {
                grown = grown.bought(days.epochDay(d), CdnowBase.CENTS.toDouble(days.units(d)));
            }
            BuyerState summed = BuyerState.of(base.profile(buyers.row(i)).summary(), BuyerState.Returns.NET)
                    .orElseThrow();
            assertThat(buyers.state(i)).isEqualTo(summed);
            assertThat(grown.history(10_200, TimeGrain.WEEK)).isEqualTo(summed.history(10_200, TimeGrain.WEEK));
            assertThat(grown.repeatSpend()).isCloseTo(summed.repeatSpend(), within(1e-9));
        }
    }

    @Test
    void severalPurchasesOfOneDayAreOne() {
        BuyerState once =
                BuyerState.first(100, 10).bought(100, 5).bought(107, 3).bought(107, 4);
        assertThat(once).isEqualTo(new BuyerState(100, 107, 1, Math.log(7), 15, 7));
        assertThat(once.refunded(10).meanRepeatSpend()).isEqualTo(-3);
        assertThat(BuyerState.first(100, 10).refunded(4).firstSpend()).isEqualTo(6);
        assertThat(once.history(114, TimeGrain.WEEK)).isEqualTo(PurchaseHistory.of(1, 1, 2, 0));
        assertThat(once.history(90, TimeGrain.WEEK).age()).isEqualTo(1);
    }

    @Test
    void badInputIsNamed() {
        BuyerState state = BuyerState.first(100, 10).bought(107, 5);
        assertThatThrownBy(() -> state.bought(106, 1))
                .hasMessage("epochDay must be at least lastDay=107, was 106: a late event belongs into the summary");
        assertThatThrownBy(() -> state.refunded(-1)).hasMessage("amount must be finite and at least 0, was -1.0");
        assertThatThrownBy(() -> state.bought(110, Double.NaN)).hasMessageContaining("repeatSpend must be finite");
        assertThatThrownBy(() -> new BuyerState(5, 6, 2, 0, 1, 1)).hasMessageContaining("firstDay=5, was 6");
    }
}
