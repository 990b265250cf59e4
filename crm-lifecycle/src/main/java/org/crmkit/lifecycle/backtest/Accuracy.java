package org.crmkit.lifecycle.backtest;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How near scores came to what happened.
 *
 * @param scored customers with a score
 * @param abstained customers without one; they take no part in the other figures
 * @param actualOfAbstained sum of what happened to those: what a contender that stays silent leaves out of its judgment
 * @param predicted sum of the scores
 * @param actual sum of what happened
 * @param meanAbsoluteError mean of |score - actual|, at least zero
 * @param rootMeanSquareError root of the mean of (score - actual)^2, at least the mean absolute error
 * @param auc chance that of a customer who bought and one who did not, the first has the higher score (ties count half); empty
 *     if all bought or none
 * @param deciles ten groups by score, best first, of nearly equal size; fewer if there are fewer customers. Customers with equal scores are
 *     spread over the groups as a random order would on average
 */
public record Accuracy(
        int scored,
        int abstained,
        double actualOfAbstained,
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
     * @param actualOfAbstained sum of what happened to those
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
     * @throws IllegalArgumentException if the lengths differ, a score is infinite, or what happened is not finite and at least 0
     */
    public static Accuracy of(double[] predicted, double[] actual) {
        checkArgument(
                predicted.length == actual.length,
                "predicted and actual must have equal length, were %s and %s",
                predicted.length,
                actual.length);
        int n = 0;
        double sum = 0;
        double happened = 0;
        double toOthers = 0;
        double absolute = 0;
        double square = 0;
        for (int row = 0; row < predicted.length; row++) {
            check(row, predicted[row], actual[row]);
            if (Double.isNaN(predicted[row])) {
                toOthers += actual[row];
                continue;
            }
            double error = predicted[row] - actual[row];
            n++;
            sum += predicted[row];
            happened += actual[row];
            absolute += Math.abs(error);
            square += error * error;
        }
        ScoreGroups groups = ScoreGroups.of(predicted, actual);
        return new Accuracy(
                n,
                predicted.length - n,
                toOthers,
                sum,
                happened,
                n == 0 ? 0 : absolute / n,
                n == 0 ? 0 : Math.sqrt(square / n),
                groups.auc(),
                deciles(n, groups, happened));
    }

    private static void check(int row, double predicted, double actual) {
        if (Double.isInfinite(predicted)) {
            throw new IllegalArgumentException(
                    "predicted[" + row + "] must be finite, or NaN for an abstention, was " + predicted);
        }
        if (!(actual >= 0 && actual < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("actual[" + row + "] must be finite and at least 0, was " + actual);
        }
    }

    private static List<Decile> deciles(int n, ScoreGroups groups, double happened) {
        int parts = Math.min(n, GROUPS);
        long[] ends = new long[parts];
        for (int g = 0; g < parts; g++) {
            ends[g] = (long) n * (g + 1) / parts;
        }
        double[] scores = new double[parts];
        double[] actuals = new double[parts];
        groups.sums(ends, scores, actuals);
        List<Decile> deciles = new ArrayList<>();
        double captured = 0;
        for (int g = 0; g < parts; g++) {
            int customers = (int) (ends[g] - (g == 0 ? 0 : ends[g - 1]));
            captured += actuals[g];
            deciles.add(new Decile(
                    customers,
                    scores[g] / customers,
                    actuals[g] / customers,
                    happened > 0 ? Math.min(1, captured / happened) : 0));
        }
        return deciles;
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
