package org.crmkit.lifecycle.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.crmkit.core.time.TimeGrain.DAY;
import static org.crmkit.core.time.TimeGrain.WEEK;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.crmkit.lifecycle.FitStatus;
import org.crmkit.lifecycle.Interval;
import org.junit.jupiter.api.Test;

/** Counting, merging and resampling of histories. */
class PurchasePatternsTest {

    private static final PurchaseModel TRUE = PurchaseModelFamily.bgNbd().model(DAY, 0.6, 30, 0.8, 2.5);

    private static List<PurchaseHistory> base(int customers, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<PurchaseHistory> base = new ArrayList<>();
        for (int i = 0; i < customers; i++) {
            base.add(TRUE.simulateHistory(100 + random.nextInt(200), random));
        }
        return base;
    }

    @Test
    void merge_of64ShardsInAnyOrder_givesTheSinglePass() {
        List<PurchaseHistory> base = base(2000, 1);
        PurchasePatterns single = PurchasePatterns.of(DAY, base);
        List<PurchasePatterns> shards = new ArrayList<>();
        for (int shard = 0; shard < 64; shard++) {
            int first = shard;
            List<PurchaseHistory> part = new ArrayList<>();
            for (int i = first; i < base.size(); i += 64) {
                part.add(base.get(i));
            }
            shards.add(PurchasePatterns.of(DAY, part));
        }
        Collections.shuffle(shards, new Random(7));
        PurchasePatterns merged =
                shards.stream().reduce(PurchasePatterns.builder(DAY).build(), PurchasePatterns::merge);

        assertThat(merged).isEqualTo(single);
        assertThat(merged.fingerprint()).isEqualTo(single.fingerprint());
        assertThat(merged.sumLogGaps()).isEqualTo(single.sumLogGaps());
        assertThat(PurchaseModelFamily.bgNbd().fit(merged))
                .isEqualTo(PurchaseModelFamily.bgNbd().fit(single));
        assertThat(PurchaseModelFamily.mbgCnbd(2).fit(merged))
                .isEqualTo(PurchaseModelFamily.mbgCnbd(2).fit(single));
    }

    @Test
    void add_impossibleRow_isRefusedByNumberAndValue() {
        assertThatThrownBy(() -> PurchasePatterns.of(DAY, new int[] {0, 2}, new double[] {0, 9}, new double[] {5, 8}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("row 1")
                .hasMessageContaining("recency must not exceed age=8.0, was 9.0");
        assertThatThrownBy(() -> PurchaseHistory.of(1, 0, 3)).hasMessageContaining("recency must be positive");
        assertThatThrownBy(() -> PurchaseHistory.of(0, 0, Double.NaN)).hasMessageContaining("age must be");
        assertThatThrownBy(() -> PurchasePatterns.builder(DAY)
                        .build()
                        .merge(PurchasePatterns.builder(WEEK).build()))
                .hasMessageContaining("DAY");
    }

    @Test
    void fit_ofTooLittle_saysSo() {
        PurchaseFit none =
                PurchaseModelFamily.bgNbd().fit(PurchasePatterns.builder(DAY).build());
        PurchaseFit silent =
                PurchaseModelFamily.mbgNbd().fit(PurchasePatterns.of(DAY, List.of(PurchaseHistory.of(0, 0, 9))));

        assertThat(none.status()).isEqualTo(FitStatus.TOO_LITTLE_DATA);
        assertThat(silent.reason()).contains("nobody has a repeat purchase");
    }

    @Test
    void columns_equalOneByOne_toTheBit() {
        List<PurchaseHistory> base = base(3000, 2);
        PurchaseHistories columns = PurchaseHistories.of(
                base.stream().mapToInt(PurchaseHistory::repeatPurchases).toArray(),
                base.stream().mapToDouble(PurchaseHistory::recency).toArray(),
                base.stream().mapToDouble(PurchaseHistory::age).toArray());
        for (PurchaseModelFamily family : List.of(PurchaseModelFamily.bgNbd(), PurchaseModelFamily.mbgNbd())) {
            PurchaseModel model = family.model(DAY, 0.6, 30, 0.8, 2.5);
            for (double time : new double[] {0.5, 30, 365, 1e5}) {
                double[] batch = model.expectedPurchases(columns, time);
                double[] alive = model.pAlive(columns);
                for (int i = 0; i < batch.length; i += time > 1e4 ? 50 : 1) {
                    assertThat(batch[i]).isEqualTo(model.expectedPurchases(base.get(i), time));
                    assertThat(alive[i]).isEqualTo(model.pAlive(base.get(i)));
                }
            }
        }
    }

    @Test
    void bootstrap_sameForAnyThreads_andItsIntervalHoldsTheEstimate() {
        PurchasePatterns patterns = PurchasePatterns.of(DAY, base(2000, 3));
        PurchaseModelFamily family = PurchaseModelFamily.bgNbd();
        PurchaseFit fit = family.fit(patterns);
        PurchaseBootstrap bootstrap = PurchaseBootstrap.of(family, patterns, fit, 42);
        List<PurchaseFit> one = bootstrap.replicates(40, Runnable::run);
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            assertThat(bootstrap.replicates(40, pool)).isEqualTo(one);
        } finally {
            pool.shutdown();
        }
        double estimate = fit.usableModel().parameters().get("r");
        Interval interval =
                PurchaseBootstrap.interval(one, model -> model.parameters().get("r"), 0.95);
        assertThat(interval.contains(estimate)).isTrue();
        double se = fit.uncertainty().orElseThrow().standardError("r");
        assertThat(interval.upper() - interval.lower()).isBetween(1.5 * se, 7 * se);
    }
}
