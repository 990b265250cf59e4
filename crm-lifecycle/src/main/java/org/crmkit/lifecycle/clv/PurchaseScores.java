package org.crmkit.lifecycle.clv;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BiFunction;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.progress.Progress;
import org.crmkit.core.score.Abstention;
import org.crmkit.core.strategy.Drift;
import org.crmkit.core.strategy.FittedOn;
import org.crmkit.core.strategy.ScoringModel;
import org.crmkit.core.strategy.ScoringStrategy;
import org.crmkit.core.time.TimeGrain;
import org.crmkit.lifecycle.backtest.PurchaseDrift;
import org.crmkit.lifecycle.purchase.BuyerState;
import org.crmkit.lifecycle.purchase.Buyers;
import org.crmkit.lifecycle.purchase.PurchaseFit;
import org.crmkit.lifecycle.purchase.PurchaseHistory;
import org.crmkit.lifecycle.purchase.PurchaseModelFamily;

/**
 * The purchase models as scoring strategies: fit a family on a population, then score P(alive), expected purchases, the chance of any, or
 * the days until the next.
 */
public final class PurchaseScores {

    /** How often a refit is advised although nothing has changed. */
    private static final double FALSE_ALARM_RATE = 0.05;

    private static final int STEPS = 100;

    private PurchaseScores() {}

    /**
     * Returns a strategy that scores the chance that a customer still is one.
     *
     * @param family the kind of purchase model
     * @param grain the unit of time to fit in
     * @return the strategy; its models are {@link PAliveModel}s
     */
    public static ScoringStrategy<Double> pAlive(PurchaseModelFamily family, TimeGrain grain) {
        checkNotNull(family, "family");
        checkNotNull(grain, "grain");
        return strategy(family, grain, (fit, fittedOn) -> new PAliveModel(fit, grain, fittedOn));
    }

    /**
     * Returns a strategy that scores the expected number of purchases.
     *
     * @param family the kind of purchase model
     * @param grain the unit of time to fit in
     * @param horizon how far ahead
     * @return the strategy; its models are {@link ExpectedPurchasesModel}s
     */
    public static ScoringStrategy<Double> expectedPurchases(
            PurchaseModelFamily family, TimeGrain grain, Horizon.Ahead horizon) {
        checkNotNull(family, "family");
        checkNotNull(grain, "grain");
        checkNotNull(horizon, "horizon");
        return strategy(family, grain, (fit, fittedOn) -> new ExpectedPurchasesModel(fit, grain, horizon, fittedOn));
    }

    /**
     * Returns a strategy that scores the days until the next purchase.
     *
     * @param family the kind of purchase model
     * @param grain the unit of time to fit in
     * @param probability how sure one wants to be that it has come by then, in (0, 1); a half gives the median
     * @return the strategy; its models are {@link NextPurchaseModel}s
     */
    public static ScoringStrategy<Double> nextPurchase(
            PurchaseModelFamily family, TimeGrain grain, double probability) {
        checkNotNull(family, "family");
        checkNotNull(grain, "grain");
        checkArgument(probability > 0 && probability < 1, "probability must be in (0, 1), was %s", probability);
        return strategy(family, grain, (fit, fittedOn) -> new NextPurchaseModel(fit, grain, probability, fittedOn));
    }

    /**
     * Returns a strategy that scores the chance of at least one purchase within a horizon.
     *
     * @param family the kind of purchase model
     * @param grain the unit of time to fit in
     * @param horizon how far ahead
     * @return the strategy; its models are {@link PurchaseChanceModel}s
     */
    public static ScoringStrategy<Double> chanceOfPurchase(
            PurchaseModelFamily family, TimeGrain grain, Horizon.Ahead horizon) {
        checkNotNull(family, "family");
        checkNotNull(grain, "grain");
        checkNotNull(horizon, "horizon");
        return strategy(family, grain, (fit, fittedOn) -> new PurchaseChanceModel(fit, grain, horizon, fittedOn));
    }

    private static ScoringStrategy<Double> strategy(
            PurchaseModelFamily family,
            TimeGrain grain,
            BiFunction<PurchaseFit, FittedOn, ScoringModel<Double>> toModel) {
        return (population, context) -> {
            Buyers buyers = Buyers.of(population.summaries(), grain, BuyerState.Returns.IGNORE);
            PurchaseFit fit = family.fit(buyers.patterns(), context.progress());
            return toModel.apply(fit, FitOrigins.of(population, Optional.of(grain), fit.status(), fit.reason()));
        };
    }

    /** Tells how far work on customers has come, a hundred times in all, and ends it if asked to. */
    static void tell(Progress progress, int done, int total) {
        if (done == total || done % Math.max(1, total / STEPS) == 0) {
            tellNow(progress, done, total);
        }
    }

    /** The same for work that takes all customers one step further at a time. */
    static void tellStep(Progress progress, long step, long steps, int total) {
        if (step % Math.max(1, steps / STEPS) == 0) {
            tellNow(progress, (long) ((double) step / steps * total), total);
        }
    }

    private static void tellNow(Progress progress, long done, int total) {
        progress.advanced(done, total);
        if (progress.cancelled()) {
            throw new CancellationException("cancelled after " + done + " of " + total + " customers");
        }
    }

    static Optional<Drift> drift(PurchaseFit fit, TimeGrain grain, CustomerBase today) {
        if (!fit.status().usable()) {
            return Optional.empty();
        }
        Buyers buyers = Buyers.of(today.summaries(), grain, BuyerState.Returns.IGNORE);
        return Optional.of(PurchaseDrift.check(fit, buyers.histories(), FALSE_ALARM_RATE));
    }

    static Abstention noModel(PurchaseFit fit) {
        return new Abstention("no-model", "the fit of " + fit.modelName() + " gave no usable model: " + fit.reason());
    }

    static Map<String, String> inputs(PurchaseFit fit, PurchaseHistory history, Map<String, String> more) {
        return ImmutableMap.<String, String>builder()
                .put("model", fit.modelName())
                .put("x", Integer.toString(history.repeatPurchases()))
                .put("t_x", Double.toString(history.recency()))
                .put("T", Double.toString(history.age()))
                .putAll(more)
                .build();
    }
}
