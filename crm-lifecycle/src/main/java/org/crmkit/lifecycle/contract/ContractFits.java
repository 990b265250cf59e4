package org.crmkit.lifecycle.contract;

import java.util.Optional;
import java.util.function.Function;
import org.crmkit.lifecycle.FitDiagnostics;
import org.crmkit.lifecycle.FitStatus;
import org.crmkit.lifecycle.internal.fit.PositiveFit;

/** What the fits of both models share. */
final class ContractFits {

    private ContractFits() {}

    static ContractFit tooLittleData(String name, RenewalCounts counts, int parameters) {
        return new ContractFit(
                name,
                FitStatus.TOO_LITTLE_DATA,
                parameters + " parameters need " + parameters + " renewals that someone faced, there were "
                        + counts.informativeRenewals(),
                Optional.empty(),
                FitDiagnostics.none(counts.decisions()),
                Optional.empty(),
                counts);
    }

    static ContractFit of(
            String name, RenewalCounts counts, PositiveFit fit, Function<PositiveFit, ContractModel> model) {
        boolean limit = fit.status() == FitStatus.AT_BORDER || fit.status() == FitStatus.NOT_IDENTIFIED;
        return new ContractFit(
                name,
                fit.status(),
                limit ? fit.reason() + "; the chance to leave is practically the same for all" : fit.reason(),
                Optional.of(model.apply(fit)),
                fit.diagnostics(),
                fit.uncertainty(),
                counts);
    }

    /** The share of decisions against renewal, kept inside (0, 1). */
    static double lossShare(RenewalCounts counts) {
        double lost = 0;
        for (int t = 1; t <= counts.renewals(); t++) {
            lost += counts.lost(t);
        }
        return (lost + 0.5) / (counts.decisions() + 1);
    }
}
