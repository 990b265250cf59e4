package org.crmkit.lifecycle.clv;

import static com.google.common.base.Preconditions.checkNotNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crmkit.core.explain.Explanation;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.profile.Profile;
import org.crmkit.core.score.Scale;
import org.crmkit.core.score.Score;
import org.crmkit.core.score.ScoreColumn;
import org.crmkit.core.score.ScoreKey;
import org.crmkit.core.strategy.Drift;
import org.crmkit.core.strategy.FittedOn;
import org.crmkit.core.strategy.ScoringContext;
import org.crmkit.core.strategy.ScoringModel;
import org.crmkit.core.time.TimeGrain;
import org.crmkit.lifecycle.purchase.PurchaseFit;
import org.crmkit.lifecycle.purchase.PurchaseHistory;
import org.crmkit.lifecycle.purchase.PurchaseModel;

/**
 * Scores the expected number of purchases within a horizon, explained as P(alive) times the purchases if alive.
 *
 * @param purchases the fitted purchase model
 * @param grain the unit of time it counts in
 * @param horizon how far ahead
 * @param fittedOn what it was fitted on
 */
public record ExpectedPurchasesModel(PurchaseFit purchases, TimeGrain grain, Horizon.Ahead horizon, FittedOn fittedOn)
        implements ScoringModel<Double> {

    /** The name under which profiles carry the score. */
    public static final ScoreKey<Double> KEY = ScoreKey.number("expected-purchases");

    private static final Scale SCALE = Scale.amount("purchase");

    /**
     * Checks that the parts are there.
     *
     * @param purchases the fitted purchase model
     * @param grain the unit of time it counts in
     * @param horizon how far ahead
     * @param fittedOn what it was fitted on
     */
    public ExpectedPurchasesModel {
        checkNotNull(purchases, "purchases");
        checkNotNull(grain, "grain");
        checkNotNull(horizon, "horizon");
        checkNotNull(fittedOn, "fittedOn");
    }

    @Override
    public ScoreKey<Double> key() {
        return KEY;
    }

    @Override
    public Score<Double> score(Profile profile, ScoringContext context) {
        return new FittedPurchases(purchases, grain).score(profile, this::score);
    }

    @Override
    public ScoreColumn<Double> scoreAll(CustomerBase population, ScoringContext context) {
        return new FittedPurchases(purchases, grain)
                .scoreAll(
                        population,
                        context,
                        this,
                        histories -> purchases.usableModel().expectedPurchases(histories, horizon.in(grain)));
    }

    @Override
    public Optional<Drift> drift(CustomerBase today, ScoringContext context) {
        return PurchaseScores.drift(purchases, grain, today);
    }

    private Score<Double> score(PurchaseHistory history) {
        PurchaseModel model = purchases.usableModel();
        double alive = model.pAlive(history);
        double expected = model.expectedPurchases(history, horizon.in(grain));
        Explanation why = new Explanation.Product(
                "purchase.expected-purchases",
                expected,
                List.of(
                        new Explanation.Fact(
                                "purchase.p-alive", alive, PurchaseScores.inputs(purchases, history, Map.of())),
                        Explanation.fact("purchase.if-alive", alive > 0 ? expected / alive : 0)));
        return Score.of(expected, SCALE, why);
    }
}
