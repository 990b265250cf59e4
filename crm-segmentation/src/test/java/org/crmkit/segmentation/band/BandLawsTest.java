package org.crmkit.segmentation.band;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.crmkit.segmentation.band.Direction.HIGHER_IS_BETTER;
import static org.crmkit.segmentation.band.Direction.LOWER_IS_BETTER;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Laws 35 to 37, 39 to 42, 46 and 49 of banding. */
class BandLawsTest {

    @Property(tries = 400)
    void orderOfCustomersDoesNotMatter(
            @ForAll("idBandings") Banding banding,
            @ForAll("columns") long[] values,
            @ForAll Direction direction,
            @ForAll Random random) {
        int[] shuffled = IntStream.range(0, values.length).toArray();
        for (int i = shuffled.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swap = shuffled[i];
            shuffled[i] = shuffled[j];
            shuffled[j] = swap;
        }
        long[] moved = Arrays.stream(shuffled).mapToLong(row -> values[row]).toArray();
        Bands before = banding.fit(values, direction, BandLawsTest::id);
        Bands after = banding.fit(moved, direction, row -> id(shuffled[row]));
        for (int row = 0; row < moved.length; row++) {
            assertThat(after.scoreAt(row)).isEqualTo(before.scoreAt(shuffled[row]));
        }
        assertThat(after.cuts()).isEqualTo(before.cuts());
    }

    @Property(tries = 400)
    void betterNeverScoresLower(
            @ForAll("bandings") Banding banding, @ForAll("columns") long[] values, @ForAll Direction direction) {
        Bands bands = banding.fit(values, direction, BandLawsTest::id);
        for (int a = 0; a < values.length; a++) {
            for (int b = 0; b < values.length; b++) {
                long better = direction == HIGHER_IS_BETTER ? values[a] - values[b] : values[b] - values[a];
                if (better > 0) {
                    assertThat(bands.scoreAt(a)).isGreaterThanOrEqualTo(bands.scoreAt(b));
                } else if (better == 0 && !banding.splitsTies()) {
                    assertThat(bands.scoreAt(a)).isEqualTo(bands.scoreAt(b));
                }
            }
        }
    }

    @Property(tries = 300)
    void scoresLieBetweenOneAndTheNumberOfBands(
            @ForAll("bandings") Banding banding, @ForAll("columns") long[] values, @ForAll Direction direction) {
        Bands bands = banding.fit(values, direction);
        int counted = 0;
        for (int score = 1; score <= banding.bands(); score++) {
            counted += bands.sizeOf(score);
        }
        assertThat(counted).isEqualTo(values.length);
    }

    @Property(tries = 400)
    void theUnitOfTheValuesDoesNotMatter(
            @ForAll("unitFree") Banding banding,
            @ForAll("columns") long[] values,
            @ForAll Direction direction,
            @ForAll @IntRange(min = 2, max = 1000) int factor) {
        long[] scaled = Arrays.stream(values).map(v -> v * factor).toArray();
        assertThat(banding.fit(scaled, direction, BandLawsTest::id).toArray())
                .isEqualTo(banding.fit(values, direction, BandLawsTest::id).toArray());
    }

    @Property(tries = 300)
    void rankMethodsSeeOnlyTheOrder(
            @ForAll("rankBandings") Banding banding, @ForAll("columns") long[] values, @ForAll Direction direction) {
        long[] cubed = Arrays.stream(values).map(v -> v * v * v + 7 * v).toArray();
        assertThat(banding.fit(cubed, direction, BandLawsTest::id).toArray())
                .isEqualTo(banding.fit(values, direction, BandLawsTest::id).toArray());
    }

    @Property(tries = 300)
    void wholeAndFractionalColumnsAgree(
            @ForAll("bandings") Banding banding, @ForAll("columns") long[] values, @ForAll Direction direction) {
        double[] same = Arrays.stream(values).asDoubleStream().toArray();
        assertThat(banding.fit(same, direction, BandLawsTest::id).toArray())
                .isEqualTo(banding.fit(values, direction, BandLawsTest::id).toArray());
    }

    @Property(tries = 300)
    void evenTilesDifferByOneAtMost(
            @ForAll("columns") long[] values, @ForAll Direction direction, @ForAll @IntRange(min = 2, max = 9) int n) {
        for (Banding banding : List.of(Banding.ntile(n), new Banding.RandomTies(n, 7))) {
            Bands bands = banding.fit(values, direction, BandLawsTest::id);
            for (int score = 1; score <= n; score++) {
                int larger = values.length % n >= score ? 1 : 0;
                assertThat(bands.sizeOf(score)).isEqualTo(values.length / n + larger);
            }
        }
    }

    @Property(tries = 300)
    void tieKeepingBandsAreOffByTheLargestTieAtMost(
            @ForAll("tieKeeping") Banding banding, @ForAll("columns") long[] values, @ForAll Direction direction) {
        Assume.that(values.length > 0);
        Bands bands = banding.fit(values, direction);
        double largest = Arrays.stream(values)
                .map(v -> Arrays.stream(values).filter(w -> w == v).count())
                .max()
                .orElse(0);
        int atMost = 0;
        for (int score = 1; score < banding.bands(); score++) {
            atMost += bands.sizeOf(score);
            double off = Math.abs(atMost / (double) values.length - score / (double) banding.bands());
            assertThat(off).isLessThanOrEqualTo((largest + 1) / values.length + 1e-12);
        }
    }

    @Property(tries = 400)
    void turningTheValuesAroundTurnsMidRankScoresAround(
            @ForAll("columns") long[] values, @ForAll @IntRange(min = 2, max = 9) int n) {
        Bands up = Banding.midRank(n).fit(values, HIGHER_IS_BETTER);
        Bands down = Banding.midRank(n).fit(values, LOWER_IS_BETTER);
        for (int row = 0; row < values.length; row++) {
            long value = values[row];
            long below = Arrays.stream(values).filter(v -> v < value).count();
            long equal = Arrays.stream(values).filter(v -> v == value).count();
            boolean onBoundary = (2 * below + equal) * n % (2L * values.length) == 0;
            if (!onBoundary) {
                assertThat(down.scoreAt(row)).isEqualTo(n + 1 - up.scoreAt(row));
            }
        }
    }

    @Property(tries = 200)
    void aConstantColumnHasOneScore(
            @ForAll("tieKeeping") Banding banding,
            @ForAll @IntRange(min = 1, max = 40) int size,
            @ForAll @IntRange(min = -5, max = 5) int value) {
        long[] values = new long[size];
        Arrays.fill(values, value);
        Bands bands = banding.fit(values, HIGHER_IS_BETTER);
        assertThat(bands.sizeOf(bands.scoreAt(0))).isEqualTo(size);
    }

    @Property(tries = 400)
    void fittedCutsGiveTheFittedScores(
            @ForAll("idBandings") Banding banding, @ForAll("columns") long[] values, @ForAll Direction direction) {
        Bands bands = banding.fit(values, direction, BandLawsTest::id);
        double[] same = Arrays.stream(values).asDoubleStream().toArray();
        Bands fractional = banding.fit(same, direction, BandLawsTest::id);
        for (int row = 0; row < values.length; row++) {
            assertThat(bands.cuts().scoreOf(values[row], id(row))).isEqualTo(bands.scoreAt(row));
            assertThat(fractional.cuts().scoreOf(same[row], id(row))).isEqualTo(bands.scoreAt(row));
            if (!banding.splitsTies()) {
                assertThat(bands.cuts().scoreOf(values[row])).isEqualTo(bands.scoreAt(row));
            }
        }
    }

    @Property(tries = 200)
    void newCustomersScoreInOrderToo(
            @ForAll("idBandings") Banding banding, @ForAll("columns") long[] values, @ForAll Direction direction) {
        Assume.that(values.length > 0);
        Cuts cuts = banding.fit(values, direction, BandLawsTest::id).cuts();
        int last = direction == HIGHER_IS_BETTER ? 1 : banding.bands();
        for (long value = -60; value <= 60; value++) {
            int score = cuts.scoreOf(value);
            assertThat(direction == HIGHER_IS_BETTER ? score - last : last - score)
                    .isNotNegative();
            last = score;
        }
    }

    @Property(tries = 150)
    void nestedScoresStartWithTheIndependentOnesAndAreEvenInside(
            @ForAll("columns") long[] values, @ForAll Random random) {
        long[] inner = Arrays.stream(values).map(v -> random.nextInt(20)).toArray();
        NestedBands nested = NestedBands.builder()
                .add(Banding.ntile(3), values, LOWER_IS_BETTER)
                .add(Banding.ntile(4), inner, HIGHER_IS_BETTER)
                .fit(BandLawsTest::id);
        assertThat(nested.toArray(0))
                .isEqualTo(Banding.ntile(3)
                        .fit(values, LOWER_IS_BETTER, BandLawsTest::id)
                        .toArray());
        int[][] sizes = new int[3][4];
        for (int row = 0; row < values.length; row++) {
            sizes[nested.scoreAt(0, row) - 1][nested.scoreAt(1, row) - 1]++;
        }
        for (int[] group : sizes) {
            int size = Arrays.stream(group).sum();
            for (int score = 1; score <= 4; score++) {
                assertThat(group[score - 1]).isEqualTo(size / 4 + (size % 4 >= score ? 1 : 0));
            }
        }
    }

    @Property(tries = 150)
    void nestedPartsAreTheIndependentOnesOfTheirGroupWhateverTheMethod(
            @ForAll("idBandings") Banding outer,
            @ForAll("idBandings") Banding inner,
            @ForAll("columns") long[] values,
            @ForAll Random random) {
        long[] second = Arrays.stream(values).map(v -> random.nextInt(20)).toArray();
        long[] third = Arrays.stream(values).map(v -> random.nextInt(5)).toArray();
        NestedBands nested = NestedBands.builder()
                .add(outer, values, LOWER_IS_BETTER)
                .add(inner, second, HIGHER_IS_BETTER)
                .add(inner, third, HIGHER_IS_BETTER)
                .fit(BandLawsTest::id);
        assertThat(nested.toArray(0))
                .isEqualTo(outer.fit(values, LOWER_IS_BETTER, BandLawsTest::id).toArray());
        for (int row = 0; row < values.length; row++) {
            int of = row;
            int[] group = rows(values.length, other -> nested.scoreAt(0, other) == nested.scoreAt(0, of));
            int[] cell = rows(
                    values.length,
                    other -> nested.scoreAt(0, other) == nested.scoreAt(0, of)
                            && nested.scoreAt(1, other) == nested.scoreAt(1, of));
            assertThat(nested.scoreAt(1, row)).isEqualTo(scoreAmong(group, inner, second, row));
            assertThat(nested.scoreAt(2, row)).isEqualTo(scoreAmong(cell, inner, third, row));
        }
    }

    private static int[] rows(int size, IntPredicate wanted) {
        return IntStream.range(0, size).filter(wanted).toArray();
    }

    private static int scoreAmong(int[] rows, Banding banding, long[] values, int row) {
        Bands alone = banding.fit(
                Arrays.stream(rows).mapToLong(r -> values[r]).toArray(), HIGHER_IS_BETTER, i -> id(rows[i]));
        return alone.scoreAt(Arrays.binarySearch(rows, row));
    }

    @Property(tries = 200)
    void fixedScoresDoNotDependOnOtherCustomers(@ForAll("columns") long[] values, @ForAll Direction direction) {
        Bands bands = Banding.fixed(-3, 0, 5).fit(values, direction);
        for (int row = 0; row < values.length; row++) {
            assertThat(Banding.fixed(-3, 0, 5)
                            .fit(new long[] {values[row]}, direction)
                            .scoreAt(0))
                    .isEqualTo(bands.scoreAt(row));
        }
    }

    /** No other way to cut the values into as many classes leaves less: all ways are tried. */
    @Property(tries = 200)
    void naturalBreaksLeaveTheLeastSpreadInsideTheBands(
            @ForAll("fewValues") long[] values, @ForAll @IntRange(min = 2, max = 4) int n) {
        Bands bands = Banding.of(BandMethod.NATURAL_BREAKS, n).fit(values, HIGHER_IS_BETTER);
        double left = 0;
        for (int score = 1; score <= n; score++) {
            int band = score;
            left += spread(IntStream.range(0, values.length)
                    .filter(row -> bands.scoreAt(row) == band)
                    .mapToLong(row -> values[row])
                    .toArray());
        }
        long[] sorted = Arrays.stream(values).sorted().toArray();
        assertThat(left).isCloseTo(leastSpread(sorted, 0, n), within(1e-9));
    }

    private static double leastSpread(long[] sorted, int from, int classes) {
        if (classes == 1) {
            return spread(Arrays.copyOfRange(sorted, from, sorted.length));
        }
        double least = Double.POSITIVE_INFINITY;
        for (int to = from; to <= sorted.length; to++) {
            double first = spread(Arrays.copyOfRange(sorted, from, to));
            least = Math.min(least, first + leastSpread(sorted, to, classes - 1));
        }
        return least;
    }

    private static double spread(long[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        return Arrays.stream(values).mapToDouble(v -> (v - mean) * (v - mean)).sum();
    }

    @Provide
    Arbitrary<long[]> fewValues() {
        return Arbitraries.longs().between(-30, 30).array(long[].class).ofMaxSize(12);
    }

    /** Law 49: from the best down, a class is filled until it has its share, and no tie beyond that. */
    @Property(tries = 400)
    void classesOfTheBestHaveTheirShareAndNoMoreThanTheyNeed(
            @ForAll("shares") Banding.Shares banding, @ForAll("columns") long[] values, @ForAll Direction direction) {
        Bands bands = banding.fit(values, direction);
        boolean ofValue = banding.of() == ShareOf.VALUE;
        double total = share(values, row -> true, ofValue);
        for (int i = 0; i < banding.shares().size(); i++) {
            double needed = banding.shares().get(i).doubleValue() * total;
            int lowest = banding.bands() - i;
            long[] within = IntStream.range(0, values.length)
                    .filter(row -> bands.scoreAt(row) >= lowest)
                    .mapToLong(row -> values[row])
                    .toArray();
            if (total == 0) {
                assertThat(within).isEmpty();
            } else {
                long worst = direction == HIGHER_IS_BETTER
                        ? Arrays.stream(within).min().orElseThrow()
                        : Arrays.stream(within).max().orElseThrow();
                assertThat(share(values, row -> bands.scoreAt(row) >= lowest, ofValue))
                        .isGreaterThanOrEqualTo(needed - 1e-9);
                assertThat(share(within, row -> within[row] != worst, ofValue)).isLessThan(needed + 1e-9);
                assertThat(ofValue && worst <= 0).isFalse();
            }
        }
    }

    private static double share(long[] values, IntPredicate counts, boolean ofValue) {
        return IntStream.range(0, values.length)
                .filter(counts)
                .mapToDouble(row -> ofValue ? Math.max(values[row], 0) : 1)
                .sum();
    }

    @Provide
    Arbitrary<Banding> shares() {
        return Arbitraries.of(
                Banding.topCustomers(0.01, 0.05, 0.2),
                Banding.topCustomers(0.5),
                Banding.topValue(0.8, 0.95),
                Banding.topValue(0.125, 0.25, 0.5, 0.99));
    }

    private static String id(int row) {
        return "c" + row;
    }

    @Provide
    Arbitrary<long[]> columns() {
        Arbitrary<Long> tied = Arbitraries.longs().between(-4, 4);
        Arbitrary<Long> spread = Arbitraries.longs().between(-50, 50);
        return Arbitraries.oneOf(
                tied.array(long[].class).ofMaxSize(60),
                spread.array(long[].class).ofMaxSize(60));
    }

    private static final List<BandMethod> UNIT_FREE = List.of(
            BandMethod.NTILE,
            BandMethod.QUANTILE_RIGHT,
            BandMethod.QUANTILE_LEFT,
            BandMethod.CUME_DIST,
            BandMethod.MID_RANK,
            BandMethod.PERCENT_RANK,
            BandMethod.DISTINCT,
            BandMethod.EQUAL_WIDTH,
            BandMethod.NATURAL_BREAKS);

    private static Arbitrary<Banding> of(List<BandMethod> methods) {
        return Arbitraries.of(methods)
                .flatMap(method -> Arbitraries.integers().between(2, 9).map(bands -> Banding.of(method, bands)));
    }

    @Provide
    Arbitrary<Banding> unitFree() {
        return Arbitraries.oneOf(
                of(UNIT_FREE),
                shares(),
                Arbitraries.of(Banding.of(BandMethod.MEAN, 2), Banding.of(BandMethod.MEDIAN, 2)));
    }

    @Provide
    Arbitrary<Banding> rankBandings() {
        return of(List.of(BandMethod.NTILE, BandMethod.CUME_DIST, BandMethod.MID_RANK, BandMethod.PERCENT_RANK));
    }

    @Provide
    Arbitrary<Banding> tieKeeping() {
        return of(List.of(
                BandMethod.QUANTILE_RIGHT,
                BandMethod.QUANTILE_LEFT,
                BandMethod.CUME_DIST,
                BandMethod.MID_RANK,
                BandMethod.PERCENT_RANK));
    }

    @Provide
    Arbitrary<Banding> idBandings() {
        List<Banding> others = new ArrayList<>(List.of(
                new Banding.RandomTies(5, 42),
                new Banding.RfmPackage(5, 1),
                Banding.fixed(-2, 0, 3),
                Banding.fixed(0.5)));
        return Arbitraries.oneOf(unitFree(), Arbitraries.of(others));
    }

    @Provide
    Arbitrary<Banding> bandings() {
        return Arbitraries.oneOf(idBandings(), of(List.of(BandMethod.INPUT_ORDER)));
    }
}
