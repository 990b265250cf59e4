package org.crmkit.lifecycle.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.crmkit.core.customer.CustomerId;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.strategy.ScoringContext;
import org.crmkit.core.summary.SummaryTable;
import org.crmkit.core.time.AsOf;
import org.crmkit.lifecycle.clv.CdnowBase;
import org.junit.jupiter.api.Test;

class NaiveRateTest {

    private static final LocalDate END = LocalDate.of(2025, 12, 31);

    /** Day 0, 20 and 40 of 100 for 10, 20 and 40 euro; and a customer of today. */
    private static CustomerBase two() {
        SummaryTable.Builder rows = SummaryTable.builder(AsOf.endOf(END, ZoneOffset.UTC), CdnowBase.CENTS);
        int early = rows.customer(new CustomerId("early"));
        long start = END.toEpochDay() - 100;
        rows.purchase(early, 1, start, 1000)
                .purchase(early, 2, start + 20, 2000)
                .purchase(early, 3, start + 40, 4000);
        rows.purchase(rows.customer(new CustomerId("today")), 4, END.toEpochDay(), 500);
        rows.customer(new CustomerId("window-shopper"));
        return CustomerBase.of(rows.build());
    }

    private static double[] scores(boolean onlyIfRecent, Target target) {
        CustomerBase base = two();
        return new NaiveRate(50, onlyIfRecent, target)
                .scoreAll(base, ScoringContext.at(base.asOf()))
                .numbers()
                .toArray();
    }

    @Test
    void figures_byHand() {
        // two repeat purchases in 100 days, 30 euro each
        assertThat(scores(false, Target.PURCHASES)).containsExactly(1, 0, Double.NaN);
        assertThat(scores(false, Target.SPEND)).containsExactly(30, 0, Double.NaN);
        assertThat(scores(false, Target.ANY_PURCHASE)[0]).isCloseTo(1 - Math.exp(-1), within(1e-15));
        for (Target target : Target.values()) {
            // the last purchase lies in the first half
            assertThat(scores(true, target)).containsExactly(0, 0, Double.NaN);
        }
    }

    /** Rules of thumb are a bar for money only if they speak of money. */
    @Test
    void theyAnswerWhatIsAsked() {
        CustomerBase base = CdnowBase.cdnow(CdnowBase.CDNOW_END);
        Backtest spend = Backtest.run(base, CdnowBase.CDNOW_CALIBRATION, Target.SPEND, List.of());
        assertThat(spend.result("own rate").accuracy().bias().orElseThrow()).isBetween(0.3, 0.8);
        assertThat(spend.result("own rate if bought in the last half")
                        .accuracy()
                        .bias()
                        .orElseThrow())
                .isBetween(-0.1, 0.3);
        Backtest any = Backtest.run(base, CdnowBase.CDNOW_CALIBRATION, Target.ANY_PURCHASE, List.of());
        assertThat(any.result("own rate").accuracy().rootMeanSquareError()).isBetween(0.3, 0.6);
    }

    @Test
    void badHorizon_isNamed() {
        assertThatThrownBy(() -> new NaiveRate(Double.NaN, false, Target.SPEND))
                .hasMessage("horizonDays must be finite and above 0, was NaN");
    }
}
