package org.crmkit.lifecycle.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;

class AccuracyLawsTest {

    private static double[] array(List<Double> list) {
        return list.stream().mapToDouble(Double::doubleValue).toArray();
    }

    @Property(tries = 100)
    void perfectScoresHaveNoError(@ForAll @Size(min = 1, max = 40) List<@DoubleRange(max = 9) Double> actual) {
        Accuracy accuracy = Accuracy.of(array(actual), array(actual));
        assertThat(accuracy.meanAbsoluteError()).isZero();
        assertThat(accuracy.rootMeanSquareError()).isZero();
        accuracy.auc().ifPresent(auc -> assertThat(auc).isEqualTo(1));
    }

    @Property(tries = 100)
    void aucOfTheOppositeOrderIsTheRest(
            @ForAll @Size(30) List<@DoubleRange(max = 9) Double> scores,
            @ForAll @Size(30) List<@DoubleRange(max = 2) Double> actual) {
        double[] opposite = Arrays.stream(array(scores)).map(s -> 9 - s).toArray();
        double[] bought = Arrays.stream(array(actual)).map(a -> a > 1 ? 1 : 0).toArray();
        Accuracy.of(array(scores), bought)
                .auc()
                .ifPresent(auc -> assertThat(auc)
                        .isCloseTo(1 - Accuracy.of(opposite, bought).auc().orElseThrow(), within(0.02)));
    }

    @Property(tries = 100)
    void decilesHoldEverybodyOnce_andGainsRise(
            @ForAll @Size(min = 1, max = 60) List<@DoubleRange(max = 9) Double> scores) {
        double[] actual = new double[scores.size()];
        Arrays.setAll(actual, i -> i % 3);
        Accuracy accuracy = Accuracy.of(array(scores), actual);
        assertThat(accuracy.deciles().stream()
                        .mapToInt(Accuracy.Decile::customers)
                        .sum())
                .isEqualTo(scores.size());
        double before = 0;
        for (Accuracy.Decile decile : accuracy.deciles()) {
            assertThat(decile.gain()).isGreaterThanOrEqualTo(before);
            before = decile.gain();
        }
        assertThat(accuracy.rootMeanSquareError()).isGreaterThanOrEqualTo(accuracy.meanAbsoluteError() * (1 - 1e-12));
    }
}
