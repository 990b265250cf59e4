package org.crmkit.lifecycle.clv;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.util.Optional;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.strategy.ScoringContext;
import org.crmkit.core.summary.SummaryTable;
import org.crmkit.lifecycle.contract.ContractFit;
import org.crmkit.lifecycle.contract.ContractStrategy;
import org.crmkit.lifecycle.contract.RenewalCounts;
import org.crmkit.lifecycle.purchase.Buyers;
import org.crmkit.lifecycle.purchase.DiscountRate;

/** Counts the renewals of all contracts and fits the model to them; who left and came back has several. */
record ContractualClvStrategy(ContractStrategy contract, Horizon.Ahead period, double margin, DiscountRate rate)
        implements ClvStrategy {

    ContractualClvStrategy {
        checkNotNull(contract, "contract");
        checkNotNull(period, "period");
        checkArgument(
                margin > 0 && margin < Double.POSITIVE_INFINITY, "margin must be finite and above 0, was %s", margin);
        checkArgument(rate.annualRate() > 0, "annualRate must be above 0, was %s", rate.annualRate());
    }

    @Override
    public ContractualClv fit(CustomerBase population, ScoringContext context) {
        double days = period.grain().toDays(period.length());
        int end = Buyers.lastObservedDay(population.asOf());
        RenewalCounts.Builder counts = RenewalCounts.builder();
        SummaryTable table = population.summaries();
        for (int row = 0; row < table.size(); row++) {
            if (table.purchaseDays().get(row) > 0) {
                int from = table.dayOffsets().get(row);
                ContractTerm term = ContractTerm.of(
                        i -> table.days().get(from + i),
                        table.purchaseDays().get(row),
                        end,
                        days,
                        renewals -> counts.customer(renewals, false));
                counts.customer(term.renewals(), term.active());
            }
        }
        ContractFit fit = contract.fit(counts.build());
        return new ContractualClv(
                fit, period, margin, rate, FitOrigins.of(population, Optional.empty(), fit.status(), fit.reason()));
    }
}
