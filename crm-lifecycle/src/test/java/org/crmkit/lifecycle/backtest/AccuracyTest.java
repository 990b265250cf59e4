package org.crmkit.lifecycle.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class AccuracyTest {

    @Test
    void figures_byHand() {
        Accuracy accuracy = Accuracy.of(new double[] {3, 1, Double.NaN, 0, 1}, new double[] {2, 0, 9, 0, 3});
        assertThat(accuracy.scored()).isEqualTo(4);
        assertThat(accuracy.abstained()).isEqualTo(1);
        assertThat(accuracy.actualOfAbstained()).isEqualTo(9);
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

    /** Two good scores, then a tie of three of whom one bought: its group gets a third of him for each place it has. */
    @Test
    void ties_areSharedOutEvenly_inAnyOrderOfRows() {
        double[] scores = {5, 4, 1, 1, 1};
        Accuracy first = Accuracy.of(scores, new double[] {1, 0, 3, 0, 0});
        Accuracy last = Accuracy.of(scores, new double[] {1, 0, 0, 0, 3});
        assertThat(first).isEqualTo(last);
        assertThat(first.deciles()).extracting(Accuracy.Decile::meanActual).containsExactly(1.0, 0.0, 1.0, 1.0, 1.0);
        assertThat(first.deciles()).extracting(Accuracy.Decile::gain).containsExactly(0.25, 0.25, 0.5, 0.75, 1.0);
        // buyers 5 and 1, others 4, 1 and 1: won 3, lost 1, tied 2
        assertThat(first.auc()).hasValue((3 + 2 * 0.5) / 6);
    }

    @Test
    void constantScores_knowNothing() {
        double[] scores = new double[50];
        Arrays.fill(scores, 0.4);
        double[] actual = new double[50];
        Arrays.fill(actual, 0, 20, 1);
        Accuracy accuracy = Accuracy.of(scores, actual);
        assertThat(accuracy.auc()).hasValue(0.5);
        assertThat(accuracy.bias().orElseThrow()).isCloseTo(0, within(1e-12));
        assertThat(accuracy.deciles()).hasSize(10).allSatisfy(decile -> {
            assertThat(decile.customers()).isEqualTo(5);
            assertThat(decile.meanActual()).isCloseTo(0.4, within(1e-12));
        });
    }

    @Test
    void zeroHasOneSign() {
        assertThat(Accuracy.of(new double[] {0.0, -0.0}, new double[] {1, 0}).auc())
                .hasValue(0.5);
    }

    @Test
    void nobodyBought_orEverybody_leavesTheAucOpen() {
        double[] scores = {1, 2, 3};
        Accuracy none = Accuracy.of(scores, new double[3]);
        assertThat(none.auc()).isEmpty();
        assertThat(none.bias()).isEmpty();
        assertThat(none.meanAbsoluteError()).isEqualTo(2);
        assertThat(none.deciles())
                .allSatisfy(decile -> assertThat(decile.gain()).isZero());
        assertThat(Accuracy.of(scores, new double[] {1, 1, 1}).auc()).isEmpty();
        assertThat(Accuracy.of(new double[0], new double[0]).deciles()).isEmpty();
    }

    @Test
    void whatCannotHappen_isNamed() {
        double[] one = {1};
        assertThatThrownBy(() -> Accuracy.of(new double[] {Double.POSITIVE_INFINITY}, one))
                .hasMessage("predicted[0] must be finite, or NaN for an abstention, was Infinity");
        for (double actual : new double[] {Double.NaN, -1, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> Accuracy.of(one, new double[] {actual}))
                    .hasMessage("actual[0] must be finite and at least 0, was " + actual);
        }
    }
}
