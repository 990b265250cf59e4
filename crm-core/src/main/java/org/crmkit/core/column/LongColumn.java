package org.crmkit.core.column;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Arrays;
import java.util.function.IntToLongFunction;

/**
 * An immutable column of {@code long} values; index i is the customer at row i.
 *
 * <p>Amounts in fixed-point units fit here. Two columns are equal when they hold the same values in the same order.
 */
public final class LongColumn {
    private static final LongColumn EMPTY = new LongColumn(new long[0]);

    private final long[] values;

    private LongColumn(long[] values) {
        this.values = values;
    }

    /**
     * Returns a column that holds a copy of the given values.
     *
     * @param values the values, copied
     * @return a column of the same length
     */
    public static LongColumn copyOf(long... values) {
        return values.length == 0 ? EMPTY : new LongColumn(values.clone());
    }

    /**
     * Returns a column whose values are computed from their index, without an intermediate copy.
     *
     * @param size the number of values, at least zero
     * @param valueAt gives the value at an index; called once an index, in ascending order
     * @return a column of that size
     * @throws IllegalArgumentException if {@code size} is negative
     */
    public static LongColumn tabulate(int size, IntToLongFunction valueAt) {
        checkArgument(size >= 0, "size must be at least 0, was %s", size);
        if (size == 0) {
            return EMPTY;
        }
        long[] values = new long[size];
        for (int i = 0; i < size; i++) {
            values[i] = valueAt.applyAsLong(i);
        }
        return new LongColumn(values);
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
    public long get(int index) {
        return values[index];
    }

    /**
     * Returns a copy of the values.
     *
     * @return a new array, index i is the customer at row i
     */
    public long[] toArray() {
        return values.clone();
    }

    /**
     * Copies the values into an array of the caller, for kernels that keep their own buffers.
     *
     * @param target receives the values from {@code offset} on
     * @param offset where the first value goes
     * @throws IndexOutOfBoundsException if the target is too short
     */
    public void copyInto(long[] target, int offset) {
        System.arraycopy(values, 0, target, offset, values.length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LongColumn that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "LongColumn[size=" + values.length + "]";
    }
}
