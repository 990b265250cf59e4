package org.crmkit.lifecycle.clv;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.crmkit.core.column.DoubleColumn;
import org.crmkit.core.explain.Explanation;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.profile.Profile;
import org.crmkit.core.score.Abstention;
import org.crmkit.core.score.Scale;
import org.crmkit.core.score.Score;
import org.crmkit.core.score.ScoreColumn;
import org.crmkit.core.score.ScoreKey;
import org.crmkit.core.strategy.FittedOn;
import org.crmkit.core.strategy.ScoringContext;
import org.crmkit.core.strategy.ScoringModel;
import org.crmkit.core.summary.CustomerSummary;
import org.crmkit.core.summary.PurchaseDays;
import org.crmkit.core.summary.SummaryTable;
import org.crmkit.core.time.AsOf;
import org.crmkit.lifecycle.contract.ContractFit;
import org.crmkit.lifecycle.purchase.Buyers;
import org.crmkit.lifecycle.purchase.DiscountRate;

/**
 * Customer lifetime value under contract: fee a period x margin x discounted periods to come.
 *
 * <p>Each payment (a day of purchase) pays for the period in which it falls, counted from the first payment of the contract. A
 * customer without a payment for the last period that has ended left at that renewal, and is worth nothing more; one who pays again
 * later begins a new contract. What is worth more periods is discounted from the next renewal on, whose fee counts in full.
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
        PurchaseDays payments = summary.purchaseDays();
        ContractTerm term = term(payments::epochDay, payments.size(), profile.asOf());
        double fee = summary.unit().toDouble(summary.netUnits()) / term.paidPeriods();
        Map<String, String> inputs = ImmutableMap.of(
                "renewals", Integer.toString(term.renewals()), "active", Boolean.toString(term.active()));
        double ahead = term.active() ? periodsAhead(term.renewals()) : 0;
        Explanation why = Explanation.product(
                "clv.contractual",
                List.of(
                        Explanation.fact("clv.fee-per-period", fee),
                        Explanation.fact("clv.margin", margin),
                        new Explanation.Fact("clv.discounted-periods-to-come", ahead, inputs)));
        return Score.of(why.value(), Scale.unbounded(summary.unit().currency().getCurrencyCode()), why);
    }

    @Override
    public ScoreColumn<Double> scoreAll(CustomerBase population, ScoringContext context) {
        if (!contract.status().usable()) {
            return ScoringModel.super.scoreAll(population, context);
        }
        SummaryTable table = population.summaries();
        // members of one age share the periods that lie ahead
        Map<Integer, Double> periods = new HashMap<>();
        DoubleColumn numbers = DoubleColumn.tabulate(table.size(), row -> {
            int payments = table.purchaseDays().get(row);
            if (payments == 0) {
                return Double.NaN;
            }
            int from = table.dayOffsets().get(row);
            ContractTerm term = term(i -> table.days().get(from + i), payments, table.asOf());
            double net = table.unit()
                    .toDouble(Math.subtractExact(
                            table.grossUnits().get(row), table.refundUnits().get(row)));
            return net
                    / term.paidPeriods()
                    * margin
                    * (term.active() ? periods.computeIfAbsent(term.renewals(), this::periodsAhead) : 0);
        });
        return ScoreColumn.of(numbers, row -> score(population.profile(row), context));
    }

    private ContractTerm term(IntUnaryOperator paymentDay, int payments, AsOf asOf) {
        return ContractTerm.of(
                paymentDay, payments, Buyers.lastObservedDay(asOf), daysPerPeriod(), earlierRenewals -> {});
    }

    private double periodsAhead(int renewals) {
        return contract.usableModel().discountedResidualLifetime(renewals + 1L, ratePerPeriod());
    }

    private double daysPerPeriod() {
        return period.grain().toDays(period.length());
    }

    private double ratePerPeriod() {
        return Math.expm1(Math.log1p(rate.annualRate()) * daysPerPeriod() / DAYS_PER_YEAR);
    }
}
