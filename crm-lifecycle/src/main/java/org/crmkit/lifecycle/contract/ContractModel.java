package org.crmkit.lifecycle.contract;

import java.util.List;
import java.util.Map;

/**
 * A fitted view of how long a customer under contract stays.
 *
 * <p>What it decides: the chance that a customer is still there after a number of renewals, and the discounted number of
 * periods he will still pay for.
 *
 * <p>What it may assume: periods and renewals are counted in the contract's own period (a month, a year); everybody
 * starts in period zero and decides at the end of each period whether to renew.
 *
 * <p>What it must return: survival is 1 at zero and never rises; every figure is finite; discounting is by the rate of
 * one period.
 *
 * <p>Threads and cost: a model is an immutable value, safe for any number of threads; survival costs about 100 ns,
 * a discounted lifetime some microseconds.
 */
public interface ContractModel {

    /**
     * Returns the model of a name at given parameters, as a document holds it.
     *
     * @param name the fixed name, such as {@code shifted-beta-geometric}
     * @param parameters every parameter of the model by its letter
     * @return the model
     * @throws IllegalArgumentException if there is no such model, a parameter is missing, unknown or out of range
     */
    static ContractModel of(String name, Map<String, Double> parameters) {
        return switch (name) {
            case ShiftedBetaGeometric.NAME -> {
                List<Double> p = ContractArguments.parameters(name, parameters, "alpha", "beta");
                yield new ShiftedBetaGeometric(p.get(0), p.get(1));
            }
            case BetaDiscreteWeibull.NAME -> {
                List<Double> p = ContractArguments.parameters(name, parameters, "alpha", "beta", "c");
                yield new BetaDiscreteWeibull(p.get(0), p.get(1), p.get(2));
            }
            default ->
                throw new IllegalArgumentException("name must be one of "
                        + List.of(ShiftedBetaGeometric.NAME, BetaDiscreteWeibull.NAME) + ", was " + name);
        };
    }

    /**
     * Returns the fixed lower-case name of the kind of model.
     *
     * @return for example {@code shifted-beta-geometric}
     */
    String name();

    /**
     * Returns the chance that a new customer is still there after a number of renewals.
     *
     * @param renewals at least zero
     * @return in [0, 1], 1 for zero renewals
     */
    double survival(long renewals);

    /**
     * Returns the chance to renew at one renewal, given all renewals before it.
     *
     * @param renewal the number of the renewal, at least one
     * @return in [0, 1]
     */
    double retention(long renewal);

    /**
     * Returns the expected discounted number of periods of a new customer, his first one included.
     *
     * <p>{@code DEL = sum over t >= 0 of S(t) / (1+d)^t}: each period is paid at its start.
     *
     * @param discountRatePerPeriod d, above zero (per period of the contract, not per year)
     * @return at least one
     */
    double discountedLifetime(double discountRatePerPeriod);

    /**
     * Returns the expected discounted number of periods still to come, seen just before a renewal.
     *
     * <p>{@code DERL = sum over t >= n of S(t)/S(n-1) / (1+d)^(t-n)}. Fader and Hardie (2010), Customer-base valuation
     * in a contractual setting: the perils of ignoring heterogeneity, Marketing Science 29(1),
     * doi:10.1287/mksc.1080.0482, equation 6.
     *
     * @param nextRenewal n, the renewal that the customer decides on next, at least one (n - 1 are behind him)
     * @param discountRatePerPeriod d, above zero (per period of the contract, not per year)
     * @return above zero
     */
    double discountedResidualLifetime(long nextRenewal, double discountRatePerPeriod);

    /**
     * Returns the parameters by their letters, in the order of the source.
     *
     * @return an unmodifiable map
     */
    Map<String, Double> parameters();

    /**
     * Returns the chance that a new customer leaves at exactly this renewal.
     *
     * @param renewal the number of the renewal, at least one
     * @return in [0, 1]
     */
    default double lossProbability(long renewal) {
        return survival(renewal - 1) * (1 - retention(renewal));
    }

    /**
     * Returns the chance that a customer with renewals behind him makes further ones.
     *
     * @param renewals the renewals behind him, at least zero
     * @param further the renewals ahead, at least zero
     * @return in [0, 1], 1 for none ahead
     */
    double residualSurvival(long renewals, long further);
}
