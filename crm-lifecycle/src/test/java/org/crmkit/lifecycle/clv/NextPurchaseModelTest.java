package org.crmkit.lifecycle.clv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.crmkit.core.customer.CustomerId;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.profile.Profile;
import org.crmkit.core.score.Score;
import org.crmkit.core.strategy.ScoringContext;
import org.crmkit.core.strategy.ScoringModel;
import org.crmkit.core.time.TimeGrain;
import org.crmkit.lifecycle.backtest.Accuracy;
import org.crmkit.lifecycle.backtest.Backtest;
import org.crmkit.lifecycle.backtest.Contender;
import org.crmkit.lifecycle.backtest.Target;
import org.crmkit.lifecycle.purchase.BuyerState;
import org.crmkit.lifecycle.purchase.PurchaseModelFamily;
import org.junit.jupiter.api.Test;

class NextPurchaseModelTest {

    private final CustomerBase base = CdnowBase.cdnow(CdnowBase.CDNOW_CALIBRATION);
    private final ScoringContext context = ScoringContext.at(base.asOf());

    private Profile customer(String id) {
        return base.profile(new CustomerId(id)).orElseThrow();
    }

    /** The date is that of the score, and on that day the chance of a purchase so far has passed the probability, not the day before. */
    @Test
    void theDateIsTheFirstOnWhichTheChanceIsReached() {
        NextPurchaseModel model =
                (NextPurchaseModel) PurchaseScores.nextPurchase(PurchaseModelFamily.paretoNbd(), TimeGrain.WEEK, 0.4)
                        .fit(base, context);
        int known = 0;
        for (int row = 0; row < base.size(); row += 11) {
            Profile profile = base.profile(row);
            BuyerState state =
                    BuyerState.of(profile.summary(), BuyerState.Returns.IGNORE).orElseThrow();
            if (model.score(profile, context) instanceof Score.Known<Double> score) {
                known++;
                LocalDate date = model.date(state, CdnowBase.CDNOW_CALIBRATION).orElseThrow();
                assertThat(date)
                        .isEqualTo(CdnowBase.CDNOW_CALIBRATION.plusDays(
                                score.given().longValue()));
                assertThat(chance(model, state, score.given())).isGreaterThanOrEqualTo(0.4 - 1e-9);
                assertThat(chance(model, state, score.given() - 1)).isLessThan(0.4 + 1e-9);
            } else {
                assertThat(model.date(state, CdnowBase.CDNOW_CALIBRATION)).isEmpty();
            }
        }
        assertThat(known).isGreaterThan(20);
    }

    private static double chance(NextPurchaseModel model, BuyerState state, double days) {
        return 1
                - model.purchases()
                        .usableModel()
                        .pNoPurchase(
                                state.history((int) CdnowBase.CDNOW_CALIBRATION.toEpochDay(), TimeGrain.WEEK),
                                days / 7);
    }

    @Test
    void whoIsUnlikelyToComeBack_getsNoDateButTheChance() {
        ScoringModel<Double> model = PurchaseScores.nextPurchase(PurchaseModelFamily.mbgNbd(), TimeGrain.WEEK, 0.5)
                .fit(base, context);
        Score<Double> score = model.score(customer("3"), context);
        assertThat(score).isInstanceOf(Score.Abstained.class);
        assertThat(((Score.Abstained<Double>) score).reason().detail())
                .startsWith("the chance of any further purchase is 0.")
                .endsWith(", not above 0.5");
        Score<Double> again = model.score(customer("1516"), context);
        assertThat(((Score.Known<Double>) again).explanation().toText(Locale.ENGLISH))
                .contains("days until the next purchase")
                .contains("probability");
        assertThatThrownBy(() -> PurchaseScores.nextPurchase(PurchaseModelFamily.mbgNbd(), TimeGrain.WEEK, 1))
                .hasMessage("probability must be in (0, 1), was 1.0");
    }

    /** Held against who bought in the holdout: as low in total as the purchases are on these data, but nearer and better ranked than the rules. */
    @Test
    void chancesOfAPurchase_areJudgedByWhoBought() {
        Backtest backtest = Backtest.run(
                CdnowBase.cdnow(CdnowBase.CDNOW_END),
                CdnowBase.CDNOW_CALIBRATION,
                Target.ANY_PURCHASE,
                List.of(new Contender(
                        "chance",
                        days -> PurchaseScores.chanceOfPurchase(
                                PurchaseModelFamily.paretoNbd(), TimeGrain.WEEK, Horizon.ahead(days, TimeGrain.DAY)))));
        Accuracy chance = backtest.result("chance").accuracy();
        Accuracy naive = backtest.result("own rate").accuracy();
        assertThat(chance.bias().orElseThrow()).isBetween(-0.25, 0.0);
        assertThat(chance.rootMeanSquareError()).isLessThan(naive.rootMeanSquareError());
        assertThat(chance.auc().orElseThrow()).isGreaterThan(naive.auc().orElseThrow());
        for (Accuracy.Decile decile : chance.deciles()) {
            assertThat(decile.meanPredicted()).isCloseTo(decile.meanActual(), within(0.15));
        }
    }
}
