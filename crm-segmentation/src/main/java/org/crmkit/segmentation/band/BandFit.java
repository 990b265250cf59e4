package org.crmkit.segmentation.band;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Fits a banding on a column of keys: a handful of places are looked up, then one pass gives the scores. */
final class BandFit {

    private BandFit() {}

    static Bands fit(Banding banding, KeyColumn column, @Nullable TieIds ids) {
        OptionalLong seed =
                banding instanceof Banding.RandomTies random ? OptionalLong.of(random.seed()) : OptionalLong.empty();
        // Without ids the numbers of the rows stand for them.
        boolean byNumber =
                banding.splitsTies() && seed.isEmpty() && column.size() > 0 && (ids == null || ids.numeric());
        TieOrder ties = new TieOrder(byNumber, seed);
        if (column.size() == 0) {
            return new Bands(cuts(banding, column, List.of(), ties), new byte[0]);
        }
        if (banding.splitsTies()) {
            boolean byInput =
                    banding instanceof Banding.Standard standard && standard.method() == BandMethod.INPUT_ORDER;
            TieSplit split = TieSplit.of(banding, column, ties, byInput ? null : ids, !byInput);
            return new Bands(cuts(banding, column, split.cuts(), ties), split.scores());
        }
        Borders borders = Borders.of(banding, column);
        Cuts cuts = cuts(banding, column, toCuts(borders, column), ties);
        return new Bands(cuts, scores(borders.reached(), column));
    }

    private static Cuts cuts(Banding banding, KeyColumn column, List<Cut> cuts, TieOrder ties) {
        return Cuts.of(banding.bands(), column.direction(), column.isWhole(), cuts, ties);
    }

    private static List<Cut> toCuts(Borders borders, KeyColumn column) {
        List<Cut> cuts = new ArrayList<>();
        for (int i = 0; i < borders.reached().length; i++) {
            cuts.add(new Cut(borders.thresholds()[i], column.toNumber(borders.reached()[i]), Optional.empty()));
        }
        return cuts;
    }

    /** Scores by the borders alone: one, and one more for each border that is reached. */
    static byte[] scores(long[] reached, KeyColumn column) {
        byte[] scores = new byte[column.size()];
        for (int row = 0; row < scores.length; row++) {
            scores[row] = (byte) scoreOf(column.key(row), reached);
        }
        return scores;
    }

    static int scoreOf(long key, long[] reached) {
        int score = 1 + reached.length;
        for (long from : reached) {
            score -= isBelow(key, from);
        }
        return score;
    }

    /**
     * Returns one if the left number is below the right one, else zero.
     *
     * <p>Not a branch: on which side of a border the next customer lies cannot be foretold. (Warren 2013, Hacker's Delight, 2-12.)
     */
    private static int isBelow(long left, long right) {
        return (int) ((left & ~right | ~(left ^ right) & left - right) >>> Long.SIZE - 1);
    }
}
