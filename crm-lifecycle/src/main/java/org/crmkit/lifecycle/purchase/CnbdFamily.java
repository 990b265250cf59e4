package org.crmkit.lifecycle.purchase;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.List;
import org.crmkit.core.time.TimeGrain;
import org.crmkit.lifecycle.FitOptions;
import org.crmkit.lifecycle.FitStatus;
import org.crmkit.lifecycle.internal.progress.Work;

/**
 * Fits BG/CNBD-k or MBG/CNBD-k with the k, from 1 to 12, whose likelihood is highest; the smallest of equals.
 *
 * <p>The likelihood has one peak in k as far as anybody has seen, so the search ends after two k in a row that did not raise it, as that of
 * Platzer and Reutterer's package BTYDplus does.
 */
final class CnbdFamily implements SearchedFamily {

    private static final int LARGEST = 12;
    private static final int FALLS = 2;

    private final boolean modified;

    CnbdFamily(boolean modified) {
        this.modified = modified;
    }

    @Override
    public String name() {
        return modified ? CnbdModel.MBG : CnbdModel.BG;
    }

    @Override
    public List<String> parameterNames() {
        return CnbdModel.NAMES;
    }

    @Override
    public PurchaseModel model(TimeGrain grain, double... p) {
        checkArgument(p.length == 5, "there must be 5 parameters %s, were %s", CnbdModel.NAMES, p.length);
        checkArgument(p[4] == Math.rint(p[4]), "k must be a whole number, was %s", p[4]);
        return new CnbdModel(grain, modified, p[0], p[1], p[2], p[3], (int) p[4]);
    }

    @Override
    public PurchaseFit search(PurchasePatterns patterns, FitOptions options, Work work) {
        checkArgument(
                patterns.sumLogGaps().isPresent(), "patterns must hold the gaps to choose k: add rows with sumLogGaps");
        FitColumns columns = new FitColumns(patterns);
        PurchaseFit best = search(1, columns, patterns, options, work);
        int falls = 0;
        for (int k = 2; k <= LARGEST && falls < FALLS && best.status() != FitStatus.TOO_LITTLE_DATA; k++) {
            PurchaseFit fit = search(k, columns, patterns, options, work);
            boolean better = fit.status().usable()
                    && (!best.status().usable()
                            || fit.diagnostics().logLikelihood()
                                    > best.diagnostics().logLikelihood());
            best = better ? fit : best;
            falls = better ? 0 : falls + 1;
        }
        return best;
    }

    private PurchaseFit search(int k, FitColumns columns, PurchasePatterns patterns, FitOptions options, Work work) {
        return new BgFamily(modified, k).search(columns, patterns, options, work.part(k - 1, LARGEST));
    }

    /** Returns the same family for a given k. */
    PurchaseModelFamily withK(int k) {
        return new BgFamily(modified, k);
    }
}
