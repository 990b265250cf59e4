package org.crmkit.segmentation.band;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.crmkit.segmentation.band.Direction.HIGHER_IS_BETTER;
import static org.crmkit.segmentation.band.Direction.LOWER_IS_BETTER;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BandingTest {

    /** Worked by hand from the definitions; four equal values and one higher, three bands. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            NTILE,          11223
            INPUT_ORDER,    11233
            QUANTILE_RIGHT, 11113
            QUANTILE_LEFT,  33333
            CUME_DIST,      33333
            MID_RANK,       22223
            PERCENT_RANK,   11113
            DISTINCT,       11113
            EQUAL_WIDTH,    11113
            NATURAL_BREAKS, 11112
            """)
    void fit_fourEqualAndOneHigher(BandMethod method, String expected) {
        Bands bands = Banding.of(method, 3).fit(new long[] {7, 7, 7, 7, 9}, HIGHER_IS_BETTER);
        assertThat(text(bands)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            NTILE,          1, 12, 5
            INPUT_ORDER,    1, 15, 5
            QUANTILE_RIGHT, 1, 15, 1
            QUANTILE_LEFT,  5, 15, 5
            CUME_DIST,      5, 35, 5
            MID_RANK,       3, 24, 3
            PERCENT_RANK,   1, 15, 1
            DISTINCT,       1, 15, 1
            EQUAL_WIDTH,    1, 15, 1
            NATURAL_BREAKS, 1, 12, 1
            """)
    void fit_oneTwoAndEqualValues(BandMethod method, String one, String two, int equal) {
        Banding banding = Banding.of(method, 5);
        assertThat(text(banding.fit(new long[] {4}, HIGHER_IS_BETTER))).isEqualTo(one);
        assertThat(text(banding.fit(new long[] {4, 8}, HIGHER_IS_BETTER))).isEqualTo(two);
        if (!banding.splitsTies()) {
            assertThat(banding.fit(new long[] {4, 4, 4}, HIGHER_IS_BETTER).sizeOf(equal))
                    .isEqualTo(3);
        }
    }

    @Test
    void fit_noValues_scoresNobody() {
        Bands bands = Banding.ntile(5).fit(new long[0], HIGHER_IS_BETTER);
        assertThat(bands.size()).isZero();
        assertThat(bands.cuts().isEmpty()).isTrue();
        assertThatIllegalStateException()
                .isThrownBy(() -> bands.cuts().scoreOf(3))
                .withMessage("these cuts were fitted on no customers");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.MAX_VALUE})
    void fit_refusesWhatHasNoPlaceWithItsIndex(double bad) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Banding.quantile(5).fit(new double[] {1, 2, bad}, HIGHER_IS_BETTER))
                .withMessage("values[2] must be in (-1.797E308, 1.797E308), was " + bad);
    }

    @Test
    void fit_refusesTheOutermostLongsWithTheirIndex() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Banding.quantile(5).fit(new long[] {1, Long.MIN_VALUE}, HIGHER_IS_BETTER))
                .withMessage("values[1] must be in (-2^63, 2^63 - 1), was -9223372036854775808");
    }

    @Test
    void fit_hugeNumbersStayExact() {
        long max = Long.MAX_VALUE - 1;
        long[] values = {-max, -max, max, max};
        for (BandMethod method : BandMethod.values()) {
            assertThat(text(Banding.of(method, 2).fit(values, HIGHER_IS_BETTER)))
                    .as("%s", method)
                    .isEqualTo("1122");
        }
        double most = Math.nextDown(Double.MAX_VALUE);
        assertThat(text(Banding.of(BandMethod.MEAN, 2).fit(new double[] {-most, most, most}, HIGHER_IS_BETTER)))
                .isEqualTo("122");
    }

    @Test
    void fit_negativeZeroIsZero() {
        Bands bands = Banding.midRank(3).fit(new double[] {-0.0, 0.0, 0.0, -0.0}, LOWER_IS_BETTER);
        assertThat(text(bands)).isEqualTo("2222");
        assertThat(bands.cuts().scoreOf(-0.0))
                .isEqualTo(bands.cuts().scoreOf(0.0))
                .isEqualTo(2);
    }

    /** 0.6 * 5 in floating point is 3, but 0.6 * 35 is 21 and 0.7 * 10 is 7.000000000000001 in other engines. */
    @Test
    void fit_valuesOnAThresholdStayBelowIt() {
        for (int size = 11; size <= 101; size += 10) {
            long[] values = new long[size];
            Arrays.setAll(values, i -> i);
            Bands bands = Banding.quantile(10).fit(values, HIGHER_IS_BETTER);
            for (int i = 1; i < 10; i++) {
                assertThat(bands.scoreAt((size - 1) / 10 * i)).isEqualTo(i);
            }
        }
    }

    @Test
    void fit_manyValues_sortsTheThreeWays() {
        Random random = new Random(5);
        for (long bound : new long[] {50, 3_000_000, Long.MAX_VALUE}) {
            long[] values = random.longs(5_000, -bound / 2, bound / 2).toArray();
            long[] sorted = values.clone();
            Arrays.sort(sorted);
            assertThat(SortedKeys.of(values)).isEqualTo(sorted);
        }
    }

    @Test
    void ntile_newCustomersArePlacedByValueThenId() {
        String[] ids = {"ann", "bob", "cas", "dov"};
        Cuts cuts = Banding.ntile(2)
                .fit(new long[] {1, 1, 1, 1}, HIGHER_IS_BETTER, row -> ids[row])
                .cuts();
        assertThat(cuts.cuts()).containsExactly(new Cut(1, BigDecimal.ONE, Optional.of("cas")));
        assertThat(cuts.scoreOf(1, "bud")).isEqualTo(1);
        assertThat(cuts.scoreOf(1, "cash")).isEqualTo(2);
        assertThat(cuts.scoreOf(0, "zoe")).isEqualTo(1);
        assertThat(cuts.scoreOf(1)).isEqualTo(2);
    }

    @Test
    void ids_areOrderedByCodePoint() {
        assertThat(TieOrder.compareCodePoints("\uE000", "\uD83D\uDE00")).isNegative();
        assertThat("\uE000".compareTo("\uD83D\uDE00")).isPositive();
        assertThat(TieOrder.compareCodePoints("a", "ab")).isNegative();
    }

    @Test
    void ids_areOrderedAsNumbersWhereAllAre() {
        String[] ids = {"9", "10", "11", "100"};
        Bands numbers = Banding.ntile(2).fit(new long[4], HIGHER_IS_BETTER, row -> ids[row]);
        assertThat(text(numbers)).isEqualTo("1122");
        assertThat(numbers.cuts().scoreOf(0, "x")).isEqualTo(2);
        String[] mixed = {"9", "10", "11", "x"};
        Bands texts = Banding.ntile(2).fit(new long[4], HIGHER_IS_BETTER, row -> mixed[row]);
        assertThat(text(texts)).isEqualTo("2112");
    }

    @Test
    void randomTies_dependOnTheSeedAlone() {
        long[] values = new long[200];
        String first = text(new Banding.RandomTies(5, 1).fit(values, HIGHER_IS_BETTER));
        assertThat(text(new Banding.RandomTies(5, 1).fit(values, HIGHER_IS_BETTER)))
                .isEqualTo(first);
        assertThat(text(new Banding.RandomTies(5, 2).fit(values, HIGHER_IS_BETTER)))
                .isNotEqualTo(first);
    }

    @Test
    void inputOrder_dependsOnTheOrderOfRows() {
        Banding banding = Banding.of(BandMethod.INPUT_ORDER, 2);
        assertThat(text(banding.fit(new long[] {3, 3, 3, 3}, HIGHER_IS_BETTER, row -> "c" + (9 - row))))
                .isEqualTo("1122");
    }

    @Test
    void meanAndMedian_haveTwoBands() {
        long[] values = {1, 2, 3, 10};
        assertThat(text(Banding.of(BandMethod.MEAN, 2).fit(values, HIGHER_IS_BETTER)))
                .isEqualTo("1112");
        assertThat(text(Banding.of(BandMethod.MEDIAN, 2).fit(values, HIGHER_IS_BETTER)))
                .isEqualTo("1122");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Banding.of(BandMethod.MEAN, 5))
                .withMessage("bands must be 2 for MEAN, was 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Banding.of(BandMethod.NATURAL_BREAKS, 21))
                .withMessage("bands must be at most 20 for NATURAL_BREAKS, was 21");
    }

    /** Three crowds, one of them close together and far from the others. */
    @Test
    void naturalBreaks_findTheCrowds() {
        long far = 1L << 52;
        long[] values = {far, 1, far + 9, 2, far + 1, 3, far + 8};
        assertThat(text(Banding.of(BandMethod.NATURAL_BREAKS, 3).fit(values, HIGHER_IS_BETTER)))
                .isEqualTo("2131213");
        assertThat(text(Banding.of(BandMethod.NATURAL_BREAKS, 3).fit(values, LOWER_IS_BETTER)))
                .isEqualTo("2313231");
        double[] tiny = Arrays.stream(values).mapToDouble(v -> v * 1e-300).toArray();
        assertThat(text(Banding.of(BandMethod.NATURAL_BREAKS, 2).fit(tiny, HIGHER_IS_BETTER)))
                .isEqualTo("2121212");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1, 101})
    void of_refusesTooFewOrTooManyBands(int bands) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Banding.ntile(bands))
                .withMessage("bands must be in [2, 100], was " + bands);
    }

    @Test
    void fixed_refusesUnorderedAndUnheardOfCutPoints() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Banding.fixed(3, 3))
                .withMessage("cutPoints must be strictly rising, were [3, 3]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Banding.fixed(1.0, Double.NaN))
                .withMessage("cutPoints must be finite, was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Banding.Fixed(List.of(new BigDecimal("1E+999999999"))))
                .withMessageStartingWith("cutPoints must lie within the range of a double");
        assertThat(new Banding.Fixed(List.of(new BigDecimal("100.00")))).isEqualTo(Banding.fixed(100));
    }

    /** Worked by hand: of 100 in all, 60 and 25 and 10 and two of 2.5; a debt and a zero have no part in it. */
    @Test
    void shares_fillFromTheBest() {
        double[] values = {-40, 0, 2.5, 2.5, 10, 25, 60};
        assertThat(text(Banding.topValue(0.8, 0.95).fit(values, HIGHER_IS_BETTER)))
                .isEqualTo("1111233");
        assertThat(text(Banding.topValue(0.6, 0.96).fit(values, HIGHER_IS_BETTER)))
                .isEqualTo("1122223");
        assertThat(text(Banding.topCustomers(0.1, 0.5).fit(values, HIGHER_IS_BETTER)))
                .isEqualTo("1122223");
        assertThat(text(Banding.topCustomers(0.1, 0.5).fit(values, LOWER_IS_BETTER)))
                .isEqualTo("3222111");
        assertThat(text(Banding.topValue(0.5).fit(new long[] {-3, 0, 0}, HIGHER_IS_BETTER)))
                .isEqualTo("111");
        long most = Long.MAX_VALUE - 1;
        assertThat(text(Banding.topValue(0.5, 0.9).fit(new long[] {most, most, most}, HIGHER_IS_BETTER)))
                .isEqualTo("333");
    }

    @Test
    void shares_refuseWhatIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Banding.topValue(0.8, 0.8))
                .withMessage("shares must rise strictly between 0 and 1, were [0.8, 0.8]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Banding.topCustomers(0.2, Double.NaN))
                .withMessage("shares must be finite, was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Banding.topCustomers())
                .withMessage("shares must be 1 to 99 numbers, were 0");
    }

    @Test
    void cuts_refuseWhatNoFitGives() {
        Cut one = new Cut(1, BigDecimal.ONE, Optional.empty());
        Cut half = new Cut(0.5, new BigDecimal("0.5"), Optional.empty());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cuts.of(3, HIGHER_IS_BETTER, true, List.of(one), TieOrder.TEXT))
                .withMessage("cuts must be none or 2 for 3 bands, were 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cuts.of(3, HIGHER_IS_BETTER, false, List.of(one, half), TieOrder.TEXT))
                .withMessageStartingWith("cuts must not fall");
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Cuts.of(2, HIGHER_IS_BETTER, true, List.of(half), TieOrder.TEXT));
    }

    @Test
    void scoreOf_infinitiesAreAtTheEnds() {
        Cuts cuts = Banding.quantile(4)
                .fit(new double[] {1, 2, 3, 4, 5}, HIGHER_IS_BETTER)
                .cuts();
        assertThat(cuts.scoreOf(Double.NEGATIVE_INFINITY)).isEqualTo(1);
        assertThat(cuts.scoreOf(Double.POSITIVE_INFINITY)).isEqualTo(4);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cuts.scoreOf(Double.NaN))
                .withMessage("value must be a number, was NaN");
        assertThatIllegalStateException()
                .isThrownBy(() -> cuts.scoreOf(3L))
                .withMessage("these cuts were fitted on fractional numbers");
    }

    private static String text(Bands bands) {
        StringBuilder text = new StringBuilder();
        for (byte score : bands.toArray()) {
            text.append(score);
        }
        return text.toString();
    }
}
