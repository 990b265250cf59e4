package org.crmkit.lifecycle.spend;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A fitted view of what one purchase of a customer is worth.
 *
 * <p>What it decides: the expected amount of a future purchase, given how often the customer bought and what he
 * spent on average.
 *
 * <p>What it may assume: {@code purchases} is finite and at least zero, {@code meanSpend} is finite and at least
 * zero, and is zero when there were no purchases. The amounts are in the unit of the sample it was fitted on.
 *
 * <p>What it must return: a finite amount of at least zero, or empty where no finite mean exists; never NaN. Without
 * purchases the answer is the population mean. The answer scales with money: a model fitted on amounts times c
 * answers with amounts times c.
 *
 * <p>Threads and cost: a model is an immutable value, safe for any number of threads; one answer costs a few
 * arithmetic operations.
 *
 * <p>The contract test is {@code org.crmkit.lifecycle.tck.SpendModelContract}.
 */
public interface SpendModel {

    /**
     * Returns the model of a name at given parameters, as a document holds it.
     *
     * @param name the fixed name, such as {@code gamma-gamma}
     * @param parameters every parameter of the model by its letter or word
     * @return the model
     * @throws IllegalArgumentException if there is no such model, a parameter is missing, unknown or out of range
     */
    static SpendModel of(String name, Map<String, Double> parameters) {
        return switch (name) {
            case GammaGamma.NAME -> {
                List<Double> p = SpendArguments.parameters(name, parameters, "p", "q", "v");
                yield new GammaGamma(p.get(0), p.get(1), p.get(2));
            }
            case OwnMean.NAME ->
                new OwnMean(SpendArguments.parameters(name, parameters, "mean").get(0));
            case ShrunkenMean.NAME -> {
                List<Double> p = SpendArguments.parameters(name, parameters, "mean", "strength");
                yield new ShrunkenMean(p.get(0), p.get(1));
            }
            case PopulationMean.NAME ->
                new PopulationMean(
                        SpendArguments.parameters(name, parameters, "mean").get(0));
            default ->
                throw new IllegalArgumentException("name must be one of "
                        + List.of(GammaGamma.NAME, OwnMean.NAME, ShrunkenMean.NAME, PopulationMean.NAME) + ", was "
                        + name);
        };
    }

    /**
     * Returns the fixed lower-case name of the kind of model.
     *
     * @return for example {@code gamma-gamma}
     */
    String name();

    /**
     * Returns the expected amount of a future purchase of one customer.
     *
     * @param purchases the number of purchases the mean was taken over, at least zero
     * @param meanSpend the mean amount of these purchases, at least zero, in the unit of the fitted sample
     * @return an amount of at least zero, or empty where no finite mean exists
     */
    OptionalDouble expectedSpend(double purchases, double meanSpend);

    /**
     * Returns the expected amount of a purchase of a customer of whom nothing is known yet.
     *
     * @return an amount of at least zero, or empty where the population has no finite mean
     */
    OptionalDouble populationMean();

    /**
     * Returns the parameters by their letters, in the order of the source.
     *
     * @return an unmodifiable map; empty for a model without parameters
     */
    Map<String, Double> parameters();
}
