package org.crmkit.lifecycle.spend;

import java.util.Map;
import java.util.OptionalDouble;

/** Each customer's own mean, as it is; the population's for those without purchases. */
record OwnMean(double mean) implements SpendModel {

    static final String NAME = "own-mean";

    OwnMean {
        SpendArguments.checkHistory(0, mean);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public OptionalDouble expectedSpend(double purchases, double meanSpend) {
        SpendArguments.checkHistory(purchases, meanSpend);
        return OptionalDouble.of(purchases > 0 ? meanSpend : mean);
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
