package org.crmkit.lifecycle.contract;

import com.google.common.collect.ImmutableMap;
import java.util.Map;
import org.apache.commons.numbers.gamma.LogBeta;

/**
 * The shifted-beta-geometric model of contract renewal.
 *
 * <p>Each customer leaves at each renewal with his own fixed chance; the chances are Beta(alpha, beta) distributed over
 * customers. Nobody changes, yet the retention rate of a cohort rises, because those likely to leave leave first:
 * {@code r(t) = (beta + t - 1) / (alpha + beta + t - 1)}, {@code S(t) = B(alpha, beta + t) / B(alpha, beta)}.
 *
 * <p>Source: Fader and Hardie (2007), How to project customer retention, Journal of Interactive Marketing 21(1),
 * doi:10.1002/dir.20074, equations 5 to 7; discounted lifetimes as in {@link ContractModel}.
 *
 * @param alpha the first shape of the chance to leave, above zero
 * @param beta the second shape, above zero
 */
public record ShiftedBetaGeometric(double alpha, double beta) implements ContractModel {

    /** The fixed name of this kind of model. */
    public static final String NAME = "shifted-beta-geometric";

    /** Up to here survival is a product of retention rates, exact to the last digits. */
    private static final long PRODUCT_UP_TO = 64;

    /**
     * Checks the values.
     *
     * @param alpha the first shape of the chance to leave, above zero
     * @param beta the second shape, above zero
     */
    public ShiftedBetaGeometric {
        ContractArguments.checkPositive(alpha, "alpha");
        ContractArguments.checkPositive(beta, "beta");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public double survival(long renewals) {
        return residualSurvival(0, renewals);
    }

    @Override
    public double residualSurvival(long renewals, long further) {
        ContractArguments.checkRenewals(renewals, "renewals");
        ContractArguments.checkRenewals(further, "further");
        if (further <= PRODUCT_UP_TO) {
            double product = 1;
            for (long t = renewals + 1; t <= renewals + further; t++) {
                product *= retention(t);
            }
            return product;
        }
        double from = beta + renewals;
        return Math.exp(LogBeta.value(alpha, from + further) - LogBeta.value(alpha, from));
    }

    @Override
    public double retention(long renewal) {
        ContractArguments.checkRenewal(renewal, "renewal");
        double kept = beta + (renewal - 1);
        return kept / (alpha + kept);
    }

    @Override
    public double lossProbability(long renewal) {
        ContractArguments.checkRenewal(renewal, "renewal");
        return survival(renewal - 1) * (alpha / (alpha + beta + (renewal - 1)));
    }

    @Override
    public double discountedLifetime(double discountRatePerPeriod) {
        ContractArguments.checkPositive(discountRatePerPeriod, "discountRatePerPeriod");
        return BetaDiscounting.expectedPeriods(alpha, beta, discountRatePerPeriod);
    }

    @Override
    public double discountedResidualLifetime(long nextRenewal, double discountRatePerPeriod) {
        ContractArguments.checkPositive(discountRatePerPeriod, "discountRatePerPeriod");
        return retention(nextRenewal)
                * BetaDiscounting.expectedPeriods(alpha, beta + nextRenewal, discountRatePerPeriod);
    }

    @Override
    public Map<String, Double> parameters() {
        return ImmutableMap.of("alpha", alpha, "beta", beta);
    }

    /**
     * Returns the mean chance to leave at the first renewal.
     *
     * @return {@code alpha / (alpha + beta)}, in (0, 1)
     */
    public double meanLossProbability() {
        return alpha / (alpha + beta);
    }
}
