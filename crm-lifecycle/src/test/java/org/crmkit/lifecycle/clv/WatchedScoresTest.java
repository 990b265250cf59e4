package org.crmkit.lifecycle.clv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.strategy.ScoringContext;
import org.crmkit.core.strategy.ScoringModel;
import org.crmkit.core.strategy.ScoringStrategy;
import org.crmkit.core.time.TimeGrain;
import org.crmkit.lifecycle.purchase.DiscountRate;
import org.crmkit.lifecycle.purchase.PurchaseModelFamily;
import org.crmkit.lifecycle.tck.Watcher;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Fits and scores of populations tell the listener of their context, heed it, and are the same without. */
class WatchedScoresTest {

    private static final PurchaseModelFamily FAMILY = PurchaseModelFamily.mbgNbd();
    private static final Horizon.Ahead AHEAD = Horizon.ahead(26, TimeGrain.WEEK);

    private static CustomerBase base;

    /** Here and not where the class is made, so that without reference data the tests are skipped and not in error. */
    @BeforeAll
    static void readBase() {
        base = CdnowBase.cdnow(CdnowBase.CDNOW_CALIBRATION);
    }

    static Stream<Named<ScoringStrategy<Double>>> strategies() {
        return Stream.of(
                Named.of("p-alive", PurchaseScores.pAlive(FAMILY, TimeGrain.WEEK)),
                Named.of("expected purchases", PurchaseScores.expectedPurchases(FAMILY, TimeGrain.WEEK, AHEAD)),
                Named.of("chance", PurchaseScores.chanceOfPurchase(FAMILY, TimeGrain.WEEK, AHEAD)),
                Named.of("next purchase", PurchaseScores.nextPurchase(FAMILY, TimeGrain.WEEK, 0.5)),
                Named.of("clv", ClvStrategy.standard(ClvTerms.of(AHEAD, DiscountRate.NONE))),
                Named.of("clv by the day", ClvStrategy.standard(BY_THE_DAY)));
    }

    private static final ClvTerms BY_THE_DAY = new ClvTerms(
            1, AHEAD, Discounting.stepwise(new DiscountRate(0.1), 365.25, Horizon.ahead(1, TimeGrain.DAY)));

    private static ScoringContext watchedBy(Watcher watcher) {
        return new ScoringContext(base.asOf(), watcher);
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void aFit_isWatched(ScoringStrategy<Double> strategy) {
        Watcher watcher = Watcher.patient();
        assertThat(strategy.fit(base, watchedBy(watcher)))
                .isEqualTo(strategy.fit(base, ScoringContext.at(base.asOf())));
        watcher.assertSawTheEnd();
        assertThat(watcher.heard()).hasSizeGreaterThan(5);
        Watcher hasty = Watcher.stoppingAfter(3);
        assertThatThrownBy(() -> strategy.fit(base, watchedBy(hasty))).isInstanceOf(CancellationException.class);
        hasty.assertStoppedIt();
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void scoresOfAPopulation_areWatched(ScoringStrategy<Double> strategy) {
        ScoringModel<Double> model = strategy.fit(base, ScoringContext.at(base.asOf()));
        Watcher watcher = Watcher.patient();
        assertThat(model.scoreAll(base, watchedBy(watcher)).numbers())
                .isEqualTo(model.scoreAll(base, ScoringContext.at(base.asOf())).numbers());
        watcher.assertSawTheEnd();
        assertThat(watcher.heard()).endsWith((long) base.size());
        assertThatThrownBy(() -> model.scoreAll(base, watchedBy(Watcher.stoppingAfter(0))))
                .isInstanceOf(CancellationException.class);
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void columns_areTheScoresOfTheRows_toTheBit(ScoringStrategy<Double> strategy) {
        ScoringContext context = ScoringContext.at(base.asOf());
        ScoringModel<Double> model = strategy.fit(base, context);
        double[] numbers = model.scoreAll(base, context).numbers().toArray();
        int abstained = 0;
        for (int row = 0; row < numbers.length; row++) {
            double alone = model.score(base.profile(row), context).number().orElse(Double.NaN);
            assertThat(Double.compare(numbers[row], alone)).as("row %s", row).isZero();
            abstained += Double.isNaN(alone) ? 1 : 0;
        }
        assertThat(abstained).isLessThan(numbers.length);
    }

    @Test
    void stepsOfDiscounting_areToldAsIfTheyWereCustomers_andCanBeStopped() {
        ScoringModel<Double> model = ClvStrategy.standard(BY_THE_DAY).fit(base, ScoringContext.at(base.asOf()));
        Watcher watcher = Watcher.patient();
        model.scoreAll(base, watchedBy(watcher));
        // the start, 182 days and the end
        assertThat(watcher.heard()).hasSize(184).contains((long) base.size() / 2);
        Watcher hasty = Watcher.stoppingAfter(60);
        assertThatThrownBy(() -> model.scoreAll(base, watchedBy(hasty))).isInstanceOf(CancellationException.class);
        hasty.assertStoppedIt();
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void nobody_isDoneAtOnce(ScoringStrategy<Double> strategy) {
        ScoringModel<Double> model = strategy.fit(base, ScoringContext.at(base.asOf()));
        CustomerBase nobody = CdnowBase.cdnow(CdnowBase.CDNOW_CALIBRATION.minusYears(10));
        assertThat(nobody.profile(0).summary().firstPurchase()).isEmpty();
        Watcher watcher = Watcher.patient();
        model.scoreAll(nobody, watchedBy(watcher));
        watcher.assertSawTheEnd();
    }
}
