package org.crmkit.lifecycle.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class BestFirstTest {

    @Property(tries = 200)
    void rows_areOrderedAsAStableSortWould(@ForAll List<Double> scores) {
        double[] array = scores.stream().mapToDouble(Double::doubleValue).toArray();
        int[] expected = IntStream.range(0, array.length)
                .filter(row -> !Double.isNaN(array[row]))
                .boxed()
                .sorted((a, b) -> Double.compare(array[b], array[a]))
                .mapToInt(Integer::intValue)
                .toArray();
        assertThat(BestFirst.rows(array)).containsExactly(expected);
    }

    @Example
    void rows_equalScoresStayAsTheyStand_andNoScoreIsLeftOut() {
        double[] scores = {1, Double.NaN, 3, -2, 1, Double.POSITIVE_INFINITY, 0, -0.0, -1e-300, Double.NEGATIVE_INFINITY
        };
        assertThat(BestFirst.rows(scores)).containsExactly(5, 2, 0, 4, 6, 7, 8, 3, 9);
        assertThat(BestFirst.rows(new double[0])).isEmpty();
    }
}
