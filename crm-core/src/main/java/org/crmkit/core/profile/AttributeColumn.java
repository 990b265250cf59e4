package org.crmkit.core.profile;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.crmkit.core.attribute.AttributeKey;
import org.crmkit.core.column.IntColumn;
import org.crmkit.core.money.Money;

/**
 * One attribute of a population: a dictionary of the values that occur, and for each customer which of them it has.
 *
 * <p>The dictionary of an ordered type ascends, so that "at least 25" is a range of codes and costs one comparison a customer, whatever the type.
 * Immutable; 4 bytes a customer and one object a different value.
 *
 * @param <T> the type of the values
 */
public final class AttributeColumn<T> {
    /** The code of a customer whose value is not known. */
    public static final int MISSING = -1;

    private final AttributeKey<T> key;
    private final List<T> dictionary;
    private final IntColumn codes;

    private AttributeColumn(AttributeKey<T> key, List<T> dictionary, IntColumn codes) {
        this.key = key;
        this.dictionary = dictionary;
        this.codes = codes;
    }

    /**
     * Returns the column of values given row by row.
     *
     * @param key the attribute
     * @param size the number of customers, at least zero
     * @param valueAt the value at a row, or empty where it is not known
     * @param <T> the type of the values
     * @return the column
     * @throws IllegalArgumentException if a value does not fit the key's type
     */
    public static <T> AttributeColumn<T> of(AttributeKey<T> key, int size, IntFunction<Optional<T>> valueAt) {
        checkNotNull(key, "key");
        checkArgument(size >= 0, "size must be at least 0, was %s", size);
        Map<T, Integer> firstCodes = new HashMap<>();
        List<T> seen = new ArrayList<>();
        int[] arrived = new int[size];
        for (int row = 0; row < size; row++) {
            Optional<T> value = valueAt.apply(row);
            if (value.isEmpty()) {
                arrived[row] = MISSING;
                continue;
            }
            T checked = key.type().check(value.get());
            Integer code = firstCodes.putIfAbsent(checked, seen.size());
            arrived[row] = code == null ? seen.size() : code;
            if (code == null) {
                seen.add(checked);
            }
        }
        List<T> dictionary = sorted(key, seen);
        int[] recoded = new int[seen.size()];
        for (int code = 0; code < recoded.length; code++) {
            recoded[checkNotNull(firstCodes.get(dictionary.get(code)))] = code;
        }
        return new AttributeColumn<>(
                key,
                dictionary,
                IntColumn.tabulate(size, row -> arrived[row] == MISSING ? MISSING : recoded[arrived[row]]));
    }

    /**
     * Returns the attribute.
     *
     * @return the key
     */
    public AttributeKey<T> key() {
        return key;
    }

    /**
     * Returns the number of customers.
     *
     * @return at least zero
     */
    public int size() {
        return codes.size();
    }

    /**
     * Returns the values that occur, each once; ascending if the type is ordered, amounts of money by currency first, else in the order of their text.
     *
     * @return the value of each code
     */
    public List<T> dictionary() {
        return dictionary;
    }

    /**
     * Returns which value each customer has.
     *
     * @return indexes into {@link #dictionary()}, or {@link #MISSING}
     */
    public IntColumn codes() {
        return codes;
    }

    /**
     * Returns the value of the customer at a row.
     *
     * @param row in [0, size)
     * @return the value, or empty if it is not known
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public Optional<T> get(int row) {
        int code = codes.get(row);
        return code == MISSING ? Optional.empty() : Optional.of(dictionary.get(code));
    }

    @Override
    public String toString() {
        return "AttributeColumn[key=" + key + ", size=" + size() + ", values=" + dictionary.size() + "]";
    }

    private static <T> List<T> sorted(AttributeKey<T> key, List<T> values) {
        List<T> sorted = new ArrayList<>(values);
        Comparator<T> byText = Comparator.comparing(key.type()::format);
        sorted.sort(key.type().isOrdered() ? natural(key).thenComparing(byText) : byText);
        return List.copyOf(sorted);
    }

    /** Every ordered attribute type holds comparable values; amounts of money are, within a currency, so currencies come first. */
    private static <T> Comparator<T> natural(AttributeKey<T> key) {
        return (a, b) -> a instanceof Money one
                        && b instanceof Money other
                        && !one.currency().equals(other.currency())
                ? one.currency().getCurrencyCode().compareTo(other.currency().getCurrencyCode())
                : compare(key.type().javaType(), a, b);
    }

    @SuppressWarnings("unchecked") // both values were checked against the class, which is comparable to itself
    private static <T> int compare(Class<T> type, T a, T b) {
        return ((Comparable<T>) type.cast(a)).compareTo(type.cast(b));
    }
}
