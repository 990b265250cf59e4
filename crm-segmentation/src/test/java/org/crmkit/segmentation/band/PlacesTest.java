package org.crmkit.segmentation.band;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Arrays;
import java.util.Random;
import java.util.function.LongUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Places found without sorting are those of the sorted column, whatever the column looks like. */
class PlacesTest {

    private static final long MOST = Long.MAX_VALUE - 1;

    /** Columns that would lead a search by leading bits astray. */
    enum Shape {
        FEW_VALUES(random -> random & 7),
        EVEN(random -> random % 3_000_000),
        WHOLE_LINE(random -> Math.max(-MOST, Math.min(MOST, random))),
        BOTH_ENDS(random -> random > 0 ? MOST - (random & 0xFFF) : -MOST + (random & 0xFFF)),
        ONE_FAR_OFF(random -> (random & 0x3FFF) == 0 ? MOST : random & 0x3FFFFFF),
        FAR_OFF_AT_EACH_STEP(random -> 1L << (random & 63) >>> 1),
        EQUAL(random -> -7);

        private final LongUnaryOperator draw;

        Shape(LongUnaryOperator draw) {
            this.draw = draw;
        }

        long[] column(int size) {
            Random random = new Random(11);
            return LongStream.generate(random::nextLong).map(draw).limit(size).toArray();
        }
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void keysAndCountsAreThoseOfTheSortedColumn(Shape shape) {
        for (int size : new int[] {1, 2, 511, 513, 20_000}) {
            for (Direction direction : Direction.values()) {
                long[] values = shape.column(size);
                KeyColumn column = KeyColumn.of(values, direction);
                long[] sorted =
                        IntStream.range(0, size).mapToLong(column::key).sorted().toArray();
                int[] ranks = new Random(3).ints(50, 0, size).toArray();
                Places places = Places.of(column, Arrays.stream(ranks));
                for (int rank : ranks) {
                    long key = sorted[rank];
                    assertThat(places.keyAt(rank)).isEqualTo(key);
                    assertThat(places.below(rank)).isEqualTo(SortedKeys.countBelow(sorted, key));
                    assertThat(places.upTo(rank)).isEqualTo(SortedKeys.countAtMost(sorted, key));
                }
                assertThat(values).isEqualTo(shape.column(size));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1e-300, 1e300})
    void fractionalKeysAreFoundToo(double unit) {
        double[] values = new Random(5).doubles(5_000, -unit, unit).toArray();
        Places places = Places.asGiven(KeyColumn.of(values, Direction.LOWER_IS_BETTER), IntStream.of(0, 2_500, 4_999));
        Arrays.sort(values);
        assertThat(Keys.toFractional(places.keyAt(0))).isEqualTo(values[0]);
        assertThat(Keys.toFractional(places.keyAt(2_500))).isEqualTo(values[2_500]);
        assertThat(Keys.toFractional(places.keyAt(4_999))).isEqualTo(values[4_999]);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void aPlaceNobodyAskedForIsRefused(int rank) {
        Places places = Places.of(KeyColumn.of(new long[] {5, 6, 7}, Direction.HIGHER_IS_BETTER), IntStream.of(1));
        assertThatIllegalStateException()
                .isThrownBy(() -> places.keyAt(rank))
                .withMessage("nobody asked for place " + rank);
    }
}
