package org.crmkit.core.column;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * An immutable column of {@code int} values; index i is the customer at row i.
 *
 * <p>Counts and days fit here. Two columns are equal when they hold the same values in the same order.
 */
public final class IntColumn {
    private static final IntColumn EMPTY = new IntColumn(new int[0]);

    private final int[] values;

    private IntColumn(int[] values) {
        this.values = values;
    }

    /**
     * Returns a column that holds a copy of the given values.
     *
     * @param values the values, copied
     * @return a column of the same length
     */
    public static IntColumn copyOf(int... values) {
        return values.length == 0 ? EMPTY : new IntColumn(values.clone());
    }

    /**
     * Returns a column whose values are computed from their index, without an intermediate copy.
     *
     * @param size the number of values, at least zero
     * @param valueAt gives the value at an index; called once an index, in ascending order
     * @return a column of that size
     * @throws IllegalArgumentException if {@code size} is negative
     */
    public static IntColumn tabulate(int size, IntUnaryOperator valueAt) {
        checkArgument(size >= 0, "size must be at least 0, was %s", size);
        if (size == 0) {
            return EMPTY;
        }
        int[] values = new int[size];
        for (int i = 0; i < size; i++) {
            values[i] = valueAt.applyAsInt(i);
        }
        return new IntColumn(values);
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
    public int get(int index) {
        return values[index];
    }

    /**
     * Returns a copy of the values.
     *
     * @return a new array, index i is the customer at row i
     */
    public int[] toArray() {
        return values.clone();
    }

    /**
     * Copies the values into an array of the caller, for kernels that keep their own buffers.
     *
     * @param target receives the values from {@code offset} on
     * @param offset where the first value goes
     * @throws IndexOutOfBoundsException if the target is too short
     */
    public void copyInto(int[] target, int offset) {
        System.arraycopy(values, 0, target, offset, values.length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IntColumn that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "IntColumn[size=" + values.length + "]";
    }
}
