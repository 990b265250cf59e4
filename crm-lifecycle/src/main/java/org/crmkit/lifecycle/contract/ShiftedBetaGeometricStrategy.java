package org.crmkit.lifecycle.contract;

import static com.google.common.base.Preconditions.checkNotNull;

import java.util.List;
import org.crmkit.lifecycle.FitOptions;
import org.crmkit.lifecycle.internal.fit.PositiveFit;

/** Fits the shifted-beta-geometric model from a start of middling heterogeneity. */
record ShiftedBetaGeometricStrategy(FitOptions options) implements ContractStrategy {

    private static final List<String> NAMES = List.of("alpha", "beta");

    /** alpha + beta at the start: between all alike (large) and all different (small). */
    private static final double START_TOTAL = 2;

    ShiftedBetaGeometricStrategy {
        checkNotNull(options, "options");
    }

    @Override
    public ContractFit fit(RenewalCounts counts) {
        if (counts.informativeRenewals() < NAMES.size()) {
            return ContractFits.tooLittleData(ShiftedBetaGeometric.NAME, counts, NAMES.size());
        }
        RenewalLikelihood likelihood = new RenewalLikelihood(counts);
        double loss = ContractFits.lossShare(counts);
        PositiveFit fit = PositiveFit.of(
                NAMES,
                new double[] {0, 0},
                new double[] {1, 1},
                new double[] {START_TOTAL * loss, START_TOTAL * (1 - loss)},
                (at, gradient) -> likelihood.geometric(at[0], at[1], gradient),
                counts.decisions(),
                options);
        return ContractFits.of(
                ShiftedBetaGeometric.NAME,
                counts,
                fit,
                found -> new ShiftedBetaGeometric(found.estimate(0), found.estimate(1)));
    }
}
