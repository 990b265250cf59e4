package org.crmkit.lifecycle.clv;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Map;
import org.crmkit.core.explain.Explanation;
import org.crmkit.core.profile.Profile;
import org.crmkit.core.score.Abstention;
import org.crmkit.core.score.Scale;
import org.crmkit.core.score.Score;
import org.crmkit.core.score.ScoreKey;
import org.crmkit.core.strategy.FittedOn;
import org.crmkit.core.strategy.ScoringContext;
import org.crmkit.core.strategy.ScoringModel;
import org.crmkit.core.summary.CustomerSummary;
import org.crmkit.lifecycle.contract.ContractFit;
import org.crmkit.lifecycle.purchase.Buyers;
import org.crmkit.lifecycle.purchase.DiscountRate;

/**
 * Customer lifetime value under contract: fee a period x margin x discounted periods to come.
 *
 * <p>Each payment (a day of purchase) pays for the period in which it falls, counted from the customer's first payment. A
 * customer without a payment for the last period that has ended left at that renewal, and is worth nothing more.
 *
 * @param contract the fitted model of renewal
 * @param period the length of a contract's period
 * @param margin the share of the fee that is earned, above zero
 * @param rate a yearly rate, above zero
 * @param fittedOn what it was fitted on
 */
public record ContractualClv(
        ContractFit contract, Horizon.Ahead period, double margin, DiscountRate rate, FittedOn fittedOn)
        implements ScoringModel<Double> {

    /** The name under which profiles carry the score. */
    public static final ScoreKey<Double> KEY = ScoreKey.number("clv.contractual");

    private static final double DAYS_PER_YEAR = 365.25;

    /**
     * Checks the ranges.
     *
     * @param contract the fitted model of renewal
     * @param period the length of a contract's period
     * @param margin the share of the fee that is earned, above zero
     * @param rate a yearly rate, above zero
     * @param fittedOn what it was fitted on
     */
    public ContractualClv {
        checkNotNull(contract, "contract");
        checkNotNull(period, "period");
        checkArgument(
                margin > 0 && margin < Double.POSITIVE_INFINITY, "margin must be finite and above 0, was %s", margin);
        checkArgument(rate.annualRate() > 0, "annualRate must be above 0, was %s", rate.annualRate());
        checkNotNull(fittedOn, "fittedOn");
    }

    @Override
    public ScoreKey<Double> key() {
        return KEY;
    }

    @Override
    public Score<Double> score(Profile profile, ScoringContext context) {
        CustomerSummary summary = profile.summary();
        if (!contract.status().usable()) {
            return Score.abstain(new Abstention(
                    "no-model", "the fit of " + contract.modelName() + " gave no usable model: " + contract.reason()));
        }
        if (!summary.hasPurchases()) {
            return Score.abstain(Abstention.NO_PURCHASES);
        }
        ContractTerm term =
                ContractTerm.of(summary.purchaseDays(), Buyers.lastObservedDay(profile.asOf()), daysPerPeriod());
        double fee = summary.unit().toDouble(summary.netUnits()) / term.paidPeriods();
        Map<String, String> inputs = ImmutableMap.of(
                "renewals", Integer.toString(term.renewals()), "active", Boolean.toString(term.active()));
        double ahead = term.active()
                ? contract.usableModel().discountedResidualLifetime(term.renewals() + 1L, ratePerPeriod())
                : 0;
        Explanation why = Explanation.product(
                "clv.contractual",
                List.of(
                        Explanation.fact("clv.fee-per-period", fee),
                        Explanation.fact("clv.margin", margin),
                        new Explanation.Fact("clv.discounted-periods-to-come", ahead, inputs)));
        return Score.of(why.value(), Scale.unbounded(summary.unit().currency().getCurrencyCode()), why);
    }

    private double daysPerPeriod() {
        return period.grain().toDays(period.length());
    }

    private double ratePerPeriod() {
        return Math.expm1(Math.log1p(rate.annualRate()) * daysPerPeriod() / DAYS_PER_YEAR);
    }
}
