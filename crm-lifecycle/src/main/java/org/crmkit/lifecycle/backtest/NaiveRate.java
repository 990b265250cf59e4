package org.crmkit.lifecycle.backtest;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.List;
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
 * @param horizonDays how far ahead, in days, above zero
 * @param onlyIfRecent whether a customer whose last purchase lies in the first half of his time is taken to have stopped
 */
public record NaiveRate(double horizonDays, boolean onlyIfRecent) implements ScoringModel<Double> {

    private static final Scale SCALE = Scale.amount("purchase");

    /**
     * Checks the horizon.
     *
     * @param horizonDays how far ahead, in days, above zero
     * @param onlyIfRecent whether a customer whose last purchase lies in the first half of his time is taken to have
     *     stopped
     */
    public NaiveRate {
        checkArgument(
                horizonDays > 0 && horizonDays < Double.POSITIVE_INFINITY,
                "horizonDays must be finite and above 0, was %s",
                horizonDays);
    }

    @Override
    public ScoreKey<Double> key() {
        return ScoreKey.number(onlyIfRecent ? "naive-rate-if-recent" : "naive-rate");
    }

    @Override
    public Score<Double> score(Profile profile, ScoringContext context) {
        Optional<BuyerState> state = BuyerState.of(profile.summary(), BuyerState.Returns.IGNORE);
        if (state.isEmpty()) {
            return Score.abstain(Abstention.NO_PURCHASES);
        }
        PurchaseHistory history = state.get().history(Buyers.lastObservedDay(profile.asOf()), TimeGrain.DAY);
        boolean stopped = hasStopped(history.recency(), history.age());
        double rate = rate(history.repeatPurchases(), history.recency(), history.age());
        Explanation why = Explanation.product(
                key().name(),
                List.of(
                        new Explanation.Fact(
                                "naive.rate-per-day",
                                rate,
                                ImmutableMap.of(
                                        "x", Integer.toString(history.repeatPurchases()),
                                        "stopped", Boolean.toString(stopped))),
                        Explanation.fact("naive.horizon-days", horizonDays)));
        return Score.of(why.value(), SCALE, why);
    }

    @Override
    public ScoreColumn<Double> scoreAll(CustomerBase population, ScoringContext context) {
        Buyers buyers = Buyers.of(population.summaries(), TimeGrain.DAY, BuyerState.Returns.IGNORE);
        PurchaseHistories histories = buyers.histories();
        double[] numbers = new double[population.size()];
        Arrays.fill(numbers, Double.NaN);
        for (int i = 0; i < buyers.size(); i++) {
            numbers[buyers.row(i)] =
                    rate(histories.repeatPurchases(i), histories.recency(i), histories.age(i)) * horizonDays;
        }
        return ScoreColumn.of(DoubleColumn.copyOf(numbers), row -> score(population.profile(row), context));
    }

    private boolean hasStopped(double recency, double age) {
        return onlyIfRecent && !(recency > age / 2);
    }

    private double rate(int repeatPurchases, double recency, double age) {
        return repeatPurchases == 0 || hasStopped(recency, age) ? 0 : repeatPurchases / age;
    }
}
