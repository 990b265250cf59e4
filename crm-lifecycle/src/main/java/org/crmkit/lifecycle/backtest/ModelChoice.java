package org.crmkit.lifecycle.backtest;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.crmkit.core.progress.Progress;
import org.crmkit.lifecycle.internal.progress.Work;
import org.crmkit.lifecycle.purchase.PurchaseFit;
import org.crmkit.lifecycle.purchase.PurchaseModelFamily;
import org.crmkit.lifecycle.purchase.PurchasePatterns;

/**
 * Which purchase model the data speak for.
 *
 * <p>By Schwarz's criterion: likelihood less a price for each parameter. All models in continuous time have comparable
 * likelihoods; a model in rounds (BG/BB) has not. A model whose fit is not usable cannot be chosen.
 *
 * @param chosen the chosen fit; empty if no candidate could be fitted
 * @param candidates all fits, the best first, those without a usable model last
 * @param reason one sentence for a person
 */
public record ModelChoice(Optional<PurchaseFit> chosen, List<PurchaseFit> candidates, String reason) {

    /**
     * Checks the parts and copies the candidates.
     *
     * @param chosen the chosen fit
     * @param candidates all fits, the best first, those without a usable model last
     * @param reason one sentence for a person
     */
    public ModelChoice {
        checkNotNull(chosen, "chosen");
        candidates = List.copyOf(candidates);
        checkNotNull(reason, "reason");
    }

    /**
     * Returns the models that are tried by default: simple first.
     *
     * @return NBD, BG/NBD, MBG/NBD, Pareto/NBD, and the BG/CNBD-k and MBG/CNBD-k whose k is chosen by likelihood
     */
    public static List<PurchaseModelFamily> standardCandidates() {
        return List.of(
                PurchaseModelFamily.nbd(),
                PurchaseModelFamily.bgNbd(),
                PurchaseModelFamily.mbgNbd(),
                PurchaseModelFamily.paretoNbd(),
                PurchaseModelFamily.bgCnbd(),
                PurchaseModelFamily.mbgCnbd());
    }

    /**
     * Fits all candidates and chooses.
     *
     * @param patterns the base, with gaps if a CNBD-k model is among the candidates
     * @param families the candidates; of equal evidence the earlier one is chosen
     * @return the choice
     */
    public static ModelChoice byEvidence(PurchasePatterns patterns, List<PurchaseModelFamily> families) {
        return byEvidence(patterns, families, Progress.NONE);
    }

    /**
     * Fits all candidates and chooses, while someone watches.
     *
     * @param patterns the base, with gaps if a CNBD-k model is among the candidates
     * @param families the candidates; of equal evidence the earlier one is chosen
     * @param progress told of the fits, one after the other; may stop them
     * @return the choice
     * @throws java.util.concurrent.CancellationException if the progress stopped the fits
     */
    public static ModelChoice byEvidence(
            PurchasePatterns patterns, List<PurchaseModelFamily> families, Progress progress) {
        checkArgument(!families.isEmpty(), "families must not be empty");
        Work work = Work.of(progress);
        List<PurchaseFit> fits = new ArrayList<>();
        for (PurchaseModelFamily family : families) {
            Work part = work.part(fits.size(), families.size());
            fits.add(family.fit(patterns, part));
            part.done();
        }
        return among(fits);
    }

    /**
     * Chooses among fits of one base, made wherever and in whatever order suits the caller.
     *
     * @param candidates at least one; of equal evidence the earlier wins
     * @return the choice
     */
    public static ModelChoice among(List<PurchaseFit> candidates) {
        checkArgument(!candidates.isEmpty(), "candidates must not be empty");
        List<PurchaseFit> fits = new ArrayList<>(candidates);
        // List.sort is stable: of equal evidence the earlier family stays first
        fits.sort((a, b) -> a.status().usable() != b.status().usable()
                ? (a.status().usable() ? -1 : 1)
                : Double.compare(bic(a), bic(b)));
        PurchaseFit best = fits.get(0);
        if (!best.status().usable()) {
            return new ModelChoice(Optional.empty(), fits, "no candidate could be fitted: " + best.reason());
        }
        String reason = fits.size() > 1 && fits.get(1).status().usable()
                ? String.format(
                        Locale.ROOT,
                        "%s has the lowest BIC, %.1f below %s",
                        best.modelName(),
                        bic(fits.get(1)) - bic(best),
                        fits.get(1).modelName())
                : best.modelName() + " is the only candidate that could be fitted";
        return new ModelChoice(Optional.of(best), fits, reason);
    }

    private static double bic(PurchaseFit fit) {
        return fit.model().isPresent() ? fit.diagnostics().bic() : Double.MAX_VALUE;
    }
}
