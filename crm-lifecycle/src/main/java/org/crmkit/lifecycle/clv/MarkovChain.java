package org.crmkit.lifecycle.clv;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/**
 * Customers who move between states from period to period, and what that is worth.
 *
 * <p>A state is whatever sorts customers: how long since the last purchase, a grade, a stage. Row i of the matrix holds
 * the chances to be in each state one period later. With a contribution for each state the value of a customer in it
 * follows by linear algebra; a negative value says: stop spending on him.
 *
 * <p>Source: Pfeifer and Carraway (2000), Modeling customer relationships as Markov chains, Journal of Interactive
 * Marketing 14(2), doi:10.1002/(SICI)1520-6653(200021)14:2&lt;43::AID-DIR4&gt;3.0.CO;2-H; Kemeny and Snell (1960),
 * Finite Markov chains, chapter 3, for absorbing chains.
 */
public final class MarkovChain {

    /** Rows written with nine decimals still count as probabilities. */
    private static final double ROW_TOLERANCE = 1e-9;

    private final List<String> states;
    private final double[][] probabilities;

    private MarkovChain(List<String> states, double[][] probabilities) {
        this.states = states;
        this.probabilities = probabilities;
    }

    /**
     * Returns a chain of known probabilities.
     *
     * @param states the names of the n states, all different
     * @param probabilities n rows of n values in [0, 1]; a row holds the chances from that state and adds up to one
     * @return the chain
     * @throws IllegalArgumentException if the shape is wrong, a value is out of range or a row does not add up
     */
    public static MarkovChain of(List<String> states, double[][] probabilities) {
        List<String> names = List.copyOf(states);
        int n = names.size();
        checkArgument(n >= 1, "states must not be empty");
        checkArgument(ImmutableSet.copyOf(names).size() == n, "states must be all different, were %s", names);
        checkArgument(probabilities.length == n, "probabilities must have %s rows, had %s", n, probabilities.length);
        double[][] copy = new double[n][];
        for (int i = 0; i < n; i++) {
            copy[i] = probabilities[i].clone();
            checkRow(names.get(i), copy[i], n);
        }
        return new MarkovChain(names, copy);
    }

    private static void checkRow(String state, double[] row, int n) {
        checkArgument(row.length == n, "row of %s must have %s values, had %s", state, n, row.length);
        double sum = 0;
        for (double p : row) {
            checkArgument(p >= 0 && p <= 1, "row of %s must hold values in [0, 1], held %s", state, p);
            sum += p;
        }
        checkArgument(Math.abs(sum - 1) <= ROW_TOLERANCE, "row of %s must add up to 1, was %s", state, sum);
    }

    /**
     * Returns the chain that makes the observed moves most likely.
     *
     * @param states the names of the n states, all different
     * @param moves n rows of n counts: how often a customer in the row's state was in the column's state one period later
     * @param smoothing added to each count, at least zero; one is Laplace's rule, zero plain shares. A state that
     *     nobody was seen to leave, with no smoothing, keeps its customers
     * @return the chain
     */
    public static MarkovChain fromCounts(List<String> states, double[][] moves, double smoothing) {
        checkArgument(
                smoothing >= 0 && smoothing < Double.POSITIVE_INFINITY,
                "smoothing must be finite and at least 0, was %s",
                smoothing);
        int n = states.size();
        checkArgument(moves.length == n, "moves must have %s rows, had %s", n, moves.length);
        double[][] shares = new double[n][n];
        for (int i = 0; i < n; i++) {
            checkArgument(moves[i].length == n, "moves[%s] must have %s values, had %s", i, n, moves[i].length);
            double total = 0;
            for (int j = 0; j < n; j++) {
                if (!(moves[i][j] >= 0 && moves[i][j] < Double.POSITIVE_INFINITY)) {
                    throw new IllegalArgumentException(
                            "moves[" + i + "] must hold finite counts of at least 0, held " + moves[i][j]);
                }
                shares[i][j] = moves[i][j] + smoothing;
                total += shares[i][j];
            }
            for (int j = 0; j < n; j++) {
                shares[i][j] = total > 0 ? shares[i][j] / total : (i == j ? 1 : 0);
            }
        }
        return of(states, shares);
    }

    /**
     * Returns the chain fitted to histories, each a sequence of states.
     *
     * @param histories the states of one customer each, period by period; a state that occurs nowhere is not in the chain
     * @param smoothing as in {@link #fromCounts}
     * @return the chain, its states in natural order of their names
     */
    public static MarkovChain fit(List<List<String>> histories, double smoothing) {
        List<String> states =
                histories.stream().flatMap(List::stream).distinct().sorted().toList();
        double[][] moves = new double[states.size()][states.size()];
        for (List<String> history : histories) {
            for (int i = 1; i < history.size(); i++) {
                // states are sorted
                int from = Collections.binarySearch(states, history.get(i - 1));
                moves[from][Collections.binarySearch(states, history.get(i))]++;
            }
        }
        return fromCounts(states, moves, smoothing);
    }

    /**
     * Returns the names of the states, in the order of rows and columns.
     *
     * @return an unmodifiable list
     */
    public List<String> states() {
        return states;
    }

    /**
     * Returns the position of a state.
     *
     * @param state its name
     * @return its index, or empty for an unknown state
     */
    public OptionalInt indexOf(String state) {
        int index = states.indexOf(checkNotNull(state, "state"));
        return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
    }

    /**
     * Returns the chance to move from one state to another within a period.
     *
     * @param from index of the state now
     * @param to index of the state one period later
     * @return in [0, 1]
     */
    public double probability(int from, int to) {
        return probabilities[from][to];
    }

    /**
     * Returns all chances to move.
     *
     * @return a new matrix; a row holds the chances from one state
     */
    public double[][] probabilities() {
        double[][] copy = new double[probabilities.length][];
        Arrays.setAll(copy, i -> probabilities[i].clone());
        return copy;
    }

    /**
     * Returns the value of a customer in each state, over all future.
     *
     * <p>{@code V = (I - P/(1+d))^-1 R}: the contribution of the present period counts in full.
     *
     * @param contributions length n, what a customer in each state brings (or costs) in a period
     * @param discountRatePerPeriod d, above zero (of one period of the chain, not of a year)
     * @return length n, finite
     */
    public double[] value(double[] contributions, double discountRatePerPeriod) {
        checkContributions(contributions);
        checkArgument(
                discountRatePerPeriod > 0 && discountRatePerPeriod < Double.POSITIVE_INFINITY,
                "discountRatePerPeriod must be finite and above 0, was %s",
                discountRatePerPeriod);
        RealMatrix system = MatrixUtils.createRealIdentityMatrix(states.size())
                .subtract(new Array2DRowRealMatrix(probabilities).scalarMultiply(1 / (1 + discountRatePerPeriod)));
        RealVector value = new LUDecomposition(system).getSolver().solve(new ArrayRealVector(contributions));
        return value.toArray();
    }

    /**
     * Returns the value of a customer in each state, over the present and some following periods.
     *
     * <p>{@code V = sum over k = 0 .. T of (P/(1+d))^k R}.
     *
     * @param contributions length n, what a customer in each state brings (or costs) in a period
     * @param discountRatePerPeriod d, at least zero (of one period of the chain, not of a year)
     * @param furtherPeriods T, at least zero: zero counts the present period alone
     * @return length n, finite
     */
    public double[] value(double[] contributions, double discountRatePerPeriod, int furtherPeriods) {
        checkContributions(contributions);
        checkArgument(
                discountRatePerPeriod >= 0 && discountRatePerPeriod < Double.POSITIVE_INFINITY,
                "discountRatePerPeriod must be finite and at least 0, was %s",
                discountRatePerPeriod);
        checkArgument(furtherPeriods >= 0, "furtherPeriods must be at least 0, was %s", furtherPeriods);
        // Horner's rule: V_k = R + P V_(k-1) / (1+d)
        double[] value = contributions.clone();
        for (int k = 0; k < furtherPeriods; k++) {
            double[] next = new double[value.length];
            for (int i = 0; i < next.length; i++) {
                next[i] = contributions[i] + expectation(i, value) / (1 + discountRatePerPeriod);
            }
            value = next;
        }
        return value;
    }

    private double expectation(int from, double[] value) {
        double sum = 0;
        for (int j = 0; j < value.length; j++) {
            sum += probabilities[from][j] * value[j];
        }
        return sum;
    }

    private void checkContributions(double[] contributions) {
        checkArgument(
                contributions.length == states.size(),
                "contributions must have length %s, had %s",
                states.size(),
                contributions.length);
        for (double contribution : contributions) {
            checkArgument(Double.isFinite(contribution), "contributions must be finite, held %s", contribution);
        }
    }

    /**
     * Returns the expected number of periods in each passing state before the customer ends in an absorbing one.
     *
     * <p>{@code N = (I - Q)^-1}, Q the moves among the states that are not absorbing. An absorbing state keeps its
     * customers for ever. Row sums are the expected periods before the end.
     *
     * @return m rows of m values, m the number of passing states in their order
     * @throws IllegalArgumentException if from some state no absorbing state is ever reached
     */
    public double[][] fundamentalMatrix() {
        int[] passing = passingStates();
        RealMatrix system = MatrixUtils.createRealIdentityMatrix(passing.length);
        for (int i = 0; i < passing.length; i++) {
            for (int j = 0; j < passing.length; j++) {
                system.addToEntry(i, j, -probabilities[passing[i]][passing[j]]);
            }
        }
        LUDecomposition decomposition = new LUDecomposition(system);
        checkArgument(
                passing.length < states.size() && decomposition.getSolver().isNonSingular(),
                "an absorbing state must be reachable from every state of %s",
                states);
        return decomposition.getSolver().getInverse().getData();
    }

    private int[] passingStates() {
        List<Integer> passing = new ArrayList<>();
        for (int i = 0; i < states.size(); i++) {
            if (probabilities[i][i] < 1) {
                passing.add(i);
            }
        }
        return passing.stream().mapToInt(Integer::intValue).toArray();
    }

    /**
     * Returns the expected number of periods before the end, the present one included.
     *
     * @return length m, one value for each passing state in their order
     * @throws IllegalArgumentException if from some state no absorbing state is ever reached
     */
    public double[] expectedPeriodsToAbsorption() {
        return Arrays.stream(fundamentalMatrix())
                .mapToDouble(row -> Arrays.stream(row).sum())
                .toArray();
    }

    /**
     * Returns the chance to end in each absorbing state.
     *
     * @return m rows, one for each passing state, of a value for each absorbing state, in their orders
     * @throws IllegalArgumentException if from some state no absorbing state is ever reached
     */
    public double[][] absorptionProbabilities() {
        double[][] fundamental = fundamentalMatrix();
        int[] passing = passingStates();
        List<Integer> absorbing = new ArrayList<>();
        for (int i = 0; i < states.size(); i++) {
            if (probabilities[i][i] == 1) {
                absorbing.add(i);
            }
        }
        double[][] result = new double[passing.length][absorbing.size()];
        for (int i = 0; i < passing.length; i++) {
            for (int j = 0; j < passing.length; j++) {
                for (int k = 0; k < absorbing.size(); k++) {
                    result[i][k] += fundamental[i][j] * probabilities[passing[j]][absorbing.get(k)];
                }
            }
        }
        return result;
    }

    /**
     * Returns the shares of the states that the chain leaves unchanged.
     *
     * @return length n, adding up to one
     * @throws IllegalArgumentException if there is more than one such distribution
     */
    public double[] steadyState() {
        int n = states.size();
        // pi (P - I) = 0 with the last equation replaced by sum(pi) = 1
        double[][] system = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                system[j][i] = j == n - 1 ? 1 : probabilities[i][j] - (i == j ? 1 : 0);
            }
        }
        double[] right = new double[n];
        right[n - 1] = 1;
        LUDecomposition decomposition = new LUDecomposition(new Array2DRowRealMatrix(system, false));
        checkArgument(
                decomposition.getSolver().isNonSingular(),
                "the chain must have a single steady state, states %s",
                states);
        return decomposition.getSolver().solve(new ArrayRealVector(right)).toArray();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MarkovChain that
                && states.equals(that.states)
                && Arrays.deepEquals(probabilities, that.probabilities);
    }

    @Override
    public int hashCode() {
        return 31 * states.hashCode() + Arrays.deepHashCode(probabilities);
    }

    @Override
    public String toString() {
        return "MarkovChain[states=" + states + ", probabilities=" + Arrays.deepToString(probabilities) + "]";
    }
}
