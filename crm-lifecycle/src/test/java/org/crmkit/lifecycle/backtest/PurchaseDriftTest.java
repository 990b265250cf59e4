package org.crmkit.lifecycle.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.crmkit.core.strategy.Drift;
import org.crmkit.core.time.TimeGrain;
import org.crmkit.lifecycle.purchase.PurchaseHistories;
import org.crmkit.lifecycle.purchase.PurchaseHistory;
import org.crmkit.lifecycle.purchase.PurchaseModel;
import org.crmkit.lifecycle.purchase.PurchaseModelFamily;
import org.junit.jupiter.api.Test;

class PurchaseDriftTest {

    private static final PurchaseModel CDNOW =
            PurchaseModelFamily.bgNbd().model(TimeGrain.WEEK, 0.2426, 4.4136, 0.7929, 2.4259);

    /** As many customers as asked for, of ages from 27 to 39 weeks, drawn from a model. */
    private static PurchaseHistories population(PurchaseModel model, int size, long seed) {
        Random random = new Random(seed);
        int[] x = new int[size];
        double[] recency = new double[size];
        double[] age = new double[size];
        for (int i = 0; i < size; i++) {
            PurchaseHistory history = model.simulateHistory(27 + i % 13, random);
            x[i] = history.repeatPurchases();
            recency[i] = history.recency();
            age[i] = history.age();
        }
        return PurchaseHistories.of(x, recency, age);
    }

    /** The stated rate holds: of 100 unchanged populations at most ten raise an alarm of a stated 5 %. */
    @Test
    void falseAlarmsComeAtMostAtTheStatedRate() {
        int alarms = 0;
        for (int seed = 0; seed < 100; seed++) {
            alarms += PurchaseDrift.check(CDNOW, population(CDNOW, 600, seed), 0.05)
                            .drifted()
                    ? 1
                    : 0;
        }
        assertThat(alarms).isBetween(1, 10);
    }

    @Test
    void changedCustomersAreFound() {
        PurchaseModel faster = PurchaseModelFamily.bgNbd().model(TimeGrain.WEEK, 0.2426, 3.2, 0.7929, 2.4259);
        PurchaseModel moreAlike = PurchaseModelFamily.bgNbd().model(TimeGrain.WEEK, 0.6, 10.9, 0.7929, 2.4259);
        int found = 0;
        for (int seed = 0; seed < 10; seed++) {
            Drift drift = PurchaseDrift.check(CDNOW, population(faster, 1500, seed), 0.05);
            found += drift.drifted() ? 1 : 0;
            Drift shape = PurchaseDrift.check(CDNOW, population(moreAlike, 1500, seed), 0.05);
            assertThat(shape.findings()).anySatisfy(finding -> {
                assertThat(finding.name()).isEqualTo("frequency-histogram");
                assertThat(finding.drifted()).isTrue();
            });
        }
        assertThat(found).isGreaterThanOrEqualTo(8);
    }

    @Test
    void fewCustomers_sayNothing() {
        Drift drift = PurchaseDrift.check(CDNOW, population(CDNOW, 49, 1), 0.05);
        assertThat(drift.drifted()).isFalse();
        assertThat(drift.findings()).isEmpty();
        assertThatThrownBy(() -> PurchaseDrift.check(CDNOW, population(CDNOW, 60, 1), 0))
                .hasMessage("falseAlarmRate must be in (0, 1), was 0.0");
    }
}
