package org.crmkit.lifecycle.contract;

import org.crmkit.lifecycle.FitOptions;

/**
 * A way to learn from renewal counts how long customers stay.
 *
 * <p>What it decides: the {@link ContractModel} that suits the counts.
 *
 * <p>What it may assume: counts of any number of cohorts, watched for any time, added up by {@link RenewalCounts#plus}.
 *
 * <p>What it must return: a fit whose status tells the truth; never an exception for what the data are.
 *
 * <p>Threads and cost: stateless, safe for any number of threads; a fit is linear in the number of renewals, whatever the
 * number of customers.
 */
@FunctionalInterface
public interface ContractStrategy {

    /**
     * Fits a model.
     *
     * @param counts the renewals of one or more cohorts
     * @return the fit, whatever became of it
     */
    ContractFit fit(RenewalCounts counts);

    /**
     * Returns the shifted-beta-geometric model by maximum likelihood.
     *
     * @return the strategy
     */
    static ContractStrategy shiftedBetaGeometric() {
        return shiftedBetaGeometric(FitOptions.standard());
    }

    /**
     * Returns the shifted-beta-geometric model with options.
     *
     * @param options penalty, priors and starts of the parameters alpha and beta
     * @return the strategy
     */
    static ContractStrategy shiftedBetaGeometric(FitOptions options) {
        return new ShiftedBetaGeometricStrategy(options);
    }

    /**
     * Returns the beta-discrete-Weibull model by maximum likelihood.
     *
     * @return the strategy
     */
    static ContractStrategy betaDiscreteWeibull() {
        return betaDiscreteWeibull(FitOptions.standard());
    }

    /**
     * Returns the beta-discrete-Weibull model with options.
     *
     * @param options penalty, priors and starts of the parameters alpha, beta and c
     * @return the strategy
     */
    static ContractStrategy betaDiscreteWeibull(FitOptions options) {
        return new BetaDiscreteWeibullStrategy(options);
    }
}
