package org.crmkit.core.column;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * An immutable column of {@code double} values; index i is the customer at row i.
 *
 * <p>{@code NaN} is a value like any other here; what it means is for the owner of the column to say. Two columns are equal when they hold the same values in the same order.
 */
public final class DoubleColumn {
    private static final DoubleColumn EMPTY = new DoubleColumn(new double[0]);

    private final double[] values;

    private DoubleColumn(double[] values) {
        this.values = values;
    }

    /**
     * Returns a column that holds a copy of the given values.
     *
     * @param values the values, copied
     * @return a column of the same length
     */
    public static DoubleColumn copyOf(double... values) {
        return values.length == 0 ? EMPTY : new DoubleColumn(values.clone());
    }

    /**
     * Returns a column whose values are computed from their index, without an intermediate copy.
     *
     * @param size the number of values, at least zero
     * @param valueAt gives the value at an index; called once an index, in ascending order
     * @return a column of that size
     * @throws IllegalArgumentException if {@code size} is negative
     */
    public static DoubleColumn tabulate(int size, IntToDoubleFunction valueAt) {
        checkArgument(size >= 0, "size must be at least 0, was %s", size);
        if (size == 0) {
            return EMPTY;
        }
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = valueAt.applyAsDouble(i);
        }
        return new DoubleColumn(values);
    }

    /**
     * Returns the number of values.
     *
     * @return the number of values, at least zero
     */
    public int size() {
        return values.length;
    }

    /**
     * Returns the value at an index.
     *
     * @param index in [0, size)
     * @return the value there
     * @throws IndexOutOfBoundsException if there is no such index
     */
    public double get(int index) {
        return values[index];
    }

    /**
     * Returns a copy of the values.
     *
     * @return a new array, index i is the customer at row i
     */
    public double[] toArray() {
        return values.clone();
    }

    /**
     * Copies the values into an array of the caller, for kernels that keep their own buffers.
     *
     * @param target receives the values from {@code offset} on
     * @param offset where the first value goes
     * @throws IndexOutOfBoundsException if the target is too short
     */
    public void copyInto(double[] target, int offset) {
        System.arraycopy(values, 0, target, offset, values.length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DoubleColumn that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "DoubleColumn[size=" + values.length + "]";
    }
}
