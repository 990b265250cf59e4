package org.crmkit.lifecycle.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.crmkit.core.progress.Progress;
import org.crmkit.core.time.TimeGrain;
import org.crmkit.lifecycle.FitOptions;
import org.crmkit.lifecycle.tck.Watcher;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Fits and replicates that someone watches; that all families keep the contract stands in {@code PurchaseModelContract}. */
class WatchedFitTest {

    private static final PurchaseModelFamily FAMILY = PurchaseModelFamily.mbgNbd();

    private static final PurchasePatterns BASE = base(500);

    @AutoClose("shutdown")
    private final ExecutorService threads = Executors.newFixedThreadPool(4);

    private static PurchasePatterns base(int customers) {
        PurchaseModel truth = FAMILY.model(TimeGrain.WEEK, 0.9, 5, 0.8, 2.5);
        SplittableRandom random = new SplittableRandom(1);
        List<PurchaseHistory> histories = new ArrayList<>();
        for (int i = 0; i < customers; i++) {
            histories.add(truth.simulateHistory(20 + i % 3 * 10, random));
        }
        return PurchasePatterns.of(TimeGrain.WEEK, histories);
    }

    static Stream<PurchaseModelFamily> families() {
        return Stream.of(
                PurchaseModelFamily.nbd(),
                PurchaseModelFamily.bgNbd(),
                FAMILY,
                PurchaseModelFamily.bgCnbd(),
                PurchaseModelFamily.mbgCnbd(3),
                PurchaseModelFamily.paretoNbd(),
                PurchaseModelFamily.ggompertzNbd());
    }

    @ParameterizedTest
    @MethodSource("families")
    void aFitEndsAtTheEvaluationAfterWhichItIsStopped(PurchaseModelFamily family) {
        Watcher hasty = Watcher.stoppingAfter(2);
        assertThatThrownBy(() -> family.fit(BASE, hasty)).isInstanceOf(CancellationException.class);
        hasty.assertStoppedIt();
    }

    @Test
    void aFitThatHasNothingToSearch_isDoneAtOnce() {
        Watcher watcher = Watcher.patient();
        FAMILY.fit(PurchasePatterns.of(TimeGrain.WEEK, List.of()), watcher);
        assertThat(watcher.heard()).containsExactly(100L);
    }

    @Test
    void aFamilyOfOnesOwn_isWatchedAtItsEnd() {
        PurchaseModelFamily own = new PurchaseModelFamily() {
            @Override
            public String name() {
                return "own";
            }

            @Override
            public List<String> parameterNames() {
                return FAMILY.parameterNames();
            }

            @Override
            public PurchaseModel model(TimeGrain grain, double... parameters) {
                return FAMILY.model(grain, parameters);
            }

            @Override
            public PurchaseFit fit(PurchasePatterns patterns, FitOptions options) {
                return FAMILY.fit(patterns, options);
            }
        };
        Watcher watcher = Watcher.patient();
        assertThat(own.fit(BASE, watcher)).isEqualTo(FAMILY.fit(BASE));
        assertThat(watcher.heard()).containsExactly(100L);
        assertThatThrownBy(() -> own.fit(BASE, Watcher.stoppingAfter(0))).isInstanceOf(CancellationException.class);
    }

    @Test
    void nobodyWatching_isSaidByNone() {
        assertThatThrownBy(() -> FAMILY.fit(BASE, FitOptions.standard(), null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("progress");
    }

    @Test
    void covariates_areWatchedToo() {
        CovariateBase.Builder builder = CovariateBase.builder(TimeGrain.WEEK, List.of("club"), List.of());
        for (int i = 0; i < BASE.size(); i++) {
            builder.add(BASE.history(i), new double[] {i % 2}, new double[0]);
        }
        CovariateBase base = builder.build();
        for (CovariateFamily family : List.of(CovariateFamily.bgNbd(), CovariateFamily.ggompertzNbd())) {
            Watcher watcher = Watcher.patient();
            assertThat(family.fit(base, FitOptions.standard(), watcher)).isEqualTo(family.fit(base));
            watcher.assertSawTheEnd();
            Watcher hasty = Watcher.stoppingAfter(2);
            assertThatThrownBy(() -> family.fit(base, FitOptions.standard(), hasty))
                    .isInstanceOf(CancellationException.class);
            hasty.assertStoppedIt();
        }
    }

    @Test
    void replicates_areCountedAsTheyAreDone() {
        PurchaseBootstrap bootstrap = PurchaseBootstrap.of(FAMILY, BASE, FAMILY.fit(BASE), 7);
        Watcher watcher = Watcher.patient();
        List<PurchaseFit> fits = bootstrap.replicates(20, Runnable::run, watcher);
        assertThat(watcher.heard()).hasSize(20).startsWith(5L, 10L, 15L).endsWith(100L);
        assertThat(fits).isEqualTo(bootstrap.replicates(20, Runnable::run));
        Watcher ofThreads = Watcher.patient();
        assertThat(bootstrap.replicates(20, threads, ofThreads)).isEqualTo(fits);
        ofThreads.assertSawTheEnd();
    }

    @Test
    void replicates_stopTogether() {
        PurchaseBootstrap bootstrap = PurchaseBootstrap.of(FAMILY, BASE, FAMILY.fit(BASE), 7);
        Watcher hasty = Watcher.stoppingAfter(3);
        assertThatThrownBy(() -> bootstrap.replicates(1_000, Runnable::run, hasty))
                .isInstanceOf(CancellationException.class);
        hasty.assertStoppedIt();
        Watcher ofThreads = Watcher.stoppingAfter(3);
        assertThatThrownBy(() -> bootstrap.replicates(1_000, threads, ofThreads))
                .isInstanceOf(CancellationException.class);
        ofThreads.assertStoppedIt();
    }

    @Test
    void aReplicateIsStoppedInTheMiddleOfItsFit() {
        PurchaseBootstrap bootstrap = PurchaseBootstrap.of(FAMILY, BASE, FAMILY.fit(BASE), 7);
        AtomicInteger asked = new AtomicInteger();
        Progress impatient = new Progress() {
            @Override
            public void advanced(long done, long total) {
                throw new AssertionError("no replicate was done");
            }

            @Override
            public boolean cancelled() {
                return asked.incrementAndGet() == 3;
            }
        };
        assertThatThrownBy(() -> bootstrap.replicates(5, Runnable::run, impatient))
                .isInstanceOf(CancellationException.class);
        assertThat(asked).hasValue(3);
    }
}
