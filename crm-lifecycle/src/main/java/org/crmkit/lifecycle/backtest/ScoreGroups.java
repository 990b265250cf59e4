package org.crmkit.lifecycle.backtest;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * The scored customers of a holdout by score, best first; customers with equal scores are one group.
 *
 * <p>Nothing tells such customers apart, so every figure is what a random order among them would give on average: it does not depend on the
 * order of rows. O(n log n), 40 bytes a different score.
 */
final class ScoreGroups {

    private final double[] scores;
    private final long[] customers;
    private final long[] buyers;
    private final double[] happened;

    private ScoreGroups(double[] ascending) {
        int n = 0;
        for (int i = 0; i < ascending.length; i++) {
            if (i == 0 || ascending[i] != ascending[i - 1]) {
                ascending[n++] = ascending[i];
            }
        }
        scores = Arrays.copyOf(ascending, n);
        customers = new long[n];
        buyers = new long[n];
        happened = new double[n];
    }

    /** Groups the rows that have a score. */
    static ScoreGroups of(double[] predicted, double[] actual) {
        double[] scored = new double[predicted.length];
        int n = 0;
        for (double score : predicted) {
            if (!Double.isNaN(score)) {
                // the sum makes a positive zero of a negative one
                scored[n++] = score + 0.0;
            }
        }
        double[] ascending = Arrays.copyOf(scored, n);
        Arrays.sort(ascending);
        ScoreGroups groups = new ScoreGroups(ascending);
        for (int row = 0; row < predicted.length; row++) {
            if (!Double.isNaN(predicted[row])) {
                groups.add(predicted[row] + 0.0, actual[row]);
            }
        }
        return groups;
    }

    private void add(double score, double actual) {
        int group = Arrays.binarySearch(scores, score);
        customers[group]++;
        buyers[group] += actual > 0 ? 1 : 0;
        happened[group] += actual;
    }

    /** Mann and Whitney: the chance that a buyer stands above one who did not buy, equal scores counting half. */
    OptionalDouble auc() {
        double wins = 0;
        long buyersAbove = 0;
        long others = 0;
        for (int g = scores.length - 1; g >= 0; g--) {
            long silent = customers[g] - buyers[g];
            wins += silent * (buyersAbove + 0.5 * buyers[g]);
            buyersAbove += buyers[g];
            others += silent;
        }
        return buyersAbove == 0 || others == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(wins / ((double) buyersAbove * others));
    }

    /** Fills the sums of scores and of what happened over the customers at the given ranks, the best score having rank 0. */
    void sums(long[] ends, double[] sumOfScores, double[] sumOfActuals) {
        int part = 0;
        long rank = 0;
        for (int g = scores.length - 1; g >= 0; g--) {
            long left = customers[g];
            while (left > 0) {
                while (rank == ends[part]) {
                    part++;
                }
                long here = Math.min(left, ends[part] - rank);
                sumOfScores[part] += here * scores[g];
                sumOfActuals[part] += happened[g] * here / customers[g];
                left -= here;
                rank += here;
            }
        }
    }
}
