package org.crmkit.segmentation.band;

import java.util.Arrays;

/**
 * Where the values of a column fall apart by themselves: classes with the least sum of squared distances from their means.
 *
 * <p>The best classes of sorted values are runs, so they are found exactly (Fisher 1958, On Grouping for Maximum Homogeneity, doi
 * 10.1080/01621459.1958.10501479), column by column of the table {@code cost(m, j) = min over i of cost(m - 1, i - 1) + spread(i, j)}; the
 * best i rises with j, so that halving finds a row in O(d log d) for d distinct values. Jenks' natural breaks and one-dimensional k-means
 * look for the same (Wang and Song 2011, doi 10.32614/RJ-2011-015).
 *
 * <p>Sums are kept in pairs of doubles: the spread of values that lie close together far from the others is a small difference of
 * large numbers.
 */
final class NaturalBreaks {

    /** Of two ways that differ by no more than rounding the one with the lower break is taken. */
    private static final double SAME = 1e-12;

    private final long[] upTo;
    private final double[] sum;
    private final double[] sumRest;
    private final double[] squares;
    private final double[] squaresRest;

    /** Takes distinct numbers in rising order, and how many rows each has. */
    private NaturalBreaks(double[] values, int[] rows) {
        int size = values.length;
        this.upTo = new long[size + 1];
        this.sum = new double[size + 1];
        this.sumRest = new double[size + 1];
        this.squares = new double[size + 1];
        this.squaresRest = new double[size + 1];
        // A power of two, so nothing is lost, and squares neither overflow nor vanish.
        int down = -Math.max(Math.getExponent(values[0]), Math.getExponent(values[size - 1]));
        double middle = Math.scalb(values[size / 2], down);
        for (int i = 0; i < size; i++) {
            double value = Math.scalb(values[i], down) - middle;
            double square = value * value;
            double squareRest = Math.fma(value, value, -square);
            upTo[i + 1] = upTo[i] + rows[i];
            add(sum, sumRest, i, value * rows[i], Math.fma(value, rows[i], -(value * rows[i])));
            add(
                    squares,
                    squaresRest,
                    i,
                    square * rows[i],
                    Math.fma(square, rows[i], -(square * rows[i])) + squareRest * rows[i]);
        }
    }

    /** Knuth's exact sum, and the rests together. */
    private static void add(double[] sums, double[] rests, int at, double term, double termRest) {
        double total = sums[at] + term;
        double shift = total - sums[at];
        double lost = sums[at] - (total - shift) + (term - shift);
        double rest = rests[at] + lost + termRest;
        sums[at + 1] = total + rest;
        rests[at + 1] = rest - (sums[at + 1] - total);
    }

    /**
     * Returns the index of the highest value of each class but the last.
     *
     * @param values distinct, in rising order
     * @param rows how many rows have each
     * @param classes at most as many as values
     */
    static int[] highest(double[] values, int[] rows, int classes) {
        NaturalBreaks breaks = new NaturalBreaks(values, rows);
        int size = values.length;
        double[] cost = new double[size];
        for (int last = 0; last < size; last++) {
            cost[last] = breaks.spread(0, last);
        }
        int[][] firsts = new int[classes][];
        for (int m = 1; m < classes; m++) {
            double[] next = new double[size];
            firsts[m] = new int[size];
            Arrays.fill(next, 0, m, Double.POSITIVE_INFINITY);
            breaks.fill(cost, next, firsts[m], m, size - 1, m, size - 1);
            cost = next;
        }
        int[] highest = new int[classes - 1];
        int last = size - 1;
        for (int m = classes - 1; m > 0; m--) {
            last = firsts[m][last] - 1;
            highest[m - 1] = last;
        }
        return highest;
    }

    /** Fills the costs from {@code from} to {@code to}, whose last class begins between {@code low} and {@code high}. */
    private void fill(double[] cost, double[] next, int[] first, int from, int to, int low, int high) {
        if (from > to) {
            return;
        }
        int middle = (from + to) >>> 1;
        double best = Double.POSITIVE_INFINITY;
        int begins = low;
        for (int i = low; i <= Math.min(high, middle); i++) {
            double with = cost[i - 1] + spread(i, middle);
            if (with < best - SAME * best || best == Double.POSITIVE_INFINITY) {
                best = with;
                begins = i;
            }
        }
        next[middle] = best;
        first[middle] = begins;
        fill(cost, next, first, from, middle - 1, low, begins);
        fill(cost, next, first, middle + 1, to, begins, high);
    }

    /** Sum of squared distances from the mean, {@code squares - sum^2 / n}, of the values from one to another. */
    private double spread(int from, int last) {
        double n = upTo[last + 1] - upTo[from];
        double total = sum[last + 1] - sum[from];
        double shift = total - sum[last + 1];
        double rest = sum[last + 1] - (total - shift) - (sum[from] + shift) + (sumRest[last + 1] - sumRest[from]);
        double product = total * total;
        double productRest = Math.fma(total, total, -product) + 2 * total * rest;
        double ofMean = product / n;
        double ofMeanRest = (Math.fma(-ofMean, n, product) + productRest) / n;
        double all = squares[last + 1] - squares[from];
        double back = all - squares[last + 1];
        double allRest =
                squares[last + 1] - (all - back) - (squares[from] + back) + (squaresRest[last + 1] - squaresRest[from]);
        return Math.max(0, all - ofMean + (allRest - ofMeanRest));
    }
}
