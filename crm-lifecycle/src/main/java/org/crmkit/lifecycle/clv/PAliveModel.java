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
 * Scores the chance that a customer still is one.
 *
 * <p>Under BG/NBD a customer with one purchase is alive for certain, by construction; MBG/NBD and Pareto/NBD do not have
 * this flaw and are the better choice where the score is to warn of churn.
 *
 * @param purchases the fitted purchase model
 * @param grain the unit of time it counts in
 * @param fittedOn what it was fitted on
 */
public record PAliveModel(PurchaseFit purchases, TimeGrain grain, FittedOn fittedOn) implements ScoringModel<Double> {

    /** The name under which profiles carry the score. */
    public static final ScoreKey<Double> KEY = ScoreKey.number("p-alive");

    private static final Scale SCALE = Scale.probability(Scale.Direction.HIGHER_IS_BETTER);

    /**
     * Checks that the parts are there.
     *
     * @param purchases the fitted purchase model
     * @param grain the unit of time it counts in
     * @param fittedOn what it was fitted on
     */
    public PAliveModel {
        checkNotNull(purchases, "purchases");
        checkNotNull(grain, "grain");
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
                        histories -> purchases.usableModel().pAlive(histories));
    }

    @Override
    public Optional<Drift> drift(CustomerBase today, ScoringContext context) {
        return PurchaseScores.drift(purchases, grain, today);
    }

    private Score<Double> score(PurchaseHistory history) {
        double alive = purchases.usableModel().pAlive(history);
        return Score.of(
                alive,
                SCALE,
                new Explanation.Fact("purchase.p-alive", alive, PurchaseScores.inputs(purchases, history, Map.of())));
    }
}
