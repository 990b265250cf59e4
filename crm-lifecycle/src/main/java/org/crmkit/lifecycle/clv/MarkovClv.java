package org.crmkit.lifecycle.clv;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * Customer lifetime value from a chain of recency states, over the periods to come.
 *
 * <p>The value is the discounted number of periods in which he is expected to buy, times what such a period brings, less the
 * discounted number of periods in which he is contacted, times what that costs. A negative value says: stop contacting.
 *
 * @param chain the states 1 to n and {@code gone}, with the learned moves; empty if nothing could be learned
 * @param spendPerActivePeriod the mean net spend of a customer in a period in which he buys, in major units
 * @param plan periods, states, margin, cost and rate
 * @param fittedOn what it was fitted on
 */
public record MarkovClv(Optional<MarkovChain> chain, double spendPerActivePeriod, Plan plan, FittedOn fittedOn)
        implements ScoringModel<Double> {

    /** The name under which profiles carry the score. */
    public static final ScoreKey<Double> KEY = ScoreKey.number("clv.markov");

    private static final Abstention NO_CHAIN =
            new Abstention("no-model", "no customer was watched for two periods, so no move between states is known");

    /**
     * Checks the parts.
     *
     * @param chain the states 1 to n and {@code gone}, with the learned moves
     * @param spendPerActivePeriod the mean net spend of a customer in a period in which he buys, in major units
     * @param plan periods, states, margin, cost and rate
     * @param fittedOn what it was fitted on
     */
    public MarkovClv {
        checkNotNull(plan, "plan");
        checkNotNull(fittedOn, "fittedOn");
        checkArgument(
                Double.isFinite(spendPerActivePeriod),
                "spendPerActivePeriod must be finite, was %s",
                spendPerActivePeriod);
        checkArgument(
                chain.isEmpty() || chain.get().states().size() == plan.recencyStates() + 1,
                "chain must have %s states, had %s",
                plan.recencyStates() + 1,
                chain);
    }

    /**
     * How recency states are cut and what they cost.
     *
     * @param periodDays the length of a period in days, at least 1
     * @param recencyStates after how many periods without a purchase a customer counts as gone, at least 1
     * @param margin the share of spend that is earned, above zero
     * @param contactCost what it costs to keep contact with a customer who is not gone, for a period, in major units
     * @param rate a yearly rate, above zero
     * @param smoothing added to each count of moves, at least zero
     */
    public record Plan(
            int periodDays, int recencyStates, double margin, double contactCost, DiscountRate rate, double smoothing) {

        private static final double DAYS_PER_YEAR = 365.25;

        /**
         * Checks the parts.
         *
         * @param periodDays the length of a period in days, at least 1
         * @param recencyStates after how many periods without a purchase a customer counts as gone, at least 1
         * @param margin the share of spend that is earned, above zero
         * @param contactCost what it costs to keep contact with a customer who is not gone, for a period, in major
         *     units
         * @param rate a yearly rate, above zero
         * @param smoothing added to each count of moves, at least zero
         */
        public Plan {
            checkArgument(periodDays >= 1, "periodDays must be at least 1, was %s", periodDays);
            checkArgument(recencyStates >= 1, "recencyStates must be at least 1, was %s", recencyStates);
            checkArgument(
                    margin > 0 && margin < Double.POSITIVE_INFINITY,
                    "margin must be finite and above 0, was %s",
                    margin);
            checkArgument(
                    contactCost >= 0 && contactCost < Double.POSITIVE_INFINITY,
                    "contactCost must be finite and at least 0, was %s",
                    contactCost);
            checkArgument(rate.annualRate() > 0, "annualRate must be above 0, was %s", rate.annualRate());
            checkArgument(
                    smoothing >= 0 && smoothing < Double.POSITIVE_INFINITY,
                    "smoothing must be finite and at least 0, was %s",
                    smoothing);
        }

        /** The rate of one period. */
        double ratePerPeriod() {
            return Math.expm1(Math.log1p(rate.annualRate()) * periodDays / DAYS_PER_YEAR);
        }

        /** The state of one whose last purchase lies so many whole periods back: 0 for the present one. */
        int stateAfter(int periods) {
            return Math.min(periods, recencyStates);
        }
    }

    @Override
    public ScoreKey<Double> key() {
        return KEY;
    }

    @Override
    public Score<Double> score(Profile profile, ScoringContext context) {
        CustomerSummary summary = profile.summary();
        if (chain.isEmpty()) {
            return Score.abstain(NO_CHAIN);
        }
        if (!summary.hasPurchases()) {
            return Score.abstain(Abstention.NO_PURCHASES);
        }
        int last = summary.purchaseDays().epochDay(summary.purchaseDays().size() - 1);
        Explanation why = explanation(chain.get(), state(last, profile.asOf()));
        return Score.of(why.value(), Scale.unbounded(summary.unit().currency().getCurrencyCode()), why);
    }

    @Override
    public ScoreColumn<Double> scoreAll(CustomerBase population, ScoringContext context) {
        if (chain.isEmpty()) {
            return ScoringModel.super.scoreAll(population, context);
        }
        double[] values = new double[plan.recencyStates() + 1];
        Arrays.setAll(values, state -> explanation(chain.get(), state).value());
        SummaryTable table = population.summaries();
        DoubleColumn numbers = DoubleColumn.tabulate(
                table.size(),
                row -> table.purchaseDays().get(row) == 0
                        ? Double.NaN
                        : values[state(table.lastDay().get(row), table.asOf())]);
        return ScoreColumn.of(numbers, row -> score(population.profile(row), context));
    }

    private int state(int lastDay, AsOf asOf) {
        return plan.stateAfter(Math.max(0, Buyers.lastObservedDay(asOf) - lastDay) / plan.periodDays());
    }

    private Explanation explanation(MarkovChain moves, int state) {
        int n = moves.states().size();
        double[] buying = new double[n];
        buying[0] = 1;
        double[] contacted = new double[n];
        for (int i = 0; i < n - 1; i++) {
            contacted[i] = 1;
        }
        Map<String, String> where = Map.of("state", moves.states().get(state));
        Explanation earned = Explanation.product(
                "clv.earned",
                List.of(
                        new Explanation.Fact("clv.discounted-active-periods", ahead(moves, buying, state), where),
                        Explanation.fact("clv.spend-per-active-period", spendPerActivePeriod),
                        Explanation.fact("clv.margin", plan.margin())));
        Explanation spent = new Explanation.Weighted(
                "clv.contact-cost",
                -plan.contactCost(),
                Explanation.fact("clv.discounted-contact-periods", ahead(moves, contacted, state)));
        return Explanation.sum("clv.markov", List.of(earned, spent));
    }

    /** The discounted number of coming periods in marked states: the value of a unit reward less the present period. */
    private double ahead(MarkovChain moves, double[] marked, int state) {
        return Math.max(0, moves.value(marked, plan.ratePerPeriod())[state] - marked[state]);
    }
}
