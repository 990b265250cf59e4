package org.crmkit.lifecycle.clv;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.List;
import java.util.Map;
import org.crmkit.core.column.DoubleColumn;
import org.crmkit.core.explain.Explanation;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.profile.Profile;
import org.crmkit.core.score.Abstention;
import org.crmkit.core.score.Scale;
import org.crmkit.core.score.Score;
import org.crmkit.core.score.ScoreColumn;
import org.crmkit.core.score.ScoreKey;
import org.crmkit.core.strategy.ScoringContext;
import org.crmkit.core.strategy.ScoringModel;
import org.crmkit.core.summary.CustomerSummary;
import org.crmkit.core.summary.SummaryTable;

/**
 * The value already brought: what was charged less what was given back, times the margin.
 *
 * @param margin the share of spend that is earned, above zero
 */
public record HistoricalClv(double margin) implements ScoringModel<Double> {

    /** The name under which profiles carry the score. */
    public static final ScoreKey<Double> KEY = ScoreKey.number("clv.historical");

    /**
     * Checks the margin.
     *
     * @param margin the share of spend that is earned, above zero
     */
    public HistoricalClv {
        checkArgument(
                margin > 0 && margin < Double.POSITIVE_INFINITY, "margin must be finite and above 0, was %s", margin);
    }

    @Override
    public ScoreKey<Double> key() {
        return KEY;
    }

    @Override
    public Score<Double> score(Profile profile, ScoringContext context) {
        CustomerSummary summary = profile.summary();
        if (!summary.hasPurchases()) {
            return Score.abstain(Abstention.NO_PURCHASES);
        }
        double net = summary.unit().toDouble(summary.netUnits());
        Explanation why = Explanation.product(
                "clv.historical",
                List.of(
                        new Explanation.Fact("clv.net-spend", net, Map.of("orders", Long.toString(summary.orders()))),
                        Explanation.fact("clv.margin", margin)));
        return Score.of(why.value(), Scale.unbounded(summary.unit().currency().getCurrencyCode()), why);
    }

    @Override
    public ScoreColumn<Double> scoreAll(CustomerBase population, ScoringContext context) {
        SummaryTable table = population.summaries();
        DoubleColumn numbers = DoubleColumn.tabulate(
                table.size(),
                row -> table.purchaseDays().get(row) == 0
                        ? Double.NaN
                        : table.unit()
                                        .toDouble(Math.subtractExact(
                                                table.grossUnits().get(row),
                                                table.refundUnits().get(row)))
                                * margin);
        return ScoreColumn.of(numbers, row -> score(population.profile(row), context));
    }
}
