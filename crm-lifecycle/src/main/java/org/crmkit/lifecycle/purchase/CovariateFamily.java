package org.crmkit.lifecycle.purchase;

import org.crmkit.core.progress.Progress;
import org.crmkit.lifecycle.FitOptions;

/**
 * A kind of purchase model with static covariates that can be fitted; see {@link CovariateModel} for what the coefficients mean.
 *
 * <p>Covariates are centered and scaled inside, so their units do not matter to the search. A penalty of the options weighs the squares of all
 * log-parameters and of the coefficients per standard deviation; priors and starts may name the plain parameters only and are about a customer with average
 * covariates.
 */
public interface CovariateFamily {

    /**
     * Returns Pareto/NBD with static covariates.
     *
     * @return the family
     */
    static CovariateFamily paretoNbd() {
        return new StaticCovariates(new CovariateKind.Lifetime(false));
    }

    /**
     * Returns GGompertz/NBD with static covariates.
     *
     * @return the family
     */
    static CovariateFamily ggompertzNbd() {
        return new StaticCovariates(new CovariateKind.Lifetime(true));
    }

    /**
     * Returns BG/NBD with static covariates, of which a and b have coefficients of their own (Fader and Hardie 2007): named {@code a.} and {@code b.} and the
     * covariate.
     *
     * @return the family
     */
    static CovariateFamily bgNbd() {
        return new StaticCovariates(new CovariateKind.DropOut(false, false));
    }

    /**
     * Returns BG/NBD with static covariates and one coefficient for a and b together: it cannot move the mean drop-out probability {@code a/(a+b)}, only how
     * much customers differ around it, and on many bases has no maximum. It is here for comparison with other tools; prefer {@link #bgNbd()}.
     *
     * @return the family
     */
    static CovariateFamily bgNbdOneCoefficient() {
        return new StaticCovariates(new CovariateKind.DropOut(false, true));
    }

    /**
     * Returns MBG/NBD with static covariates, of which a and b have coefficients of their own.
     *
     * @return the family
     */
    static CovariateFamily mbgNbd() {
        return new StaticCovariates(new CovariateKind.DropOut(true, false));
    }

    /**
     * Returns the wire name of the model.
     *
     * @return {@code pareto-nbd}, {@code ggompertz-nbd}, {@code bg-nbd} or {@code mbg-nbd}
     */
    String name();

    /**
     * Fits the model by maximum likelihood (or maximum a posteriori, if the options hold a penalty or priors).
     *
     * @param base the customers
     * @param options what the caller wants to say
     * @return the fit, whatever became of it; a covariate that is the same for all customers gives {@link org.crmkit.lifecycle.FitStatus#TOO_LITTLE_DATA}
     */
    CovariateFit fit(CovariateBase base, FitOptions options);

    /**
     * Fits the model as {@link #fit(CovariateBase, FitOptions)} does, while someone watches.
     *
     * @param base the customers
     * @param options what the caller wants to say
     * @param progress told of the search; may stop it
     * @return the same fit, whatever became of it
     * @throws java.util.concurrent.CancellationException if the progress stopped the fit
     */
    CovariateFit fit(CovariateBase base, FitOptions options, Progress progress);

    /**
     * Fits the model by maximum likelihood.
     *
     * @param base the customers
     * @return the fit, whatever became of it
     */
    default CovariateFit fit(CovariateBase base) {
        return fit(base, FitOptions.standard());
    }
}
