package org.crmkit.lifecycle.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.crmkit.core.time.TimeGrain;
import org.crmkit.lifecycle.FitOptions;
import org.crmkit.lifecycle.FitStatus;
import org.crmkit.lifecycle.Interval;
import org.crmkit.lifecycle.LogNormalPrior;
import org.crmkit.lifecycle.ParameterUncertainty;
import org.junit.jupiter.api.Test;

/** What replicates say about a fit; that threads do not matter stands in {@link PurchasePatternsTest}. */
class PurchaseBootstrapTest {

    private static final PurchaseModelFamily FAMILY = PurchaseModelFamily.mbgNbd();
    private static final PurchaseModel TRUTH = FAMILY.model(TimeGrain.WEEK, 0.9, 5, 0.8, 2.5);

    private static PurchasePatterns base(PurchaseModel truth, int customers, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<PurchaseHistory> histories = new ArrayList<>();
        for (int i = 0; i < customers; i++) {
            histories.add(truth.simulateHistory(20 + i % 3 * 10, random));
        }
        return PurchasePatterns.of(TimeGrain.WEEK, histories);
    }

    private static List<PurchaseFit> replicates(PurchasePatterns base, long seed, int count) {
        return PurchaseBootstrap.of(FAMILY, base, FAMILY.fit(base), seed).replicates(count, Runnable::run);
    }

    @Test
    void neighboringSeeds_shareNoReplicate() {
        PurchasePatterns base = base(TRUTH, 300, 1);
        List<PurchaseFit> seven = replicates(base, 7, 12);
        assertThat(seven).doesNotHaveDuplicates().doesNotContainAnyElementsOf(replicates(base, 8, 12));
    }

    @Test
    void intervals_agreeWithTheDeltaMethod() {
        PurchasePatterns base = base(TRUTH, 4_000, 2);
        List<PurchaseFit> fits = replicates(base, 3, 400);
        assertThat(fits)
                .allMatch(fit ->
                        fit.status() == FitStatus.CONVERGED && fit.input().customers() == 4_000);
        ParameterUncertainty delta = FAMILY.fit(base).uncertainty().orElseThrow();
        for (String name : delta.names()) {
            // 400 draws know the limit of an interval within some 8 percent of its width
            Interval expected = delta.interval(name, 0.9);
            double width = expected.upper() - expected.lower();
            Interval interval =
                    PurchaseBootstrap.interval(fits, model -> model.parameters().get(name), 0.9);
            assertThat(interval.lower()).as(name).isCloseTo(expected.lower(), within(0.2 * width));
            assertThat(interval.upper()).as(name).isCloseTo(expected.upper(), within(0.2 * width));
        }
    }

    @Test
    void predictions_haveIntervalsToo() {
        PurchasePatterns base = base(TRUTH, 1_000, 5);
        PurchaseHistory history = PurchaseHistory.of(2, 12, 30);
        Interval interval = PurchaseBootstrap.interval(replicates(base, 4, 100), model -> model.pAlive(history), 0.95);
        assertThat(interval.contains(FAMILY.fit(base).usableModel().pAlive(history)))
                .isTrue();
        assertThat(interval.lower()).isPositive();
        assertThat(interval.upper()).isLessThan(1);
    }

    @Test
    void penaltyAndPriors_countInEachReplicate() {
        PurchasePatterns base = base(TRUTH, 300, 6);
        FitOptions options = FitOptions.standard().withPrior("r", new LogNormalPrior(3, 1e-4));
        PurchaseBootstrap bootstrap = PurchaseBootstrap.of(FAMILY, base, FAMILY.fit(base, options), options, 1);
        for (int i = 0; i < 10; i++) {
            assertThat(bootstrap.replicate(i).usableModel().parameters().get("r"))
                    .isCloseTo(3, within(0.01));
        }
    }

    @Test
    void regularBuyers_keepTheirK() {
        PurchaseModel regular = PurchaseModelFamily.mbgCnbd(3).model(TimeGrain.WEEK, 2, 3, 0.8, 4, 3);
        PurchasePatterns base = base(regular, 400, 6);
        PurchaseFit fit = PurchaseModelFamily.mbgCnbd().fit(base);
        List<PurchaseFit> fits = PurchaseBootstrap.of(PurchaseModelFamily.mbgCnbd(), base, fit, 1)
                .replicates(40, Runnable::run);
        assertThat(PurchaseBootstrap.interval(fits, model -> model.parameters().get("k"), 0.95))
                .isEqualTo(new Interval(3, 3, 0.95));
        assertThat(PurchaseBootstrap.interval(fits, model -> model.parameters().get("r"), 0.95)
                        .contains(2))
                .isTrue();
    }

    @Test
    void anyFamilyAndARidge_areRefitted() {
        PurchasePatterns base = base(TRUTH, 500, 8);
        for (PurchaseModelFamily family : List.of(PurchaseModelFamily.nbd(), PurchaseModelFamily.paretoNbd())) {
            PurchaseBootstrap bootstrap = PurchaseBootstrap.of(family, base, family.fit(base), 2);
            assertThat(bootstrap.replicates(5, Runnable::run))
                    .allMatch(fit -> fit.status().usable());
        }
        PurchasePatterns sameForAll = base(FAMILY.model(TimeGrain.WEEK, 1e6, 5e6, 1e6, 4e6), 500, 9);
        assertThat(replicates(sameForAll, 1, 10)).allMatch(fit -> fit.status().usable());
    }

    @Test
    void errorsOfTheExecutor_reachTheCaller() {
        PurchasePatterns base = base(TRUTH, 200, 9);
        PurchaseBootstrap bootstrap = PurchaseBootstrap.of(FAMILY, base, FAMILY.fit(base), 1);
        assertThatThrownBy(() -> bootstrap.replicates(4, task -> {
                    throw new IllegalStateException("closed");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("closed");
    }

    @Test
    void badArguments_areRefusedByName() {
        PurchasePatterns base = base(TRUTH, 200, 9);
        PurchaseFit fit = FAMILY.fit(base);
        PurchaseBootstrap bootstrap = PurchaseBootstrap.of(FAMILY, base, fit, 1);
        List<PurchaseFit> fits = bootstrap.replicates(2, Runnable::run);
        assertThatThrownBy(() -> bootstrap.replicate(-1)).hasMessage("index must be at least 0, was -1");
        assertThatThrownBy(() -> bootstrap.replicates(0, Runnable::run))
                .hasMessage("replicates must be at least 1, was 0");
        assertThatThrownBy(() -> PurchaseBootstrap.interval(fits, model -> 1, 1))
                .hasMessage("level must be in (0, 1), was 1.0");
        assertThatThrownBy(() -> PurchaseBootstrap.interval(List.of(), model -> 1, 0.9))
                .hasMessage("fits must hold a usable model, held none of 0");
        PurchasePatterns nobody = PurchasePatterns.of(TimeGrain.WEEK, List.of());
        assertThatThrownBy(() -> PurchaseBootstrap.of(FAMILY, nobody, fit, 1))
                .hasMessageContaining("patterns must hold");
        assertThatThrownBy(() -> PurchaseBootstrap.of(FAMILY, base, FAMILY.fit(nobody), 1))
                .isInstanceOf(IllegalStateException.class);
    }
}
