package org.crmkit.core.score;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkElementIndex;
import static com.google.common.base.Preconditions.checkNotNull;

import java.util.List;
import java.util.function.IntFunction;
import org.crmkit.core.column.DoubleColumn;

/**
 * The scores of a population under one strategy; index i is the customer at row i.
 *
 * <p>Numbers are held as a column; a full score with its explanation is made for a row when someone asks. Immutable and, if the function given to
 * {@link #of(DoubleColumn, IntFunction)} is pure, safe to share between threads.
 *
 * @param <S> the type of the value
 */
public final class ScoreColumn<S> {
    private final DoubleColumn numbers;
    private final IntFunction<Score<S>> scoreAt;

    private ScoreColumn(DoubleColumn numbers, IntFunction<Score<S>> scoreAt) {
        this.numbers = numbers;
        this.scoreAt = scoreAt;
    }

    /**
     * Returns a column of scores that are already there.
     *
     * @param scores one a customer
     * @param <S> the type of the value
     * @return a column of the same length
     */
    public static <S> ScoreColumn<S> of(List<Score<S>> scores) {
        List<Score<S>> copy = List.copyOf(scores);
        return new ScoreColumn<>(
                DoubleColumn.tabulate(copy.size(), i -> copy.get(i).number().orElse(Double.NaN)), copy::get);
    }

    /**
     * Returns a column of numbers whose full scores are made on demand.
     *
     * @param numbers the number of each score; NaN where the strategy abstained
     * @param scoreAt makes the full score of a row; pure, and in agreement with {@code numbers}
     * @param <S> the type of the value
     * @return a column of the same length
     */
    public static <S> ScoreColumn<S> of(DoubleColumn numbers, IntFunction<Score<S>> scoreAt) {
        return new ScoreColumn<>(checkNotNull(numbers, "numbers"), checkNotNull(scoreAt, "scoreAt"));
    }

    /**
     * Returns the number of customers.
     *
     * @return at least zero
     */
    public int size() {
        return numbers.size();
    }

    /**
     * Returns the numbers of the scores.
     *
     * @return one a customer; NaN where the strategy abstained
     */
    public DoubleColumn numbers() {
        return numbers;
    }

    /**
     * Tells whether the score of a row has a value.
     *
     * @param row in [0, size)
     * @return false if the strategy abstained
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public boolean isKnown(int row) {
        return !Double.isNaN(numbers.get(row));
    }

    /**
     * Returns the score of a row with its explanation.
     *
     * @param row in [0, size)
     * @return the score
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public Score<S> score(int row) {
        checkElementIndex(row, size());
        return scoreAt.apply(row);
    }

    /**
     * Returns how many customers the strategy abstained on.
     *
     * @return in [0, size]
     */
    public int abstained() {
        int count = 0;
        for (int row = 0; row < size(); row++) {
            count += isKnown(row) ? 0 : 1;
        }
        return count;
    }

    @Override
    public String toString() {
        return "ScoreColumn[size=" + size() + "]";
    }

    /**
     * Checks that a column has a given length.
     *
     * @param expected the number of customers
     * @return this column
     * @throws IllegalArgumentException if the length differs
     */
    public ScoreColumn<S> requireSize(int expected) {
        checkArgument(size() == expected, "score column must hold %s customers, held %s", expected, size());
        return this;
    }
}
