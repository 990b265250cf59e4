package org.crmkit.lifecycle.clv;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Optional;
import java.util.OptionalDouble;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.strategy.ScoringContext;
import org.crmkit.core.summary.SummaryTable;
import org.crmkit.lifecycle.FitStatus;
import org.crmkit.lifecycle.purchase.Buyers;
import org.crmkit.lifecycle.purchase.DiscountRate;

/** Learns the yearly retention: of those who bought in the year before the last, the share who bought in the last. */
record SimpleClvStrategy(double margin, DiscountRate rate) implements ClvStrategy {

    private static final int YEAR = 365;

    SimpleClvStrategy {
        checkArgument(
                margin > 0 && margin < Double.POSITIVE_INFINITY, "margin must be finite and above 0, was %s", margin);
        checkArgument(rate.annualRate() > 0, "annualRate must be above 0, was %s", rate.annualRate());
    }

    @Override
    public SimpleClv fit(CustomerBase population, ScoringContext context) {
        SummaryTable table = population.summaries();
        int end = Buyers.lastObservedDay(population.asOf()) + 1;
        int before = 0;
        int both = 0;
        for (int row = 0; row < table.size(); row++) {
            if (bought(table, row, end - 2 * YEAR, end - YEAR)) {
                before++;
                both += bought(table, row, end - YEAR, end) ? 1 : 0;
            }
        }
        FitStatus status = before == 0 ? FitStatus.TOO_LITTLE_DATA : FitStatus.CONVERGED;
        return new SimpleClv(
                before == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) both / before),
                margin,
                rate,
                FitOrigins.of(
                        population,
                        Optional.empty(),
                        status,
                        before + " customers bought in the year before the last"));
    }

    private static boolean bought(SummaryTable table, int row, int from, int to) {
        for (int i = table.dayOffsets().get(row); i < table.dayOffsets().get(row + 1); i++) {
            int day = table.days().get(i);
            if (day >= from && day < to) {
                return true;
            }
        }
        return false;
    }
}
