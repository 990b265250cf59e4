package org.crmkit.segmentation.band;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Even bands: the rows in order of (key, order of ties) are cut at fixed positions.
 *
 * <p>Only ties that a border runs through need an order, so nothing but their rows is collected.
 */
final class TieSplit {

    private final int bands;
    private final long[] keys;
    /** Position of the first row of score i + 2. */
    private final int[] starts;
    /** Key at that position. */
    private final long[] reached;
    /** How many rows are below that key. */
    private final int[] below;

    private final @Nullable String[] firstIds;
    private final byte[] scores;

    private TieSplit(int bands, long[] keys, int[] starts) {
        this.bands = bands;
        this.keys = keys;
        this.starts = starts;
        this.reached = new long[bands - 1];
        this.below = new int[bands - 1];
        this.firstIds = new @Nullable String[bands - 1];
        this.scores = new byte[keys.length];
        long[] sorted = SortedKeys.of(keys);
        for (int i = 0; i < starts.length; i++) {
            boolean beyond = starts[i] == sorted.length;
            reached[i] = beyond ? sorted[sorted.length - 1] + 1 : sorted[starts[i]];
            below[i] = beyond ? sorted.length : SortedKeys.countBelow(sorted, reached[i]);
        }
    }

    static TieSplit of(Banding banding, long[] keys, TieOrder order, @Nullable TieIds ids, boolean rowsAreIds) {
        boolean byRank = banding instanceof Banding.Standard standard && standard.method() == BandMethod.INPUT_ORDER;
        TieSplit split = new TieSplit(banding.bands(), keys, starts(keys.length, banding.bands(), byRank));
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
        int[] next = below.clone();
        for (int row = 0; row < keys.length; row++) {
            int tie = tieOf(keys[row]);
            if (tie < 0) {
                scores[row] = (byte) scoreOf(keys[row]);
            } else {
                scores[row] = (byte) scoreAt(next[tie]);
                if (rowsAreIds) {
                    rememberFirst(next[tie], row);
                }
                next[tie]++;
            }
        }
    }

    private void rememberFirst(int position, int row) {
        for (int i = 0; i < starts.length; i++) {
            if (starts[i] == position && isSplit(i)) {
                firstIds[i] = Integer.toString(row);
            }
        }
    }

    private void scoreByTies(TieOrder order, TieIds ids) {
        List<List<TiedRow>> ties = new ArrayList<>();
        for (int i = 0; i < reached.length; i++) {
            ties.add(new ArrayList<>());
        }
        for (int row = 0; row < keys.length; row++) {
            int tie = tieOf(keys[row]);
            if (tie < 0) {
                scores[row] = (byte) scoreOf(keys[row]);
            } else {
                ties.get(tie).add(new TiedRow(ids.get(row), row));
            }
        }
        Comparator<TiedRow> byTie = Comparator.comparing(TiedRow::id, order).thenComparingInt(TiedRow::row);
        for (int tie = 0; tie < reached.length; tie++) {
            List<TiedRow> rows = ties.get(tie);
            rows.sort(byTie);
            for (int i = 0; i < rows.size(); i++) {
                scores[rows.get(i).row()] = (byte) scoreAt(below[tie] + i);
            }
            rememberFirst(tie, rows);
        }
    }

    private void rememberFirst(int tie, List<TiedRow> rows) {
        for (int i = 0; i < starts.length; i++) {
            if (!rows.isEmpty() && isSplit(i) && reached[i] == reached[tie]) {
                firstIds[i] = rows.get(starts[i] - below[i]).id();
            }
        }
    }

    /** A border runs through a tie when it begins at a key but not with its first row. */
    private boolean isSplit(int border) {
        return starts[border] < keys.length && starts[border] > below[border];
    }

    /** Returns the first border that runs through the rows of this key, or -1. */
    private int tieOf(long key) {
        for (int i = 0; i < reached.length; i++) {
            if (reached[i] == key && isSplit(i)) {
                return i;
            }
        }
        return -1;
    }

    private int scoreOf(long key) {
        int score = 1;
        for (long from : reached) {
            score += key >= from ? 1 : 0;
        }
        return score;
    }

    private int scoreAt(int position) {
        int score = 1;
        for (int start : starts) {
            score += position >= start ? 1 : 0;
        }
        return score;
    }

    byte[] scores() {
        return scores;
    }

    Cuts cuts(Direction direction, boolean whole, TieOrder ties) {
        boolean turned = direction == Direction.LOWER_IS_BETTER;
        List<Cut> cuts = new ArrayList<>();
        for (int i = 0; i < reached.length; i++) {
            double threshold = BandFit.published(reached[i], whole, turned);
            cuts.add(BandFit.cut(reached[i], threshold, whole, turned, firstIds[i]));
        }
        return Cuts.of(bands, direction, whole, cuts, ties);
    }

    private record TiedRow(String id, int row) {}
}
