package org.crmkit.segmentation.band;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Even bands: the rows in order of (key, order of ties) are cut at fixed positions.
 *
 * <p>Only ties that a border runs through need an order, so nothing but their rows is collected. A tie goes by the score that its rows
 * would have if no border ran through it.
 */
final class TieSplit {

    /** Below all keys: the outermost numbers are refused. */
    private static final long NO_KEY = Long.MIN_VALUE;

    private final KeyColumn column;
    /** Position of the first row of score i + 2. */
    private final int[] starts;
    /** Key at that position. */
    private final long[] reached;

    private final @Nullable String[] firstIds;
    private final byte[] scores;
    /** The key of a tie that a border runs through, or a number that is no key, by score. */
    private final long[] tieKeys;
    /** Position of the next row of the tie, by score. */
    private final int[] next;
    /** How many borders lie before that position, by score. */
    private final int[] passed;

    private TieSplit(int bands, KeyColumn column, int[] starts) {
        this.column = column;
        this.starts = starts;
        this.reached = new long[bands - 1];
        this.firstIds = new @Nullable String[bands - 1];
        this.scores = new byte[column.size()];
        this.tieKeys = new long[bands + 1];
        this.next = new int[bands + 1];
        this.passed = new int[bands + 1];
        Arrays.fill(tieKeys, NO_KEY);
        int size = column.size();
        Places places = Places.of(column, Arrays.stream(starts).map(start -> Math.min(start, size - 1)));
        for (int i = 0; i < starts.length; i++) {
            // A border behind the last row is reached by the number after the highest.
            boolean beyond = starts[i] == size;
            reached[i] = beyond ? places.keyAt(size - 1) + 1 : places.keyAt(starts[i]);
            next[i + 2] = beyond ? size : places.below(starts[i]);
            tieKeys[i + 2] = starts[i] > next[i + 2] ? reached[i] : NO_KEY;
        }
    }

    static TieSplit of(Banding banding, KeyColumn column, TieOrder order, @Nullable TieIds ids, boolean rowsAreIds) {
        boolean byRank = banding instanceof Banding.Standard standard && standard.method() == BandMethod.INPUT_ORDER;
        TieSplit split = new TieSplit(banding.bands(), column, starts(column.size(), banding.bands(), byRank));
        if (ids == null && order.seed().isEmpty()) {
            split.scoreByRow(rowsAreIds);
        } else {
            split.scoreByTies(order, ids == null ? new TieIds(Integer::toString, true) : ids);
        }
        return split;
    }

    private static int[] starts(int size, int bands, boolean byRank) {
        int[] starts = new int[bands - 1];
        for (int i = 1; i < bands; i++) {
            starts[i - 1] = byRank
                    ? (int) ((size - 1L) * i / bands) + 1
                    : (int) ((long) i * (size / bands)) + Math.min(i, size % bands);
        }
        return starts;
    }

    private void scoreByRow(boolean rowsAreIds) {
        for (int row = 0; row < scores.length; row++) {
            long key = column.key(row);
            int score = BandFit.scoreOf(key, reached);
            scores[row] = (byte) (key == tieKeys[score] ? nextScore(score, row, rowsAreIds) : score);
        }
    }

    private int nextScore(int tie, int row, boolean rowsAreIds) {
        int before = passed[tie];
        int score = nextScore(tie);
        if (rowsAreIds && passed[tie] > before) {
            rememberFirst(tie, before, Integer.toString(row));
        }
        return score;
    }

    private void scoreByTies(TieOrder order, TieIds ids) {
        List<List<TiedRow>> ties = new ArrayList<>();
        for (int i = 0; i < tieKeys.length; i++) {
            ties.add(new ArrayList<>());
        }
        for (int row = 0; row < scores.length; row++) {
            long key = column.key(row);
            int score = BandFit.scoreOf(key, reached);
            scores[row] = (byte) score;
            if (key == tieKeys[score]) {
                ties.get(score).add(new TiedRow(ids.get(row), row));
            }
        }
        Comparator<TiedRow> byTie = Comparator.comparing(TiedRow::id, order).thenComparingInt(TiedRow::row);
        for (int tie = 0; tie < tieKeys.length; tie++) {
            ties.get(tie).sort(byTie);
            for (TiedRow tied : ties.get(tie)) {
                int before = passed[tie];
                scores[tied.row()] = (byte) nextScore(tie);
                rememberFirst(tie, before, tied.id());
            }
        }
    }

    /** Gives the next position in a tie away and returns its score. */
    private int nextScore(int tie) {
        int position = next[tie]++;
        int borders = passed[tie];
        while (borders < starts.length && starts[borders] <= position) {
            borders++;
        }
        passed[tie] = borders;
        return borders + 1;
    }

    /** Keeps the id of the row that was just placed for the borders that were passed with it, unless they only begin with its tie. */
    private void rememberFirst(int tie, int before, String id) {
        for (int i = before; i < passed[tie]; i++) {
            if (tieKeys[i + 2] == tieKeys[tie]) {
                firstIds[i] = id;
            }
        }
    }

    byte[] scores() {
        return scores;
    }

    List<Cut> cuts() {
        List<Cut> cuts = new ArrayList<>();
        for (int i = 0; i < reached.length; i++) {
            cuts.add(new Cut(
                    column.toPublished(reached[i]), column.toNumber(reached[i]), Optional.ofNullable(firstIds[i])));
        }
        return cuts;
    }

    private record TiedRow(String id, int row) {}
}
