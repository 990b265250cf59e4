package org.crmkit.lifecycle.spend;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableMap;
import java.util.Map;
import java.util.OptionalDouble;

/** The own mean drawn toward the population's, as if {@code strength} average purchases had been seen before. */
record ShrunkenMean(double mean, double strength) implements SpendModel {

    static final String NAME = "shrunken-mean";

    /** Where customers do not differ at all, the own mean counts as one part in a trillion. */
    static final double STRONGEST = 1e12;

    ShrunkenMean {
        SpendArguments.checkHistory(0, mean);
        checkArgument(
                strength >= 0 && strength < Double.POSITIVE_INFINITY,
                "strength must be finite and at least 0, was %s",
                strength);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public OptionalDouble expectedSpend(double purchases, double meanSpend) {
        SpendArguments.checkHistory(purchases, meanSpend);
        double weight = purchases > 0 ? purchases / (purchases + strength) : 0;
        return OptionalDouble.of(weight * meanSpend + (1 - weight) * mean);
    }

    @Override
    public OptionalDouble populationMean() {
        return OptionalDouble.of(mean);
    }

    @Override
    public Map<String, Double> parameters() {
        return ImmutableMap.of("mean", mean, "strength", strength);
    }
}
