package org.crmkit.lifecycle.clv;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
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
import org.crmkit.core.summary.SummaryTable;
import org.crmkit.core.time.AsOf;
import org.crmkit.lifecycle.purchase.Buyers;
import org.crmkit.lifecycle.purchase.DiscountRate;

/**
 * The formula of the textbooks: order value x orders a year x margin x r / (1 + d - r).
 *
 * <p>The order value and the yearly orders are the customer's own (over at least one year), the retention rate r is one for
 * all. Source: Berger and Nasr (1998), Customer lifetime value: marketing models and applications, Journal of Interactive
 * Marketing 12(1), case 1 with an endless horizon.
 *
 * @param retention the share of customers who come back in a year, in [0, 1]; empty if it could not be learned
 * @param margin the share of spend that is earned, above zero
 * @param rate a yearly rate, above zero
 * @param fittedOn what the retention was learned from
 */
public record SimpleClv(OptionalDouble retention, double margin, DiscountRate rate, FittedOn fittedOn)
        implements ScoringModel<Double> {

    /** The name under which profiles carry the score. */
    public static final ScoreKey<Double> KEY = ScoreKey.number("clv.simple");

    private static final double DAYS_PER_YEAR = 365.25;

    private static final Abstention NO_RETENTION =
            new Abstention("no-model", "nobody bought in the year before the last one, so retention is not known");

    /**
     * Checks the ranges.
     *
     * @param retention the share of customers who come back in a year, in [0, 1]
     * @param margin the share of spend that is earned, above zero
     * @param rate a yearly rate, above zero
     * @param fittedOn what the retention was learned from
     */
    public SimpleClv {
        checkArgument(
                retention.isEmpty() || retention.getAsDouble() >= 0 && retention.getAsDouble() <= 1,
                "retention must be in [0, 1], was %s",
                retention);
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
        if (retention.isEmpty()) {
            return Score.abstain(NO_RETENTION);
        }
        if (!summary.hasPurchases()) {
            return Score.abstain(Abstention.NO_PURCHASES);
        }
        double years = years(summary.purchaseDays().epochDay(0), profile.asOf());
        double orders = summary.orders();
        double r = retention.getAsDouble();
        Explanation why = Explanation.product(
                "clv.simple",
                List.of(
                        Explanation.fact("clv.order-value", summary.unit().toDouble(summary.netUnits()) / orders),
                        new Explanation.Fact(
                                "clv.orders-per-year", orders / years, Map.of("years", Double.toString(years))),
                        Explanation.fact("clv.margin", margin),
                        new Explanation.Fact(
                                "clv.retention-multiple",
                                multiple(r),
                                ImmutableMap.of(
                                        "retention", Double.toString(r), "rate", Double.toString(rate.annualRate())))));
        return Score.of(why.value(), Scale.unbounded(summary.unit().currency().getCurrencyCode()), why);
    }

    @Override
    public ScoreColumn<Double> scoreAll(CustomerBase population, ScoringContext context) {
        if (retention.isEmpty()) {
            return ScoringModel.super.scoreAll(population, context);
        }
        SummaryTable table = population.summaries();
        double multiple = multiple(retention.getAsDouble());
        DoubleColumn numbers = DoubleColumn.tabulate(table.size(), row -> {
            if (table.purchaseDays().get(row) == 0) {
                return Double.NaN;
            }
            double orders = table.orders().get(row);
            double net = table.unit()
                    .toDouble(Math.subtractExact(
                            table.grossUnits().get(row), table.refundUnits().get(row)));
            return net / orders * (orders / years(table.firstDay().get(row), table.asOf())) * margin * multiple;
        });
        return ScoreColumn.of(numbers, row -> score(population.profile(row), context));
    }

    /** The years since the first purchase, at least one. */
    private static double years(int firstDay, AsOf asOf) {
        return Math.max(1, (Buyers.lastObservedDay(asOf) + 1.0 - firstDay) / DAYS_PER_YEAR);
    }

    private double multiple(double r) {
        return r / (1 + rate.annualRate() - r);
    }
}
