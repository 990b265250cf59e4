package org.crmkit.lifecycle.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AccuracyTest {

    @Test
    void figures_byHand() {
        Accuracy accuracy = Accuracy.of(new double[] {3, 1, Double.NaN, 0, 1}, new double[] {2, 0, 9, 0, 3});
        assertThat(accuracy.scored()).isEqualTo(4);
        assertThat(accuracy.abstained()).isEqualTo(1);
        assertThat(accuracy.predicted()).isEqualTo(5);
        assertThat(accuracy.actual()).isEqualTo(5);
        assertThat(accuracy.bias()).hasValue(0);
        assertThat(accuracy.meanAbsoluteError()).isEqualTo(1);
        assertThat(accuracy.rootMeanSquareError()).isCloseTo(Math.sqrt(6.0 / 4), within(1e-15));
        // buyers 3 and 1 against silent 1 and 0: won, won, tied, won
        assertThat(accuracy.auc()).hasValue(3.5 / 4);
        assertThat(accuracy.deciles()).hasSize(4);
        assertThat(accuracy.deciles().get(3).gain()).isEqualTo(1);
    }

    @Test
    void nothingToJudge_isAResult() {
        Accuracy none = Accuracy.of(new double[] {Double.NaN}, new double[] {1});
        assertThat(none.scored()).isZero();
        assertThat(none.auc()).isEmpty();
        assertThat(none.bias()).isEmpty();
        assertThat(none.deciles()).isEmpty();
        assertThatThrownBy(() -> Accuracy.of(new double[1], new double[2]))
                .hasMessage("predicted and actual must have equal length, were 1 and 2");
    }
}
