package org.crmkit.lifecycle.backtest;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableMap;
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
import org.crmkit.core.strategy.ScoringContext;
import org.crmkit.core.strategy.ScoringModel;
import org.crmkit.core.time.TimeGrain;
import org.crmkit.lifecycle.purchase.BuyerState;
import org.crmkit.lifecycle.purchase.Buyers;
import org.crmkit.lifecycle.purchase.PurchaseHistories;
import org.crmkit.lifecycle.purchase.PurchaseHistory;

/**
 * The rules that every model must beat: the customer goes on at his own rate, always or only if he bought lately.
 *
 * <p>The rate is x/T, repeat purchases a day since the first one. Spend ahead is that times the mean of his repeat purchases; the chance of
 * any purchase is {@code 1 - exp(-rate horizon)}, that of a customer who buys at random.
 *
 * @param horizonDays how far ahead, in days, above zero
 * @param onlyIfRecent whether a customer whose last purchase lies in the first half of his time is taken to have stopped
 * @param target what is foretold
 */
public record NaiveRate(double horizonDays, boolean onlyIfRecent, Target target) implements ScoringModel<Double> {

    /**
     * Checks the horizon.
     *
     * @param horizonDays how far ahead, in days, above zero
     * @param onlyIfRecent whether a customer whose last purchase lies in the first half of his time is taken to have
     *     stopped
     * @param target what is foretold
     */
    public NaiveRate {
        checkArgument(
                horizonDays > 0 && horizonDays < Double.POSITIVE_INFINITY,
                "horizonDays must be finite and above 0, was %s",
                horizonDays);
        checkNotNull(target, "target");
    }

    @Override
    public ScoreKey<Double> key() {
        String name = onlyIfRecent ? "naive-rate-if-recent" : "naive-rate";
        return ScoreKey.number(
                switch (target) {
                    case PURCHASES -> name;
                    case SPEND -> name + ".spend";
                    case ANY_PURCHASE -> name + ".any-purchase";
                });
    }

    @Override
    public Score<Double> score(Profile profile, ScoringContext context) {
        Optional<BuyerState> state = BuyerState.of(profile.summary(), BuyerState.Returns.IGNORE);
        if (state.isEmpty()) {
            return Score.abstain(Abstention.NO_PURCHASES);
        }
        PurchaseHistory history = state.get().history(Buyers.lastObservedDay(profile.asOf()), TimeGrain.DAY);
        Explanation why = explanation(history, state.get().meanRepeatSpend());
        Scale scale = switch (target) {
            case PURCHASES -> Scale.amount("purchase");
            case SPEND -> Scale.amount(profile.summary().unit().currency().getCurrencyCode());
            case ANY_PURCHASE -> Scale.probability(Scale.Direction.HIGHER_IS_BETTER);
        };
        return Score.of(why.value(), scale, why);
    }

    @Override
    public ScoreColumn<Double> scoreAll(CustomerBase population, ScoringContext context) {
        double[] numbers = new double[population.size()];
        Arrays.fill(numbers, Double.NaN);
        Buyers buyers = Buyers.of(population.summaries(), TimeGrain.DAY, BuyerState.Returns.IGNORE);
        PurchaseHistories histories = buyers.histories();
        double[] means = buyers.meanRepeatSpends();
        for (int i = 0; i < buyers.size(); i++) {
            double rate = rate(histories.repeatPurchases(i), histories.recency(i), histories.age(i));
            numbers[buyers.row(i)] = number(rate, means[i]);
        }
        return ScoreColumn.of(DoubleColumn.copyOf(numbers), row -> score(population.profile(row), context));
    }

    private boolean hasStopped(double recency, double age) {
        return onlyIfRecent && !(recency > age / 2);
    }

    private double rate(int repeatPurchases, double recency, double age) {
        return repeatPurchases == 0 || hasStopped(recency, age) ? 0 : repeatPurchases / age;
    }

    private double number(double rate, double meanSpend) {
        return switch (target) {
            case PURCHASES -> rate * horizonDays;
            case SPEND -> rate * horizonDays * meanSpend;
            case ANY_PURCHASE -> -Math.expm1(-rate * horizonDays);
        };
    }

    private Explanation explanation(PurchaseHistory history, double meanSpend) {
        double rate = rate(history.repeatPurchases(), history.recency(), history.age());
        Map<String, String> inputs = ImmutableMap.of(
                "x", Integer.toString(history.repeatPurchases()),
                "stopped", Boolean.toString(hasStopped(history.recency(), history.age())));
        Explanation pace = new Explanation.Fact("naive.rate-per-day", rate, inputs);
        Explanation days = Explanation.fact("naive.horizon-days", horizonDays);
        return switch (target) {
            case PURCHASES -> Explanation.product(key().name(), List.of(pace, days));
            case SPEND ->
                Explanation.product(key().name(), List.of(pace, days, Explanation.fact("naive.mean-spend", meanSpend)));
            case ANY_PURCHASE -> new Explanation.Fact(key().name(), number(rate, meanSpend), inputs);
        };
    }
}
