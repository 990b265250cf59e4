package org.crmkit.lifecycle.purchase;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The parameters of a model, by the letters of its paper, in the order of the paper.
 *
 * @param values letter to value, in order; finite numbers
 */
public record PurchaseParameters(Map<String, Double> values) {

    /**
     * Checks the parts.
     *
     * @param values letter to value
     */
    public PurchaseParameters {
        checkNotNull(values, "values");
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        values.forEach(
                (name, value) -> checkArgument(Double.isFinite(value), "%s must be finite, was %s", name, value));
    }

    /**
     * Returns parameters from parallel lists.
     *
     * @param names letters, in order
     * @param values finite values, as many
     * @return the parameters
     */
    public static PurchaseParameters of(List<String> names, double... values) {
        checkArgument(
                names.size() == values.length,
                "there must be %s parameters %s, were %s",
                names.size(),
                names,
                values.length);
        Map<String, Double> map = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            map.put(names.get(i), values[i]);
        }
        return new PurchaseParameters(map);
    }

    /**
     * Returns one parameter.
     *
     * @param name its letter
     * @return its value
     * @throws IllegalArgumentException if there is no such parameter
     */
    public double get(String name) {
        Double value = values.get(name);
        checkArgument(value != null, "parameter must be one of %s, was %s", values.keySet(), name);
        return value;
    }

    /**
     * Returns the letters in order.
     *
     * @return an immutable list
     */
    public List<String> names() {
        return List.copyOf(values.keySet());
    }

    /**
     * Returns the values in order.
     *
     * @return a new array
     */
    public double[] toArray() {
        return values.values().stream().mapToDouble(Double::doubleValue).toArray();
    }
}
