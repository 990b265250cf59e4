package org.crmkit.lifecycle.spend;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The checks that every spend model makes on its input. */
final class SpendArguments {

    private SpendArguments() {}

    static void checkHistory(double purchases, double meanSpend) {
        checkArgument(
                purchases >= 0 && purchases < Double.POSITIVE_INFINITY,
                "purchases must be finite and at least 0, was %s",
                purchases);
        checkArgument(
                meanSpend >= 0 && meanSpend < Double.POSITIVE_INFINITY,
                "meanSpend must be finite and at least 0, was %s",
                meanSpend);
    }

    static void checkPositive(double value, String name) {
        checkArgument(
                value > 0 && value < Double.POSITIVE_INFINITY, "%s must be finite and above 0, was %s", name, value);
    }

    /** The parameters in the order of their letters, which must be there and no others. */
    static List<Double> parameters(String name, Map<String, Double> parameters, String... letters) {
        checkArgument(
                parameters.keySet().equals(Set.of(letters)),
                "parameters of %s must be %s, were %s",
                name,
                List.of(letters),
                parameters.keySet());
        return Stream.of(letters).map(parameters::get).toList();
    }
}
