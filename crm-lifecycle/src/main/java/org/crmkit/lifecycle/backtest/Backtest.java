package org.crmkit.lifecycle.backtest;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.strategy.FittedOn;
import org.crmkit.core.strategy.ScoringContext;
import org.crmkit.core.strategy.ScoringModel;
import org.crmkit.lifecycle.purchase.Buyers;

/**
 * The judgment of strategies on one holdout, the naive rules always among them.
 *
 * @param lastCalibrationDay the last day that strategies knew of
 * @param days the length of the holdout
 * @param target what the scores were held against
 * @param results one for each contender, in their order, then the two naive rules
 */
public record Backtest(LocalDate lastCalibrationDay, int days, Target target, List<Result> results) {

    /**
     * Checks and copies the results.
     *
     * @param lastCalibrationDay the last day that strategies knew of
     * @param days the length of the holdout
     * @param target what the scores were held against
     * @param results one for each contender, in their order, then the two naive rules
     */
    public Backtest {
        checkNotNull(lastCalibrationDay, "lastCalibrationDay");
        checkArgument(days >= 1, "days must be at least 1, was %s", days);
        checkNotNull(target, "target");
        results = List.copyOf(results);
    }

    /**
     * How one contender did.
     *
     * @param name its name
     * @param accuracy how near it came
     * @param fittedOn how its fit ended
     */
    public record Result(String name, Accuracy accuracy, FittedOn fittedOn) {}

    /**
     * Cuts a population at a day, lets each contender learn from what lay before, and judges it by what came after.
     *
     * @param population all that is known today
     * @param lastCalibrationDay the last day that strategies may know of
     * @param target what their scores are held against
     * @param contenders the strategies
     * @return the results
     */
    public static Backtest run(
            CustomerBase population, LocalDate lastCalibrationDay, Target target, List<Contender> contenders) {
        return run(Holdout.of(population, lastCalibrationDay), target, contenders);
    }

    /**
     * Runs one backtest on a population that was cut before.
     *
     * @param holdout the population, cut
     * @param target what the scores are held against
     * @param contenders the strategies
     * @return the results
     */
    public static Backtest run(Holdout holdout, Target target, List<Contender> contenders) {
        double[] actual = holdout.outcomes(target).toArray();
        List<Contender> all = new ArrayList<>(contenders);
        all.add(Contender.ownRate(target));
        all.add(Contender.ownRateIfRecent(target));
        List<Result> results = new ArrayList<>();
        for (Contender contender : all) {
            results.add(judge(contender, holdout, actual));
        }
        return new Backtest(holdout.lastCalibrationDay(), holdout.days(), target, results);
    }

    private static Result judge(Contender contender, Holdout holdout, double[] actual) {
        CustomerBase known = holdout.calibration();
        ScoringContext context = ScoringContext.at(known.asOf());
        ScoringModel<?> model = contender.strategy().apply(holdout.days()).fit(known, context);
        double[] predicted = model.scoreAll(known, context).numbers().toArray();
        return new Result(contender.name(), Accuracy.of(predicted, actual), model.fittedOn());
    }

    /**
     * Runs a backtest from several days on, each with a holdout of the same length: one result may be luck.
     *
     * @param population all that is known today
     * @param firstCalibrationDay the last calibration day of the first run
     * @param stepDays from one run's cut to the next, at least 1
     * @param holdoutDays the length of each holdout, at least 1
     * @param target what the scores are held against
     * @param contenders the strategies
     * @return the runs whose holdout ends by the population's instant, the earliest first
     */
    public static List<Backtest> rolling(
            CustomerBase population,
            LocalDate firstCalibrationDay,
            int stepDays,
            int holdoutDays,
            Target target,
            List<Contender> contenders) {
        checkArgument(stepDays >= 1, "stepDays must be at least 1, was %s", stepDays);
        checkArgument(holdoutDays >= 1, "holdoutDays must be at least 1, was %s", holdoutDays);
        LocalDate last = LocalDate.ofEpochDay(Buyers.lastObservedDay(population.asOf()));
        List<Backtest> runs = new ArrayList<>();
        for (LocalDate cut = firstCalibrationDay;
                !cut.plusDays(holdoutDays).isAfter(last);
                cut = cut.plusDays(stepDays)) {
            runs.add(run(until(population, cut.plusDays(holdoutDays)), cut, target, contenders));
        }
        return runs;
    }

    private static CustomerBase until(CustomerBase population, LocalDate day) {
        return day.toEpochDay() < Buyers.lastObservedDay(population.asOf())
                ? Holdout.of(population, day).calibration()
                : population;
    }

    /**
     * Returns the result of one contender.
     *
     * @param name its name
     * @return the result
     * @throws IllegalArgumentException if nobody had the name
     */
    public Result result(String name) {
        return results.stream()
                .filter(result -> result.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("name must be one of "
                        + results.stream().map(Result::name).toList() + ", was " + name));
    }
}
