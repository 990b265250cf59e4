package org.crmkit.lifecycle.backtest;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How near scores came to what happened.
 *
 * @param scored customers with a score
 * @param abstained customers without one; they take no part in any figure
 * @param predicted sum of the scores
 * @param actual sum of what happened
 * @param meanAbsoluteError mean of |score - actual|, at least zero
 * @param rootMeanSquareError root of the mean of (score - actual)^2, at least the mean absolute error
 * @param auc chance that of a customer who bought and one who did not, the first has the higher score (ties count half); empty
 *     if all bought or none
 * @param deciles ten groups by score, best first, of nearly equal size; fewer if there are fewer customers
 */
public record Accuracy(
        int scored,
        int abstained,
        double predicted,
        double actual,
        double meanAbsoluteError,
        double rootMeanSquareError,
        OptionalDouble auc,
        List<Decile> deciles) {

    private static final int GROUPS = 10;

    /**
     * Checks the counts and copies the deciles.
     *
     * @param scored customers with a score
     * @param abstained customers without one
     * @param predicted sum of the scores
     * @param actual sum of what happened
     * @param meanAbsoluteError mean of |score - actual|, at least zero
     * @param rootMeanSquareError root of the mean of (score - actual)^2, at least the mean absolute error
     * @param auc chance that of a customer who bought and one who did not, the first has the higher score (ties
     *     count half)
     * @param deciles ten groups by score, best first, of nearly equal size
     */
    public Accuracy {
        checkArgument(scored >= 0, "scored must be at least 0, was %s", scored);
        checkArgument(abstained >= 0, "abstained must be at least 0, was %s", abstained);
        checkArgument(
                meanAbsoluteError >= 0 && meanAbsoluteError < Double.POSITIVE_INFINITY,
                "meanAbsoluteError must be finite and at least 0, was %s",
                meanAbsoluteError);
        checkArgument(
                rootMeanSquareError >= 0 && rootMeanSquareError < Double.POSITIVE_INFINITY,
                "rootMeanSquareError must be finite and at least 0, was %s",
                rootMeanSquareError);
        deciles = List.copyOf(deciles);
    }

    /**
     * One group of customers with similar scores.
     *
     * @param customers how many
     * @param meanPredicted their mean score
     * @param meanActual their mean of what happened
     * @param gain share of all that happened which fell to this group and those before it, in [0, 1]; zero if nothing happened
     */
    public record Decile(int customers, double meanPredicted, double meanActual, double gain) {}

    /**
     * Compares scores with what happened, O(n log n).
     *
     * @param predicted length n, the score of each customer; NaN where the strategy abstained
     * @param actual length n, what happened, at least zero
     * @return the figures; zeros if nobody was scored
     */
    public static Accuracy of(double[] predicted, double[] actual) {
        checkArgument(
                predicted.length == actual.length,
                "predicted and actual must have equal length, were %s and %s",
                predicted.length,
                actual.length);
        int[] order = BestFirst.rows(predicted);
        int n = order.length;
        double sum = 0;
        double happened = 0;
        double absolute = 0;
        double square = 0;
        for (int row : order) {
            double error = predicted[row] - actual[row];
            sum += predicted[row];
            happened += actual[row];
            absolute += Math.abs(error);
            square += error * error;
        }
        return new Accuracy(
                n,
                predicted.length - n,
                sum,
                happened,
                n == 0 ? 0 : absolute / n,
                n == 0 ? 0 : Math.sqrt(square / n),
                auc(order, predicted, actual),
                deciles(order, predicted, actual, happened));
    }

    /** Mann and Whitney: over runs of equal scores, from the best down. */
    private static OptionalDouble auc(int[] order, double[] predicted, double[] actual) {
        double wins = 0;
        long buyersAbove = 0;
        long others = 0;
        int i = 0;
        while (i < order.length) {
            long buyers = 0;
            long silent = 0;
            double score = predicted[order[i]];
            while (i < order.length && predicted[order[i]] == score) {
                if (actual[order[i++]] > 0) {
                    buyers++;
                } else {
                    silent++;
                }
            }
            wins += silent * (buyersAbove + 0.5 * buyers);
            buyersAbove += buyers;
            others += silent;
        }
        return buyersAbove == 0 || others == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(wins / ((double) buyersAbove * others));
    }

    private static List<Decile> deciles(int[] order, double[] predicted, double[] actual, double happened) {
        List<Decile> groups = new ArrayList<>();
        double captured = 0;
        for (int g = 0; g < GROUPS; g++) {
            int[] rows = Arrays.copyOfRange(
                    order, (int) ((long) order.length * g / GROUPS), (int) ((long) order.length * (g + 1) / GROUPS));
            if (rows.length > 0) {
                double scores = 0;
                double actuals = 0;
                for (int row : rows) {
                    scores += predicted[row];
                    actuals += actual[row];
                }
                captured += actuals;
                groups.add(new Decile(
                        rows.length,
                        scores / rows.length,
                        actuals / rows.length,
                        happened > 0 ? Math.min(1, captured / happened) : 0));
            }
        }
        return groups;
    }

    /**
     * Returns how far the total was off.
     *
     * @return predicted over actual, less one: -0.12 is twelve percent too low; empty if nothing happened
     */
    public OptionalDouble bias() {
        return actual == 0 ? OptionalDouble.empty() : OptionalDouble.of(predicted / actual - 1);
    }
}
