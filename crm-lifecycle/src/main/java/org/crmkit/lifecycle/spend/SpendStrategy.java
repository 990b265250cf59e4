package org.crmkit.lifecycle.spend;

import org.crmkit.lifecycle.FitOptions;

/**
 * A way to learn from a population what purchases are worth.
 *
 * <p>What it decides: the {@link SpendModel} that suits a sample.
 *
 * <p>What it may assume: the sample holds finite amounts in one currency; customers without purchases, or with a mean of zero or
 * less, may be among them and tell nothing.
 *
 * <p>What it must return: a fit whose status tells the truth; never an exception for what the data are.
 *
 * <p>Threads and cost: stateless, safe for any number of threads; a fit is linear in the number of customers.
 *
 * <p>The contract test of the models it makes is {@code org.crmkit.lifecycle.tck.SpendModelContract}.
 */
@FunctionalInterface
public interface SpendStrategy {

    /**
     * Fits a model.
     *
     * @param sample the customers
     * @return the fit, whatever became of it
     */
    SpendFit fit(SpendSample sample);

    /**
     * Returns the Gamma-Gamma model by maximum likelihood.
     *
     * @return the strategy
     */
    static SpendStrategy gammaGamma() {
        return new GammaGammaStrategy(FitOptions.standard(), false);
    }

    /**
     * Returns the Gamma-Gamma model with options.
     *
     * @param options penalty, priors and starts of the parameters p, q and v
     * @param finitePopulationMean whether q is kept above 1 (by searching ln(q - 1)), so that customers without
     *     purchases have an expected spend
     * @return the strategy
     */
    static SpendStrategy gammaGamma(FitOptions options, boolean finitePopulationMean) {
        return new GammaGammaStrategy(options, finitePopulationMean);
    }

    /**
     * Returns each customer's own mean as it is; the mean over all purchases for those without any.
     *
     * @return the strategy
     */
    static SpendStrategy ownMean() {
        return sample -> SpendSample.isEmpty(sample)
                ? SpendFit.tooLittleData(OwnMean.NAME, sample)
                : SpendFit.ofAverages(new OwnMean(SpendMoments.of(sample).weightedMean()), sample);
    }

    /**
     * Returns the own mean drawn toward the mean of customers, as strongly as the scatter in the sample says.
     *
     * <p>The strength is the variance of one customer's amounts over the variance between customers (Bühlmann 1967,
     * Experience rating and credibility, ASTIN Bulletin 4(3), doi:10.1017/S0515036100008989).
     *
     * @return the strategy
     */
    static SpendStrategy shrunkenMean() {
        return sample -> {
            if (SpendSample.isEmpty(sample)) {
                return SpendFit.tooLittleData(ShrunkenMean.NAME, sample);
            }
            SpendMoments moments = SpendMoments.of(sample);
            double strength = Math.min(moments.within() / moments.between(), ShrunkenMean.STRONGEST);
            // 0/0: all amounts are equal, and so is every answer
            return SpendFit.ofAverages(new ShrunkenMean(moments.mean(), Double.isNaN(strength) ? 0 : strength), sample);
        };
    }

    /**
     * Returns the own mean drawn toward the mean of customers with a given strength.
     *
     * @param strength how many average purchases every customer is taken to have made before, at least zero
     * @return the strategy
     */
    static SpendStrategy shrunkenMean(double strength) {
        ShrunkenMean unfitted = new ShrunkenMean(0, strength);
        return sample -> SpendSample.isEmpty(sample)
                ? SpendFit.tooLittleData(ShrunkenMean.NAME, sample)
                : SpendFit.ofAverages(new ShrunkenMean(SpendMoments.of(sample).mean(), unfitted.strength()), sample);
    }

    /**
     * Returns the mean over all purchases, the same for everybody.
     *
     * @return the strategy
     */
    static SpendStrategy populationMean() {
        return sample -> SpendSample.isEmpty(sample)
                ? SpendFit.tooLittleData(PopulationMean.NAME, sample)
                : SpendFit.ofAverages(new PopulationMean(SpendMoments.of(sample).weightedMean()), sample);
    }
}
