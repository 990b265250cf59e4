package org.crmkit.lifecycle.contract;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The checks that every contract model makes on its input. */
final class ContractArguments {

    private ContractArguments() {}

    static void checkRenewals(long renewals, String name) {
        checkArgument(renewals >= 0, "%s must be at least 0, was %s", name, renewals);
    }

    static void checkRenewal(long renewal, String name) {
        checkArgument(renewal >= 1, "%s must be at least 1, was %s", name, renewal);
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
