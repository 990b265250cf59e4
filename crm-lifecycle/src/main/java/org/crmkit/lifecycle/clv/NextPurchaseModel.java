package org.crmkit.lifecycle.clv;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
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
import org.crmkit.lifecycle.purchase.PurchaseFit;
import org.crmkit.lifecycle.purchase.PurchaseHistory;

/**
 * Scores the days until the next purchase has come with a given probability.
 *
 * <p>The time counts from the instant of the score. A customer who is less likely than that ever to buy again gets an abstention that says
 * how likely he is; with a probability of a half the answer is the median.
 *
 * @param purchases the fitted purchase model
 * @param grain the unit of time it counts in
 * @param probability how sure one wants to be, in (0, 1)
 * @param fittedOn what it was fitted on
 */
public record NextPurchaseModel(PurchaseFit purchases, TimeGrain grain, double probability, FittedOn fittedOn)
        implements ScoringModel<Double> {

    /** The name under which profiles carry the score. */
    public static final ScoreKey<Double> KEY = ScoreKey.number("next-purchase");

    private static final Scale SCALE = new Scale(0, Double.POSITIVE_INFINITY, Scale.Direction.LOWER_IS_BETTER, "day");

    /**
     * Checks the parts.
     *
     * @param purchases the fitted purchase model
     * @param grain the unit of time it counts in
     * @param probability how sure one wants to be, in (0, 1)
     * @param fittedOn what it was fitted on
     */
    public NextPurchaseModel {
        checkNotNull(purchases, "purchases");
        checkNotNull(grain, "grain");
        checkArgument(probability > 0 && probability < 1, "probability must be in (0, 1), was %s", probability);
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
                .scoreEach(population, context, this, history -> days(history).orElse(Double.NaN));
    }

    private Score<Double> score(PurchaseHistory history) {
        OptionalDouble days = days(history);
        if (days.isEmpty()) {
            return Score.abstain(new Abstention(
                    "not-expected",
                    "the chance of any further purchase is "
                            + purchases.usableModel().pEverAgain(history) + ", not above " + probability));
        }
        return Score.of(
                days.getAsDouble(),
                SCALE,
                new Explanation.Fact(
                        "next-purchase",
                        days.getAsDouble(),
                        PurchaseScores.inputs(
                                purchases, history, Map.of("probability", Double.toString(probability)))));
    }

    /** Whole days, rounded up; empty if the purchase is not that likely, or not within the range of a double. */
    private OptionalDouble days(PurchaseHistory history) {
        OptionalDouble time = purchases.usableModel().timeToNextPurchase(history, probability);
        if (time.isEmpty()) {
            return time;
        }
        double days = Math.ceil(grain.toDays(time.getAsDouble()));
        return days < Double.POSITIVE_INFINITY ? OptionalDouble.of(days) : OptionalDouble.empty();
    }

    /**
     * Returns the date by which the next purchase has come, for a customer kept as a state.
     *
     * @param state what is known of him
     * @param lastObservedDay the last day of which all is known
     * @return the date; empty where a score would abstain, or if it lies beyond the range of dates
     */
    public Optional<LocalDate> date(BuyerState state, LocalDate lastObservedDay) {
        return purchases.status().usable()
                ? purchases
                        .usableModel()
                        .dateOfNextPurchase(
                                state.history(Math.toIntExact(lastObservedDay.toEpochDay()), grain),
                                probability,
                                lastObservedDay)
                : Optional.empty();
    }

    @Override
    public Optional<Drift> drift(CustomerBase today, ScoringContext context) {
        return PurchaseScores.drift(purchases, grain, today);
    }
}
