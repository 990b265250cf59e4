package org.crmkit.segmentation.band;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Columns cut one inside the other: the second within each band of the first, the third within each pair.
 *
 * <p>The combined cells come out even, which is what mailings of equal size want. The price: a score in the second column
 * says "high among customers of this recency", so scores of customers in different groups cannot be compared (IBM SPSS
 * Direct Marketing, "nested" binning, warns of the same).
 */
public final class NestedBands {

    private final NestedCuts cuts;
    private final byte[][] scores;

    private NestedBands(NestedCuts cuts, byte[][] scores) {
        this.cuts = cuts;
        this.scores = scores;
    }

    /** What is cut: a way of cutting, the values, and which end of them is better. */
    private record Column(Banding banding, long[] values, Direction direction) {

        Bands fit(long[] part, TieIds ids) {
            return BandFit.fit(banding, KeyColumn.of(part, direction), ids);
        }
    }

    /** Collects the columns, outermost first. */
    public static final class Builder {

        private final List<Column> columns = new ArrayList<>();

        private Builder() {}

        /**
         * Adds a column inside those added before.
         *
         * @param banding how it is cut within each group
         * @param values one whole number a customer, as many as in the other columns
         * @param direction which end is better
         * @return this
         */
        public Builder add(Banding banding, long[] values, Direction direction) {
            checkArgument(
                    columns.isEmpty() || columns.get(0).values().length == values.length,
                    "values must have as many rows as the first column, had %s",
                    values.length);
            columns.add(new Column(checkNotNull(banding, "banding"), values, checkNotNull(direction, "direction")));
            return this;
        }

        /**
         * Cuts the columns; split ties are split by id.
         *
         * @param ids the id of the customer in a row
         * @return the scores of the rows, and the cuts
         * @throws IllegalArgumentException if no column was added, or a value is not allowed
         */
        public NestedBands fit(IntFunction<String> ids) {
            checkNotNull(ids, "ids");
            checkArgument(!columns.isEmpty(), "columns must not be empty");
            return NestedBands.fit(columns, ids);
        }
    }

    /**
     * Starts collecting columns.
     *
     * @return a builder without columns
     */
    public static Builder builder() {
        return new Builder();
    }

    private static NestedBands fit(List<Column> columns, IntFunction<String> ids) {
        int rows = columns.get(0).values().length;
        byte[][] scores = new byte[columns.size()][rows];
        Banding splitting = columns.stream()
                .map(Column::banding)
                .filter(Banding::splitsTies)
                .findFirst()
                .orElse(columns.get(0).banding());
        boolean numeric = TieIds.of(splitting, rows, ids).numeric();
        List<List<Cuts>> levels = new ArrayList<>();
        List<Cuts> overall = new ArrayList<>();
        int[] group = new int[rows];
        int groups = 1;
        for (int level = 0; level < columns.size(); level++) {
            Column column = columns.get(level);
            overall.add(column.fit(column.values(), new TieIds(ids, numeric)).cuts());
            levels.add(fitLevel(column, group, groups, new TieIds(ids, numeric), scores[level]));
            int bands = column.banding().bands();
            for (int row = 0; row < rows; row++) {
                group[row] = group[row] * bands + scores[level][row] - 1;
            }
            groups = Math.multiplyExact(groups, bands);
        }
        return new NestedBands(new NestedCuts(levels, overall), scores);
    }

    private static List<Cuts> fitLevel(Column column, int[] group, int groups, TieIds ids, byte[] scores) {
        int[] starts = new int[groups + 1];
        for (int g : group) {
            starts[g + 1]++;
        }
        for (int g = 0; g < groups; g++) {
            starts[g + 1] += starts[g];
        }
        int[] rowsByGroup = new int[group.length];
        int[] next = starts.clone();
        for (int row = 0; row < group.length; row++) {
            rowsByGroup[next[group[row]]++] = row;
        }
        List<Cuts> cuts = new ArrayList<>();
        for (int g = 0; g < groups; g++) {
            int start = starts[g];
            long[] values = new long[starts[g + 1] - start];
            for (int i = 0; i < values.length; i++) {
                values[i] = column.values()[rowsByGroup[start + i]];
            }
            Bands bands = column.fit(values, new TieIds(i -> ids.get(rowsByGroup[start + i]), ids.numeric()));
            for (int i = 0; i < values.length; i++) {
                scores[rowsByGroup[start + i]] = (byte) bands.scoreAt(i);
            }
            cuts.add(bands.cuts());
        }
        return cuts;
    }

    /**
     * Returns a score.
     *
     * @param level the column, from zero, outermost first
     * @param row from zero
     * @return 1 to the number of bands of the column
     * @throws IndexOutOfBoundsException if there is no such column or row
     */
    public int scoreAt(int level, int row) {
        return scores[level][row];
    }

    /**
     * Returns the fitted cuts, for other customers.
     *
     * @return the cuts
     */
    public NestedCuts cuts() {
        return cuts;
    }

    /**
     * Returns a copy of the scores of a column.
     *
     * @param level the column, from zero, outermost first
     * @return one score a row
     */
    public byte[] toArray(int level) {
        return scores[level].clone();
    }
}
