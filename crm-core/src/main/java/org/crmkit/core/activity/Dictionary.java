package org.crmkit.core.activity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers the few values that many rows share, in the order in which they first appear.
 *
 * @param <T> the type of the values
 */
final class Dictionary<T> {
    private final Map<T, Integer> numbers = new LinkedHashMap<>();

    int numberOf(T value) {
        Integer known = numbers.get(value);
        if (known != null) {
            return known;
        }
        int next = numbers.size();
        numbers.put(value, next);
        return next;
    }

    List<T> values() {
        return List.copyOf(numbers.keySet());
    }
}
