package org.crmkit.lifecycle.spend;

import static com.google.common.base.Preconditions.checkNotNull;

import java.util.OptionalDouble;

/**
 * The choices that no spend model can make by itself.
 *
 * @param oneTimers what a customer with a first purchase only is expected to spend
 * @param refunds what becomes of a customer whose purchases add up to less than nothing
 */
public record SpendPolicy(OneTimers oneTimers, Refunds refunds) {

    /** The choices of the papers: one-timers get the population mean, and so does who gave everything back. */
    public static final SpendPolicy STANDARD = new SpendPolicy(OneTimers.POPULATION_MEAN, Refunds.AS_UNKNOWN);

    /**
     * Checks that both choices are made.
     *
     * @param oneTimers what a customer with a first purchase only is expected to spend
     * @param refunds what becomes of a customer whose purchases add up to less than nothing
     */
    public SpendPolicy {
        checkNotNull(oneTimers, "oneTimers");
        checkNotNull(refunds, "refunds");
    }

    /**
     * Returns the expected spend of a customer under these choices.
     *
     * @param model what was learned
     * @param repeatPurchases purchases after the first one, at least zero
     * @param meanRepeatSpend their mean amount, finite; negative if more was given back
     * @param firstSpend amount of the first purchase, finite
     * @return an amount of at least zero, or empty where the choices or the model know none
     */
    public OptionalDouble expectedSpend(
            SpendModel model, double repeatPurchases, double meanRepeatSpend, double firstSpend) {
        if (repeatPurchases > 0) {
            return of(model, repeatPurchases, meanRepeatSpend);
        }
        return switch (oneTimers) {
            case POPULATION_MEAN -> model.populationMean();
            case FIRST_PURCHASE -> of(model, 1, firstSpend);
            case ABSTAIN -> OptionalDouble.empty();
        };
    }

    private OptionalDouble of(SpendModel model, double purchases, double mean) {
        if (mean >= 0) {
            return model.expectedSpend(purchases, mean);
        }
        return switch (refunds) {
            case AS_ZERO -> model.expectedSpend(purchases, 0);
            case AS_UNKNOWN -> model.populationMean();
            case ABSTAIN -> OptionalDouble.empty();
        };
    }
}
