package org.crmkit.lifecycle.guide;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.crmkit.lifecycle.spend.SpendFit;
import org.crmkit.lifecycle.spend.SpendModel;
import org.crmkit.lifecycle.spend.SpendSample;
import org.crmkit.lifecycle.spend.SpendStrategy;
import org.crmkit.lifecycle.tck.SpendModelContract;

/** A spend model of one's own, with nothing but the public types: everybody is expected to spend the median of the customers. */
class OwnSpendContractTest implements SpendModelContract {

    record MedianSpend(double median) implements SpendModel {
        static SpendFit fit(SpendSample sample) {
            double[] means = IntStream.range(0, sample.size())
                    .filter(i -> sample.purchases(i) > 0 && sample.meanSpend(i) > 0)
                    .mapToDouble(sample::meanSpend)
                    .sorted()
                    .toArray();
            return means.length == 0
                    ? SpendFit.tooLittleData("median-spend", sample)
                    : SpendFit.ofAverages(new MedianSpend(means[means.length / 2]), sample);
        }

        @Override
        public String name() {
            return "median-spend";
        }

        @Override
        public OptionalDouble expectedSpend(double purchases, double meanSpend) {
            checkArgument(purchases >= 0, "purchases must be at least 0, was %s", purchases);
            checkArgument(meanSpend >= 0, "meanSpend must be at least 0, was %s", meanSpend);
            return populationMean();
        }

        @Override
        public OptionalDouble populationMean() {
            return OptionalDouble.of(median);
        }

        @Override
        public Map<String, Double> parameters() {
            return Map.of("median", median);
        }
    }

    @Override
    public SpendStrategy strategy() {
        return MedianSpend::fit;
    }
}
