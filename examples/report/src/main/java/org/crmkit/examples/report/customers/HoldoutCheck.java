package org.crmkit.examples.report.customers;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.strategy.FittedOn;
import org.crmkit.core.time.TimeGrain;
import org.crmkit.lifecycle.backtest.Backtest;
import org.crmkit.lifecycle.backtest.Contender;
import org.crmkit.lifecycle.backtest.Target;
import org.crmkit.lifecycle.backtest.Tracking;
import org.crmkit.lifecycle.clv.ExpectedPurchasesModel;
import org.crmkit.lifecycle.clv.Horizon;

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

    static Optional<HoldoutCheck> of(CustomerTable table, ValueChoice choice, ValueFit whole, ZoneId zone) {
        LocalDate lastDay = table.asOf().minusDays(1);
        LocalDate firstDay = firstDay(table);
        long days = lastDay.toEpochDay() - firstDay.toEpochDay();
        LocalDate split = choice.calibrateUntil().orElse(firstDay.plusDays(days * 3 / 4));
        if (split.isBefore(firstDay.plusDays(LEAST_DAYS)) || lastDay.isBefore(split.plusDays(LEAST_DAYS))) {
            return Optional.empty();
        }
        ValueFit fit = choice.calibrateUntil().isPresent()
                ? whole
                : ValueFit.of(Population.byDay(table, split, zone), choice, false, false);
        if (fit.purchaseModel().isEmpty() || fit.buyers().size() < LEAST_CUSTOMERS) {
            return Optional.empty();
        }
        CustomerBase base = CustomerBase.of(Population.byDay(table, lastDay, zone));
        Tracking tracking = Tracking.of(base.summaries(), fit.purchaseModel().get(), split, (int)
                Math.round(choice.grain().days()));
        Contender contender = new Contender(fit.purchases().modelName(), ahead -> forecast(fit, ahead));
        return Optional.of(
                new HoldoutCheck(fit, tracking, Backtest.run(base, split, Target.PURCHASES, List.of(contender))));
    }

    private static ExpectedPurchasesModel forecast(ValueFit fit, double days) {
        TimeGrain grain = fit.buyers().grain();
        return new ExpectedPurchasesModel(
                fit.purchases(), grain, Horizon.ahead(grain.fromDays(days), grain), FittedOn.NOTHING);
    }

    private static LocalDate firstDay(CustomerTable table) {
        int first = Integer.MAX_VALUE;
        for (int i = 0; i < table.size(); i++) {
            first = Math.min(first, table.log().epochDay(table.log().start(i)));
        }
        return LocalDate.ofEpochDay(first);
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
