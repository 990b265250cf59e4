package org.crmkit.lifecycle.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
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

    /** All pairs of a buyer and another, counted one by one. */
    @Property(tries = 100)
    void aucIsTheShareOfPairsInTheRightOrder(
            @ForAll @Size(min = 2, max = 30) List<@IntRange(max = 6) Integer> scores, @ForAll long seed) {
        double[] predicted = scores.stream().mapToDouble(Integer::doubleValue).toArray();
        Random random = new Random(seed);
        double[] actual = Arrays.stream(predicted).map(s -> random.nextInt(2)).toArray();
        double won = 0;
        int pairs = 0;
        for (int i = 0; i < actual.length; i++) {
            for (int j = 0; j < actual.length; j++) {
                if (actual[i] > actual[j]) {
                    pairs++;
                    won += predicted[i] > predicted[j] ? 1 : predicted[i] == predicted[j] ? 0.5 : 0;
                }
            }
        }
        OptionalDouble auc = Accuracy.of(predicted, actual).auc();
        assertThat(auc.isPresent()).isEqualTo(pairs > 0);
        if (pairs > 0) {
            assertThat(auc.getAsDouble()).isCloseTo(won / pairs, within(1e-12));
        }
    }

    @Property(tries = 100)
    void orderOfCustomersDoesNotMatter(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(max = 9) Integer> scores, @ForAll long seed) {
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < scores.size(); i++) {
            rows.add(new double[] {scores.get(i) == 9 ? Double.NaN : scores.get(i), i % 4});
        }
        Accuracy before = accuracy(rows);
        Collections.shuffle(rows, new Random(seed));
        // sums of whole numbers are exact in any order
        assertThat(accuracy(rows)).isEqualTo(before);
    }

    private static Accuracy accuracy(List<double[]> rows) {
        return Accuracy.of(
                rows.stream().mapToDouble(row -> row[0]).toArray(),
                rows.stream().mapToDouble(row -> row[1]).toArray());
    }
}
