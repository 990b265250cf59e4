package org.crmkit.lifecycle.contract;

import com.google.common.collect.ImmutableMap;
import java.util.Map;
import org.apache.commons.numbers.gamma.LogBeta;

/**
 * The beta-discrete-Weibull model of contract renewal.
 *
 * <p>As the {@link ShiftedBetaGeometric}, but the single customer's chance to leave may rise (c above 1) or fall (c
 * below 1) with the renewals behind him: {@code S(t) = B(alpha, beta + t^c) / B(alpha, beta)}. With c = 1 it is the
 * shifted-beta-geometric.
 *
 * <p>Source: Fader, Hardie, Liu, Davin and Steenburgh (2018), How to project customer retention revisited: the role of
 * duration dependence, Journal of Interactive Marketing 43, doi:10.1016/j.intmar.2018.01.002, equation 6.
 *
 * @param alpha the first shape of the chance to leave, above zero
 * @param beta the second shape, above zero
 * @param c the duration dependence, above zero
 */
public record BetaDiscreteWeibull(double alpha, double beta, double c) implements ContractModel {

    /** The fixed name of this kind of model. */
    public static final String NAME = "beta-discrete-weibull";

    /**
     * Checks the values.
     *
     * @param alpha the first shape of the chance to leave, above zero
     * @param beta the second shape, above zero
     * @param c the duration dependence, above zero
     */
    public BetaDiscreteWeibull {
        ContractArguments.checkPositive(alpha, "alpha");
        ContractArguments.checkPositive(beta, "beta");
        ContractArguments.checkPositive(c, "c");
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
        return Math.exp(logSurvival(renewals, (double) renewals + further));
    }

    @Override
    public double retention(long renewal) {
        ContractArguments.checkRenewal(renewal, "renewal");
        return Math.exp(logSurvival(renewal - 1, renewal));
    }

    @Override
    public double lossProbability(long renewal) {
        ContractArguments.checkRenewal(renewal, "renewal");
        return survival(renewal - 1) * -Math.expm1(logSurvival(renewal - 1, renewal));
    }

    @Override
    public double discountedLifetime(double discountRatePerPeriod) {
        ContractArguments.checkPositive(discountRatePerPeriod, "discountRatePerPeriod");
        return DiscountedSum.of(0, Math.log1p(discountRatePerPeriod), t -> logSurvival(0, t));
    }

    @Override
    public double discountedResidualLifetime(long nextRenewal, double discountRatePerPeriod) {
        ContractArguments.checkRenewal(nextRenewal, "nextRenewal");
        ContractArguments.checkPositive(discountRatePerPeriod, "discountRatePerPeriod");
        return DiscountedSum.of(nextRenewal, Math.log1p(discountRatePerPeriod), t -> logSurvival(nextRenewal - 1, t));
    }

    @Override
    public Map<String, Double> parameters() {
        return ImmutableMap.of("alpha", alpha, "beta", beta, "c", c);
    }

    /** Returns {@code ln S(to) - ln S(from)}, at most zero. */
    private double logSurvival(double from, double to) {
        return Math.min(
                0, LogBeta.value(alpha, beta + Math.pow(to, c)) - LogBeta.value(alpha, beta + Math.pow(from, c)));
    }
}
