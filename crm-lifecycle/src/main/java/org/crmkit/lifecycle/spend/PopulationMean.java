package org.crmkit.lifecycle.spend;

import java.util.Map;
import java.util.OptionalDouble;

/** The same for everybody: the mean over all purchases of the population. */
record PopulationMean(double mean) implements SpendModel {

    static final String NAME = "population-mean";

    PopulationMean {
        SpendArguments.checkHistory(0, mean);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public OptionalDouble expectedSpend(double purchases, double meanSpend) {
        SpendArguments.checkHistory(purchases, meanSpend);
        return OptionalDouble.of(mean);
    }

    @Override
    public OptionalDouble populationMean() {
        return OptionalDouble.of(mean);
    }

    @Override
    public Map<String, Double> parameters() {
        return Map.of("mean", mean);
    }
}
