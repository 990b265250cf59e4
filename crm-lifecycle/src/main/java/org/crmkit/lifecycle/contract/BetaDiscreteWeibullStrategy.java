package org.crmkit.lifecycle.contract;

import static com.google.common.base.Preconditions.checkNotNull;

import java.util.List;
import org.crmkit.lifecycle.FitOptions;
import org.crmkit.lifecycle.internal.fit.PositiveFit;

/** Fits the beta-discrete-Weibull model, starting without duration dependence. */
record BetaDiscreteWeibullStrategy(FitOptions options) implements ContractStrategy {

    private static final List<String> NAMES = List.of("alpha", "beta", "c");

    private static final double START_TOTAL = 2;

    BetaDiscreteWeibullStrategy {
        checkNotNull(options, "options");
    }

    @Override
    public ContractFit fit(RenewalCounts counts) {
        if (counts.informativeRenewals() < NAMES.size()) {
            return ContractFits.tooLittleData(BetaDiscreteWeibull.NAME, counts, NAMES.size());
        }
        RenewalLikelihood likelihood = new RenewalLikelihood(counts);
        double loss = ContractFits.lossShare(counts);
        PositiveFit fit = PositiveFit.of(
                NAMES,
                new double[] {0, 0, 0},
                new double[] {1, 1, 1},
                new double[] {START_TOTAL * loss, START_TOTAL * (1 - loss), 1},
                (at, gradient) -> likelihood.weibull(at[0], at[1], at[2], gradient),
                counts.decisions(),
                options);
        return ContractFits.of(
                BetaDiscreteWeibull.NAME,
                counts,
                fit,
                found -> new BetaDiscreteWeibull(found.estimate(0), found.estimate(1), found.estimate(2)));
    }
}
