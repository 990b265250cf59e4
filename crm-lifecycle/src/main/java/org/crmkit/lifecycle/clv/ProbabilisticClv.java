package org.crmkit.lifecycle.clv;

import static com.google.common.base.Preconditions.checkNotNull;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.crmkit.core.column.DoubleColumn;
import org.crmkit.core.explain.Explanation;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.profile.Profile;
import org.crmkit.core.score.Abstention;
import org.crmkit.core.score.Scale;
import org.crmkit.core.score.Score;
import org.crmkit.core.score.ScoreColumn;
import org.crmkit.core.score.ScoreKey;
import org.crmkit.core.strategy.Drift;
import org.crmkit.core.strategy.FittedOn;
import org.crmkit.core.strategy.ScoringContext;
import org.crmkit.core.strategy.ScoringModel;
import org.crmkit.core.time.TimeGrain;
import org.crmkit.lifecycle.purchase.BuyerState;
import org.crmkit.lifecycle.purchase.Buyers;
import org.crmkit.lifecycle.purchase.PurchaseFit;
import org.crmkit.lifecycle.purchase.PurchaseHistory;
import org.crmkit.lifecycle.spend.SpendFit;
import org.crmkit.lifecycle.spend.SpendPolicy;

/**
 * Customer lifetime value from fitted models of purchases and of spend: purchases x spend x margin, discounted.
 *
 * <p>The score is explained by factors that multiply to it: P(alive), the purchases if alive, what discounting leaves, the expected
 * spend and the margin, each beside its mean over the population at the fit. Source: Fader, Hardie and Lee (2005), RFM and CLV,
 * Journal of Marketing Research 42(4), doi:10.1509/jmkr.2005.42.4.415, equation 2.
 *
 * <p>For a customer kept as a {@link BuyerState}, {@link #value} gives the new score after an event in a microsecond or so.
 *
 * @param purchases the fitted purchase model
 * @param spend the fitted spend model
 * @param grain the unit of time the purchase model counts in
 * @param terms margin, horizon and discounting
 * @param policy the choices about one-timers and refunds
 * @param returns what becomes of refunds
 * @param population the mean of each factor over the population at the fit; empty if nobody could be scored
 * @param fittedOn what it was fitted on
 */
public record ProbabilisticClv(
        PurchaseFit purchases,
        SpendFit spend,
        TimeGrain grain,
        ClvTerms terms,
        SpendPolicy policy,
        BuyerState.Returns returns,
        Optional<ClvFactors> population,
        FittedOn fittedOn)
        implements ScoringModel<Double> {

    /** The name under which profiles carry the score. */
    public static final ScoreKey<Double> KEY = ScoreKey.number("clv");

    private static final Abstention NO_SPEND = new Abstention(
            "no-expected-spend",
            "neither the spend model nor the chosen policy knows what a purchase of this customer is worth");

    /**
     * Checks that the parts are there.
     *
     * @param purchases the fitted purchase model
     * @param spend the fitted spend model
     * @param grain the unit of time the purchase model counts in
     * @param terms margin, horizon and discounting
     * @param policy the choices about one-timers and refunds
     * @param returns what becomes of refunds
     * @param population the mean of each factor over the population at the fit
     * @param fittedOn what it was fitted on
     */
    public ProbabilisticClv {
        checkNotNull(purchases, "purchases");
        checkNotNull(spend, "spend");
        checkNotNull(grain, "grain");
        checkNotNull(terms, "terms");
        checkNotNull(policy, "policy");
        checkNotNull(returns, "returns");
        checkNotNull(population, "population");
        checkNotNull(fittedOn, "fittedOn");
    }

    @Override
    public ScoreKey<Double> key() {
        return KEY;
    }

    /** Tells whether both fits gave a model whose predictions may be used. */
    private boolean usable() {
        return purchases.status().usable() && spend.status().usable();
    }

    private Abstention noModel() {
        return purchases.status().usable()
                ? new Abstention(
                        "no-model", "the fit of " + spend.modelName() + " gave no usable model: " + spend.reason())
                : PurchaseScores.noModel(purchases);
    }

    /**
     * Returns the lifetime value of one customer as of the end of a day.
     *
     * @param state what is known of him
     * @param lastObservedDay the last day of which all is known, as days since 1970-01-01
     * @return the value in major units, at least zero; empty where a score would abstain
     */
    public OptionalDouble value(BuyerState state, int lastObservedDay) {
        if (!usable()) {
            return OptionalDouble.empty();
        }
        OptionalDouble amount = expectedSpend(state);
        if (amount.isEmpty()) {
            return amount;
        }
        PurchaseHistory history = state.history(lastObservedDay, grain);
        double purchasesAhead = PresentPurchases.of(purchases.usableModel(), history, terms);
        return OptionalDouble.of(purchasesAhead * amount.getAsDouble() * terms.margin());
    }

    /**
     * Returns the factors of the lifetime value of one customer as of the end of a day.
     *
     * @param state what is known of him
     * @param lastObservedDay the last day of which all is known, as days since 1970-01-01
     * @return the factors, or empty where a score would abstain
     */
    public Optional<ClvFactors> factors(BuyerState state, int lastObservedDay) {
        if (!usable()) {
            return Optional.empty();
        }
        OptionalDouble amount = expectedSpend(state);
        return amount.isPresent()
                ? Optional.of(PresentPurchases.factors(
                        purchases.usableModel(), state.history(lastObservedDay, grain), terms, amount.getAsDouble()))
                : Optional.empty();
    }

    OptionalDouble expectedSpend(BuyerState state) {
        return policy.expectedSpend(
                spend.usableModel(), state.repeatPurchases(), state.meanRepeatSpend(), state.firstSpend());
    }

    @Override
    public Score<Double> score(Profile profile, ScoringContext context) {
        if (!usable()) {
            return Score.abstain(noModel());
        }
        Optional<BuyerState> state = BuyerState.of(profile.summary(), returns);
        if (state.isEmpty()) {
            return Score.abstain(Abstention.NO_PURCHASES);
        }
        int day = Buyers.lastObservedDay(profile.asOf());
        Optional<ClvFactors> factors = factors(state.get(), day);
        if (factors.isEmpty()) {
            return Score.abstain(NO_SPEND);
        }
        double value = value(state.get(), day).orElseThrow();
        String currency = profile.summary().unit().currency().getCurrencyCode();
        return Score.of(
                value,
                Scale.amount(currency),
                explanation(value, factors.get(), state.get().history(day, grain)));
    }

    @Override
    public ScoreColumn<Double> scoreAll(CustomerBase base, ScoringContext context) {
        double[] numbers = new double[base.size()];
        Arrays.fill(numbers, Double.NaN);
        int total = 1;
        if (usable()) {
            Buyers buyers = Buyers.of(base.summaries(), grain, returns);
            total = Math.max(1, buyers.size());
            PurchaseScores.tell(context.progress(), 0, total);
            double[] purchasesAhead =
                    PresentPurchases.of(purchases.usableModel(), buyers.histories(), terms, context.progress());
            for (int i = 0; i < buyers.size(); i++) {
                OptionalDouble amount = expectedSpend(buyers.state(i));
                if (amount.isPresent()) {
                    numbers[buyers.row(i)] = purchasesAhead[i] * amount.getAsDouble() * terms.margin();
                }
            }
        }
        PurchaseScores.tell(context.progress(), total, total);
        return ScoreColumn.of(DoubleColumn.copyOf(numbers), row -> score(base.profile(row), context));
    }

    @Override
    public Optional<Drift> drift(CustomerBase today, ScoringContext context) {
        return PurchaseScores.drift(purchases, grain, today);
    }

    private Explanation explanation(double value, ClvFactors own, PurchaseHistory history) {
        boolean endless = terms.horizon() instanceof Horizon.Endless;
        List<Explanation> parts = List.of(
                new Explanation.Fact(
                        "clv.p-alive",
                        own.pAlive(),
                        PurchaseScores.inputs(purchases, history, mean(ClvFactors::pAlive))),
                new Explanation.Fact(
                        endless ? "clv.discounted-purchases-if-alive" : "clv.purchases-if-alive",
                        own.purchasesIfAlive(),
                        mean(ClvFactors::purchasesIfAlive)),
                new Explanation.Fact("clv.spend", own.spend(), mean(ClvFactors::spend)),
                new Explanation.Fact("clv.margin", own.margin(), mean(ClvFactors::margin)),
                new Explanation.Fact("clv.discount-factor", own.discountFactor(), mean(ClvFactors::discountFactor)));
        return new Explanation.Product("clv", value, parts);
    }

    private Map<String, String> mean(ToDoubleFunction<ClvFactors> factor) {
        return population
                .map(all -> Map.of("population", Double.toString(factor.applyAsDouble(all))))
                .orElse(Map.of());
    }
}
