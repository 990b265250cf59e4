package org.crmkit.lifecycle.purchase;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.List;
import org.crmkit.core.progress.Progress;
import org.crmkit.core.time.TimeGrain;
import org.crmkit.lifecycle.FitOptions;
import org.crmkit.lifecycle.internal.progress.Work;

/**
 * A kind of purchase model that can be fitted: the strategy side of {@link PurchaseModel}.
 *
 * <p>It decides which parameters describe a base best. It may assume that the patterns are in one unit of time. It must return a fit for any patterns, with
 * the status that tells the truth (see {@link PurchaseFit}); the same patterns and options give the same doubles, whatever the order in which rows
 * arrived or shards were merged. It is stateless and safe for use by several threads; a fit takes milliseconds for thousands of
 * customers and about a second for a million. {@code org.crmkit.lifecycle.tck.PurchaseModelContract} is run on the models it makes.
 */
public interface PurchaseModelFamily {

    /**
     * Returns NBD: random purchases, no drop-out (Ehrenberg 1959). Parameters r, alpha.
     *
     * @return the family {@code nbd}
     */
    static PurchaseModelFamily nbd() {
        return new NbdFamily();
    }

    /**
     * Returns BG/NBD: drop-out after repeat purchases only, so one-time buyers are all alive (Fader, Hardie and Lee 2005). Parameters r, alpha, a, b.
     *
     * @return the family {@code bg-nbd}
     */
    static PurchaseModelFamily bgNbd() {
        return new BgFamily(false, 0);
    }

    /**
     * Returns MBG/NBD: drop-out after each purchase, the first one included; the better choice for churn (Batislam, Denizel and Filiztekin 2007).
     * Parameters r, alpha, a, b.
     *
     * @return the family {@code mbg-nbd}
     */
    static PurchaseModelFamily mbgNbd() {
        return new BgFamily(true, 0);
    }

    /**
     * Returns BG/CNBD-k, BG/NBD with regular purchases, with k chosen from 1 to 12 by likelihood (Platzer and Reutterer 2016). Parameters r, alpha, a, b, k;
     * a fit needs patterns with gaps.
     *
     * @return the family {@code bg-cnbd}
     */
    static PurchaseModelFamily bgCnbd() {
        return new CnbdFamily(false);
    }

    /**
     * Returns BG/CNBD-k for a given k. Parameters r, alpha, a, b, k.
     *
     * @param k hidden events per purchase, from 1 (which is BG/NBD) to 100
     * @return the family {@code bg-cnbd}
     */
    static PurchaseModelFamily bgCnbd(int k) {
        checkArgument(k >= 1, "k must be in [1, 100], was %s", k);
        return new BgFamily(false, k);
    }

    /**
     * Returns MBG/CNBD-k, MBG/NBD with regular purchases, with k chosen from 1 to 12 by likelihood (Reutterer, Platzer and Schroeder 2021). Parameters r,
     * alpha, a, b, k; a fit needs patterns with gaps.
     *
     * @return the family {@code mbg-cnbd}
     */
    static PurchaseModelFamily mbgCnbd() {
        return new CnbdFamily(true);
    }

    /**
     * Returns MBG/CNBD-k for a given k. Parameters r, alpha, a, b, k.
     *
     * @param k hidden events per purchase, from 1 (which is MBG/NBD) to 100
     * @return the family {@code mbg-cnbd}
     */
    static PurchaseModelFamily mbgCnbd(int k) {
        checkArgument(k >= 1, "k must be in [1, 100], was %s", k);
        return new BgFamily(true, k);
    }

    /**
     * Returns Pareto/NBD (r, alpha, s, beta): customers leave at any time, whether they buy or not (Schmittlein, Morrison and Colombo 1987).
     *
     * @return the family
     */
    static PurchaseModelFamily paretoNbd() {
        return new ParetoNbdFamily();
    }

    /**
     * Returns GGompertz/NBD (r, alpha, b, s, beta): as Pareto/NBD, but leaving becomes more likely with age (Bemmaor and Glady 2012).
     *
     * @return the family
     */
    static PurchaseModelFamily ggompertzNbd() {
        return new GgompertzNbdFamily();
    }

    /**
     * Returns BG/BB (alpha, beta, gamma, delta): purchases at discrete opportunities, one unit of the grain each (Fader, Hardie and Shang 2010).
     *
     * @return the family; its fits need whole numbers of opportunities
     */
    static PurchaseModelFamily bgBb() {
        return new BgBbFamily();
    }

    /**
     * Returns the wire name of the models, such as {@code bg-nbd}.
     *
     * @return lower-case words with hyphens
     */
    String name();

    /**
     * Returns the letters of the parameters in the order of the paper.
     *
     * @return an immutable list
     */
    List<String> parameterNames();

    /**
     * Returns a model at given parameters.
     *
     * @param grain the unit of time of the parameters
     * @param parameters values in the order of {@link #parameterNames()}
     * @return the model
     * @throws IllegalArgumentException if the number of parameters or one of them is wrong
     */
    PurchaseModel model(TimeGrain grain, double... parameters);

    /**
     * Fits the model by maximum likelihood (or maximum a posteriori, if the options hold a penalty or priors).
     *
     * @param patterns the base
     * @param options what the caller wants to say; {@link FitOptions#standard()} for nothing
     * @return the fit, whatever became of it
     */
    PurchaseFit fit(PurchasePatterns patterns, FitOptions options);

    /**
     * Fits the model by maximum likelihood.
     *
     * @param patterns the base
     * @return the fit, whatever became of it
     */
    default PurchaseFit fit(PurchasePatterns patterns) {
        return fit(patterns, FitOptions.standard());
    }

    /**
     * Fits the model by maximum likelihood, while someone watches.
     *
     * @param patterns the base
     * @param progress told of the search; may stop it
     * @return the fit of {@link #fit(PurchasePatterns)}, to the bit
     * @throws java.util.concurrent.CancellationException if the progress stopped the fit
     */
    default PurchaseFit fit(PurchasePatterns patterns, Progress progress) {
        return fit(patterns, FitOptions.standard(), progress);
    }

    /**
     * Fits the model with options, while someone watches.
     *
     * <p>Nobody knows beforehand how many steps a search needs, so it comes near its end ever more slowly and then is there at once. The families here look
     * for a wish to stop after each evaluation of the likelihood; a family that does not override this method looks when the fit is done.
     *
     * @param patterns the base
     * @param options what the caller wants to say
     * @param progress told of the search; may stop it
     * @return the fit of {@link #fit(PurchasePatterns, FitOptions)}, to the bit
     * @throws java.util.concurrent.CancellationException if the progress stopped the fit
     */
    default PurchaseFit fit(PurchasePatterns patterns, FitOptions options, Progress progress) {
        Work work = Work.of(progress);
        PurchaseFit fit = fit(patterns, options);
        work.done();
        return fit;
    }
}
