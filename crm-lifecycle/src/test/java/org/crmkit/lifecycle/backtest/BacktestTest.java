package org.crmkit.lifecycle.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.score.ScoreColumn;
import org.crmkit.core.strategy.ScoringContext;
import org.crmkit.core.time.TimeGrain;
import org.crmkit.lifecycle.clv.CdnowBase;
import org.crmkit.lifecycle.clv.ClvStrategy;
import org.crmkit.lifecycle.clv.ClvTerms;
import org.crmkit.lifecycle.clv.Horizon;
import org.crmkit.lifecycle.clv.PurchaseScores;
import org.crmkit.lifecycle.purchase.BuyerState;
import org.crmkit.lifecycle.purchase.Buyers;
import org.crmkit.lifecycle.purchase.DiscountRate;
import org.crmkit.lifecycle.purchase.PurchaseFit;
import org.crmkit.lifecycle.purchase.PurchaseModelFamily;
import org.crmkit.lifecycle.purchase.PurchasePatterns;
import org.crmkit.lifecycle.spend.SpendStrategy;
import org.crmkit.lifecycle.tck.Watcher;
import org.junit.jupiter.api.Test;

class BacktestTest {

    private static Contender contender(PurchaseModelFamily family) {
        return new Contender(
                family.name(),
                days -> PurchaseScores.expectedPurchases(family, TimeGrain.WEEK, Horizon.ahead(days, TimeGrain.DAY)));
    }

    private static final List<Contender> MODELS = List.of(
            contender(PurchaseModelFamily.bgNbd()),
            contender(PurchaseModelFamily.mbgNbd()),
            contender(PurchaseModelFamily.paretoNbd()));

    /** spec/clv.md (c), holdout accuracy: bias of the total in percent, mean absolute error per customer. */
    private static void assertHolds(Backtest backtest, String name, double percent, double error) {
        Accuracy accuracy = backtest.result(name).accuracy();
        assertThat(100 * accuracy.bias().orElseThrow()).as("bias of %s", name).isCloseTo(percent, within(0.06));
        assertThat(accuracy.meanAbsoluteError()).as("error of %s", name).isCloseTo(error, within(0.0006));
    }

    @Test
    void cdnow_theTableOfTheSpecification() {
        Backtest backtest = Backtest.run(
                CdnowBase.cdnow(CdnowBase.CDNOW_END), CdnowBase.CDNOW_CALIBRATION, Target.PURCHASES, MODELS);
        assertThat(backtest.days()).isEqualTo(273);
        assertThat(backtest.results()).hasSize(5);
        assertThat(backtest.result("bg-nbd").accuracy().actual()).isEqualTo(1882);
        assertHolds(backtest, "bg-nbd", -12.1, 0.785);
        assertHolds(backtest, "mbg-nbd", -16.2, 0.765);
        assertHolds(backtest, "pareto-nbd", -11.5, 0.754);
        assertHolds(backtest, "own rate", 55.7, 1.024);
        assertHolds(backtest, "own rate if bought in the last half", 9.6, 0.848);
        // spec/lifecycle.md 6.2: expected purchases rank who will buy with an AUC of .773
        assertThat(backtest.result("bg-nbd").accuracy().auc().orElseThrow()).isCloseTo(0.773, within(0.001));
        assertThat(backtest.result("bg-nbd").accuracy().deciles()).hasSize(10);
    }

    @Test
    void apparel_theTableOfTheSpecification() {
        Backtest backtest = Backtest.run(
                CdnowBase.apparel(CdnowBase.APPAREL_END), CdnowBase.APPAREL_CALIBRATION, Target.PURCHASES, MODELS);
        assertThat(backtest.result("bg-nbd").accuracy().actual()).isEqualTo(946);
        assertHolds(backtest, "bg-nbd", -17.1, 2.363);
        assertHolds(backtest, "mbg-nbd", -16.6, 2.313);
        assertHolds(backtest, "pareto-nbd", -18.9, 2.304);
        assertHolds(backtest, "own rate", 11.8, 2.723);
        assertHolds(backtest, "own rate if bought in the last half", -2.8, 2.276);
    }

    @Test
    void naiveRates_ofAllEqualThoseOneByOneToTheBit() {
        CustomerBase base = CdnowBase.cdnow(CdnowBase.CDNOW_CALIBRATION);
        ScoringContext context = ScoringContext.at(base.asOf());
        for (NaiveRate rule :
                List.of(new NaiveRate(273, false, Target.PURCHASES), new NaiveRate(273, true, Target.PURCHASES))) {
            ScoreColumn<Double> all = rule.scoreAll(base, context);
            for (int row = 0; row < base.size(); row++) {
                assertThat(all.numbers().get(row))
                        .isEqualTo(
                                rule.score(base.profile(row), context).number().orElse(Double.NaN));
            }
        }
    }

    /** The trap of spec/lifecycle.md 6.2: P(alive) of BG/NBD ranks one-time buyers best, worse than a coin. */
    @Test
    void pAliveOfBgNbd_isWorseThanACoinOverAllCustomers() {
        Backtest backtest = Backtest.run(
                CdnowBase.cdnow(CdnowBase.CDNOW_END),
                CdnowBase.CDNOW_CALIBRATION,
                Target.ANY_PURCHASE,
                List.of(
                        Contender.of("bg", PurchaseScores.pAlive(PurchaseModelFamily.bgNbd(), TimeGrain.WEEK)),
                        Contender.of("mbg", PurchaseScores.pAlive(PurchaseModelFamily.mbgNbd(), TimeGrain.WEEK))));
        assertThat(backtest.result("bg").accuracy().auc().orElseThrow()).isCloseTo(0.316, within(0.002));
        assertThat(backtest.result("mbg").accuracy().auc().orElseThrow()).isGreaterThan(0.6);
    }

    @Test
    void anyStrategyTakesPart_alsoLifetimeValueAgainstSpend() {
        Backtest backtest = Backtest.run(
                CdnowBase.cdnow(CdnowBase.CDNOW_END),
                CdnowBase.CDNOW_CALIBRATION,
                Target.SPEND,
                List.of(new Contender(
                        "clv",
                        days -> ClvStrategy.probabilistic(
                                PurchaseModelFamily.bgNbd(),
                                TimeGrain.WEEK,
                                SpendStrategy.gammaGamma(),
                                ClvTerms.of(Horizon.ahead(days, TimeGrain.DAY), DiscountRate.NONE)))));
        Accuracy clv = backtest.result("clv").accuracy();
        assertThat(clv.bias().orElseThrow()).isBetween(-0.3, 0.1);
        assertThat(clv.deciles().get(0).gain()).isGreaterThan(0.35);
    }

    @Test
    void rollingOrigin_runsWhileTheHoldoutFits() {
        CustomerBase base = CdnowBase.cdnow(CdnowBase.CDNOW_END);
        List<Backtest> runs = Backtest.rolling(
                base,
                LocalDate.of(1997, 6, 30),
                91,
                91,
                Target.PURCHASES,
                List.of(contender(PurchaseModelFamily.mbgNbd())));
        assertThat(runs)
                .extracting(Backtest::lastCalibrationDay)
                .containsExactly(
                        LocalDate.of(1997, 6, 30),
                        LocalDate.of(1997, 9, 29),
                        LocalDate.of(1997, 12, 29),
                        LocalDate.of(1998, 3, 30));
        assertThat(runs).allSatisfy(run -> assertThat(run.days()).isEqualTo(91));
        assertThatThrownBy(() -> runs.get(0).result("none")).hasMessageContaining("was none");
        assertThatThrownBy(() -> Holdout.of(base, CdnowBase.CDNOW_END)).hasMessageContaining("lastCalibrationDay");
    }

    @Test
    void calibrationSeesNothingOfTheHoldout() {
        Holdout holdout = Holdout.of(CdnowBase.cdnow(CdnowBase.CDNOW_END), CdnowBase.CDNOW_CALIBRATION);
        CustomerBase alone = CdnowBase.cdnow(CdnowBase.CDNOW_CALIBRATION);
        assertThat(holdout.calibration().asOf()).isEqualTo(alone.asOf());
        assertThat(holdout.calibration().summaries().days())
                .isEqualTo(alone.summaries().days());
        assertThat(holdout.calibration().summaries().orders())
                .isEqualTo(alone.summaries().orders());
        assertThat(holdout.calibration().summaries().dayUnits())
                .isEqualTo(alone.summaries().dayUnits());
    }

    @Test
    void tracking_addsUpToTheTotals() {
        CustomerBase base = CdnowBase.cdnow(CdnowBase.CDNOW_END);
        Buyers buyers = Buyers.of(
                CdnowBase.cdnow(CdnowBase.CDNOW_CALIBRATION).summaries(), TimeGrain.WEEK, BuyerState.Returns.IGNORE);
        PurchaseFit fit = PurchaseModelFamily.bgNbd().fit(buyers.patterns());
        Tracking tracking = Tracking.of(base.summaries(), fit.usableModel(), CdnowBase.CDNOW_CALIBRATION, 7);
        assertThat(tracking.periods()).hasSize(78);
        assertThat(tracking.periods().get(39).holdout()).isTrue();
        assertThat(tracking.periods().get(38).holdout()).isFalse();
        double expected = tracking.periods().stream()
                .mapToDouble(Tracking.Period::expected)
                .sum();
        long actual =
                tracking.periods().stream().mapToLong(Tracking.Period::actual).sum();
        // the paper's figure 7 shows the model within a few percent at the end of the 78 weeks
        assertThat(expected / actual - 1).isBetween(-0.12, 0.05);
        assertThat(tracking.periods())
                .allSatisfy(period -> assertThat(period.expected()).isNotNegative());
    }

    @Test
    void modelChoice_ranksByEvidence() {
        Buyers buyers = Buyers.of(
                CdnowBase.cdnow(CdnowBase.CDNOW_CALIBRATION).summaries(), TimeGrain.WEEK, BuyerState.Returns.IGNORE);
        ModelChoice choice = ModelChoice.byEvidence(
                buyers.patterns(),
                List.of(
                        PurchaseModelFamily.nbd(),
                        PurchaseModelFamily.bgNbd(),
                        PurchaseModelFamily.mbgNbd(),
                        PurchaseModelFamily.paretoNbd()));
        // log-likelihoods of spec/clv.md: MBG -9582.136, BG -9582.429, Pareto -9594.976
        assertThat(choice.candidates())
                .extracting(PurchaseFit::modelName)
                .containsExactly("mbg-nbd", "bg-nbd", "pareto-nbd", "nbd");
        assertThat(choice.chosen().orElseThrow().modelName()).isEqualTo("mbg-nbd");
        assertThat(choice.reason()).isEqualTo("mbg-nbd has the lowest BIC, 0.6 below bg-nbd");
    }

    @Test
    void modelChoice_isWatched() {
        PurchasePatterns patterns = Buyers.of(
                        CdnowBase.cdnow(CdnowBase.CDNOW_CALIBRATION).summaries(),
                        TimeGrain.WEEK,
                        BuyerState.Returns.IGNORE)
                .patterns();
        Watcher watcher = Watcher.patient();
        assertThat(ModelChoice.byEvidence(patterns, ModelChoice.standardCandidates(), watcher))
                .isEqualTo(ModelChoice.byEvidence(patterns, ModelChoice.standardCandidates()));
        watcher.assertSawTheEnd();
        // six candidates, each from a multiple of 100/6 on
        assertThat(watcher.heard()).contains(16L, 33L, 50L, 66L, 83L);
        Watcher hasty = Watcher.stoppingAfter(12);
        assertThatThrownBy(() -> ModelChoice.byEvidence(patterns, ModelChoice.standardCandidates(), hasty))
                .isInstanceOf(CancellationException.class);
        hasty.assertStoppedIt();
    }

    @Test
    void aBacktest_isWatched_andItsContendersThroughTheirContext() {
        CustomerBase base = CdnowBase.cdnow(CdnowBase.CDNOW_END);
        Holdout holdout = Holdout.of(base, CdnowBase.CDNOW_CALIBRATION);
        Watcher watcher = Watcher.patient();
        assertThat(Backtest.run(holdout, Target.PURCHASES, MODELS, watcher))
                .isEqualTo(Backtest.run(holdout, Target.PURCHASES, MODELS));
        watcher.assertSawTheEnd();
        // within the fit of the first of five contenders, whose learning counts a tenth
        assertThat(watcher.heard()).startsWith(1L, 2L, 3L);
        Watcher hasty = Watcher.stoppingAfter(3);
        assertThatThrownBy(() -> Backtest.run(holdout, Target.PURCHASES, MODELS, hasty))
                .isInstanceOf(CancellationException.class);
        hasty.assertStoppedIt();
    }

    @Test
    void rollingOrigin_isWatched() {
        CustomerBase base = CdnowBase.cdnow(CdnowBase.CDNOW_END);
        LocalDate first = LocalDate.of(1997, 9, 30);
        List<Contender> one = List.of(contender(PurchaseModelFamily.mbgNbd()));
        Watcher watcher = Watcher.patient();
        assertThat(Backtest.rolling(base, first, 91, 91, Target.PURCHASES, one, watcher))
                .isEqualTo(Backtest.rolling(base, first, 91, 91, Target.PURCHASES, one))
                .hasSize(3);
        watcher.assertSawTheEnd();
        assertThat(watcher.heard()).contains(33L, 66L);
        Watcher hasty = Watcher.stoppingAfter(5);
        assertThatThrownBy(() -> Backtest.rolling(base, first, 91, 91, Target.PURCHASES, one, hasty))
                .isInstanceOf(CancellationException.class);
        hasty.assertStoppedIt();
        Watcher ofNothing = Watcher.patient();
        assertThat(Backtest.rolling(base, CdnowBase.CDNOW_END, 91, 91, Target.PURCHASES, one, ofNothing))
                .isEmpty();
        ofNothing.assertSawTheEnd();
    }
}
