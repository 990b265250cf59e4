package org.crmkit.examples.report.customers;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.strategy.FittedOn;
import org.crmkit.core.summary.SummaryTable;
import org.crmkit.core.time.TimeGrain;
import org.crmkit.lifecycle.backtest.Backtest;
import org.crmkit.lifecycle.backtest.Contender;
import org.crmkit.lifecycle.backtest.Holdout;
import org.crmkit.lifecycle.backtest.Target;
import org.crmkit.lifecycle.backtest.Tracking;
import org.crmkit.lifecycle.clv.ExpectedPurchasesModel;
import org.crmkit.lifecycle.clv.Horizon;
import org.crmkit.lifecycle.purchase.Buyers;

/**
 * What a model expected beside what happened, also on days that it had not seen.
 *
 * <p>Where no end of calibration was chosen, the model is fitted once more on the first three quarters of the time, for this check
 * only.
 *
 * @param fit the fit that was checked; its last day is the end of calibration
 * @param tracking repeat purchases by period, the holdout marked
 * @param backtest how near the model came in the holdout, then the naive rules
 */
public record HoldoutCheck(ValueFit fit, Tracking tracking, Backtest backtest) {

    /** Fewer days to look back on, or to set apart, would judge by chance. */
    private static final int LEAST_DAYS = 28;

    private static final int LEAST_CUSTOMERS = 10;

    /**
     * Checks that the parts are there.
     *
     * @param fit the fit that was checked
     * @param tracking repeat purchases by period
     * @param backtest how near the model came
     */
    public HoldoutCheck {
        Objects.requireNonNull(fit, "fit");
        Objects.requireNonNull(tracking, "tracking");
        Objects.requireNonNull(backtest, "backtest");
    }

    /**
     * Checks the model that was chosen on all that is known; {@code whole} is that fit, {@code known} what is known at the end of
     * the last day.
     */
    static Optional<HoldoutCheck> of(SummaryTable known, LocalDate firstDay, ValueChoice choice, ValueFit whole) {
        LocalDate lastDay = LocalDate.ofEpochDay(Buyers.lastObservedDay(known.asOf()));
        long days = lastDay.toEpochDay() - firstDay.toEpochDay();
        LocalDate split = choice.calibrateUntil().orElse(firstDay.plusDays(days * 3 / 4));
        if (whole.purchaseModel().isEmpty()
                || split.isBefore(firstDay.plusDays(LEAST_DAYS))
                || lastDay.isBefore(split.plusDays(LEAST_DAYS))) {
            return Optional.empty();
        }
        Holdout holdout = Holdout.of(CustomerBase.of(known), split);
        ValueFit fit = choice.calibrateUntil().isPresent() ? whole : again(whole, holdout);
        if (fit.purchaseModel().isEmpty() || fit.buyers().size() < LEAST_CUSTOMERS) {
            return Optional.empty();
        }
        Tracking tracking = Tracking.of(known, fit.purchaseModel().get(), split, periodDays(choice.grain()));
        Contender contender = new Contender(fit.purchases().modelName(), ahead -> forecast(fit, ahead));
        return Optional.of(
                new HoldoutCheck(fit, tracking, Backtest.run(holdout, Target.PURCHASES, List.of(contender))));
    }

    /** The same model, fitted on what was known at the cut. */
    private static ValueFit again(ValueFit whole, Holdout holdout) {
        return ValueFit.of(
                holdout.calibration().summaries(),
                whole.buyers().grain(),
                List.of(ValueChoice.family(whole.purchases().modelName())),
                false,
                false,
                1);
    }

    /** Days are too noisy to look at; weeks are what a shop thinks in. */
    private static int periodDays(TimeGrain grain) {
        return grain == TimeGrain.MONTH ? 30 : 7;
    }

    private static ExpectedPurchasesModel forecast(ValueFit fit, double days) {
        TimeGrain grain = fit.buyers().grain();
        return new ExpectedPurchasesModel(
                fit.purchases(), grain, Horizon.ahead(grain.fromDays(days), grain), FittedOn.NOTHING);
    }

    /**
     * Returns how the model did.
     *
     * @return its result in the backtest
     */
    public Backtest.Result result() {
        return backtest.results().get(0);
    }
}
