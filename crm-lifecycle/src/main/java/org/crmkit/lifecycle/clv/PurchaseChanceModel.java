package org.crmkit.lifecycle.clv;

import static com.google.common.base.Preconditions.checkNotNull;

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

/**
 * Scores the chance of at least one purchase within a horizon: what churn within so many days can be audited against.
 *
 * <p>P(alive) asks about a state that nobody ever sees; this asks about something that happens or does not.
 *
 * @param purchases the fitted purchase model
 * @param grain the unit of time it counts in
 * @param horizon how far ahead
 * @param fittedOn what it was fitted on
 */
public record PurchaseChanceModel(PurchaseFit purchases, TimeGrain grain, Horizon.Ahead horizon, FittedOn fittedOn)
        implements ScoringModel<Double> {

    /** The name under which profiles carry the score. */
    public static final ScoreKey<Double> KEY = ScoreKey.number("purchase-chance");

    private static final Scale SCALE = Scale.probability(Scale.Direction.HIGHER_IS_BETTER);

    /**
     * Checks that the parts are there.
     *
     * @param purchases the fitted purchase model
     * @param grain the unit of time it counts in
     * @param horizon how far ahead
     * @param fittedOn what it was fitted on
     */
    public PurchaseChanceModel {
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
        return new FittedPurchases(purchases, grain).scoreEach(population, context, this, this::chance);
    }

    private double chance(PurchaseHistory history) {
        return 1 - purchases.usableModel().pNoPurchase(history, horizon.in(grain));
    }

    private Score<Double> score(PurchaseHistory history) {
        double chance = chance(history);
        return Score.of(
                chance,
                SCALE,
                new Explanation.Fact("purchase-chance", chance, PurchaseScores.inputs(purchases, history, Map.of())));
    }

    @Override
    public Optional<Drift> drift(CustomerBase today, ScoringContext context) {
        return PurchaseScores.drift(purchases, grain, today);
    }
}
