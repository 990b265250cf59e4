package org.crmkit.lifecycle.clv;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.crmkit.core.column.DoubleColumn;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.profile.Profile;
import org.crmkit.core.score.Abstention;
import org.crmkit.core.score.Score;
import org.crmkit.core.score.ScoreColumn;
import org.crmkit.core.strategy.ScoringContext;
import org.crmkit.core.strategy.ScoringModel;
import org.crmkit.core.time.TimeGrain;
import org.crmkit.lifecycle.purchase.BuyerState;
import org.crmkit.lifecycle.purchase.Buyers;
import org.crmkit.lifecycle.purchase.PurchaseFit;
import org.crmkit.lifecycle.purchase.PurchaseHistories;
import org.crmkit.lifecycle.purchase.PurchaseHistory;

/** What the scores of a fitted purchase model share: whom they know nothing of, and how a customer or a population becomes histories. */
record FittedPurchases(PurchaseFit fit, TimeGrain grain) {

    /** Scores one customer if there is a model and he ever bought. */
    Score<Double> score(Profile profile, Function<PurchaseHistory, Score<Double>> known) {
        if (!fit.status().usable()) {
            return Score.abstain(PurchaseScores.noModel(fit));
        }
        Optional<BuyerState> state = BuyerState.of(profile.summary(), BuyerState.Returns.IGNORE);
        return state.isPresent()
                ? known.apply(state.get().history(Buyers.lastObservedDay(profile.asOf()), grain))
                : Score.abstain(Abstention.NO_PURCHASES);
    }

    /** Scores a population by a question that is asked of all buyers at once; NaN abstains. Equal to {@code model.score} of each row. */
    ScoreColumn<Double> scoreAll(
            CustomerBase population,
            ScoringContext context,
            ScoringModel<Double> model,
            Function<PurchaseHistories, double[]> question) {
        double[] numbers = new double[population.size()];
        Arrays.fill(numbers, Double.NaN);
        int total = 1;
        if (fit.status().usable()) {
            Buyers buyers = Buyers.of(population.summaries(), grain, BuyerState.Returns.IGNORE);
            double[] answers = question.apply(buyers.histories());
            for (int i = 0; i < answers.length; i++) {
                numbers[buyers.row(i)] = answers[i];
            }
            total = Math.max(1, answers.length);
        }
        PurchaseScores.tell(context.progress(), total, total);
        return ScoreColumn.of(DoubleColumn.copyOf(numbers), row -> model.score(population.profile(row), context));
    }

    /** Scores a population by a question that is asked of one buyer after the other. */
    ScoreColumn<Double> scoreEach(
            CustomerBase population,
            ScoringContext context,
            ScoringModel<Double> model,
            ToDoubleFunction<PurchaseHistory> question) {
        return scoreAll(population, context, model, histories -> {
            double[] answers = new double[histories.size()];
            for (int i = 0; i < answers.length; i++) {
                PurchaseScores.tell(context.progress(), i, answers.length);
                answers[i] = question.applyAsDouble(histories.get(i));
            }
            return answers;
        });
    }
}
