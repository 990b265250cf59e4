package org.crmkit.lifecycle.purchase;

import org.crmkit.core.progress.Progress;
import org.crmkit.lifecycle.FitOptions;
import org.crmkit.lifecycle.internal.progress.Work;

/** A family whose fits are searches: each evaluation of the likelihood is a step that may be the last. */
interface SearchedFamily extends PurchaseModelFamily {

    /** Searches the best parameters. */
    PurchaseFit search(PurchasePatterns patterns, FitOptions options, Work work);

    @Override
    default PurchaseFit fit(PurchasePatterns patterns, FitOptions options) {
        return fit(patterns, options, Progress.NONE);
    }

    @Override
    default PurchaseFit fit(PurchasePatterns patterns, FitOptions options, Progress progress) {
        Work work = Work.of(progress);
        PurchaseFit fit = search(patterns, options, work);
        work.done();
        return fit;
    }
}
