package org.crmkit.lifecycle.backtest;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.progress.Progress;
import org.crmkit.core.strategy.FittedOn;
import org.crmkit.core.strategy.ScoringContext;
import org.crmkit.core.strategy.ScoringModel;
import org.crmkit.lifecycle.internal.progress.Work;
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
        return run(Holdout.of(population, lastCalibrationDay), target, contenders, Progress.NONE);
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
        return run(holdout, target, contenders, Progress.NONE);
    }

    /**
     * Runs one backtest on a population that was cut before, while someone watches.
     *
     * @param holdout the population, cut
     * @param target what the scores are held against
     * @param contenders the strategies; each hears of the listener through its context
     * @param progress told of the contenders, one after the other; may stop them
     * @return the results
     * @throws java.util.concurrent.CancellationException if the progress stopped the work
     */
    public static Backtest run(Holdout holdout, Target target, List<Contender> contenders, Progress progress) {
        Work work = Work.of(progress);
        double[] actual = holdout.outcomes(target).toArray();
        List<Contender> all = new ArrayList<>(contenders);
        all.add(Contender.ownRate(target));
        all.add(Contender.ownRateIfRecent(target));
        List<Result> results = new ArrayList<>();
        for (Contender contender : all) {
            results.add(judge(contender, holdout, actual, work.part(results.size(), all.size())));
        }
        return new Backtest(holdout.lastCalibrationDay(), holdout.days(), target, results);
    }

    private static Result judge(Contender contender, Holdout holdout, double[] actual, Work work) {
        CustomerBase known = holdout.calibration();
        ScoringContext learning = new ScoringContext(known.asOf(), work.part(0, 2));
        ScoringContext scoring = new ScoringContext(known.asOf(), work.part(1, 2));
        ScoringModel<?> model = contender.strategy().apply(holdout.days()).fit(known, learning);
        double[] predicted = model.scoreAll(known, scoring).numbers().toArray();
        work.done();
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
        return rolling(population, firstCalibrationDay, stepDays, holdoutDays, target, contenders, Progress.NONE);
    }

    /**
     * Runs a backtest from several days on, while someone watches.
     *
     * @param population all that is known today
     * @param firstCalibrationDay the last calibration day of the first run
     * @param stepDays from one run's cut to the next, at least 1
     * @param holdoutDays the length of each holdout, at least 1
     * @param target what the scores are held against
     * @param contenders the strategies; each hears of the listener through its context
     * @param progress told of the runs, one after the other; may stop them
     * @return the runs whose holdout ends by the population's instant, the earliest first
     * @throws java.util.concurrent.CancellationException if the progress stopped the work
     */
    public static List<Backtest> rolling(
            CustomerBase population,
            LocalDate firstCalibrationDay,
            int stepDays,
            int holdoutDays,
            Target target,
            List<Contender> contenders,
            Progress progress) {
        checkArgument(stepDays >= 1, "stepDays must be at least 1, was %s", stepDays);
        checkArgument(holdoutDays >= 1, "holdoutDays must be at least 1, was %s", holdoutDays);
        LocalDate last = LocalDate.ofEpochDay(Buyers.lastObservedDay(population.asOf()));
        List<LocalDate> cuts = new ArrayList<>();
        for (LocalDate cut = firstCalibrationDay;
                !cut.plusDays(holdoutDays).isAfter(last);
                cut = cut.plusDays(stepDays)) {
            cuts.add(cut);
        }
        Work work = Work.of(progress);
        List<Backtest> runs = new ArrayList<>();
        for (LocalDate cut : cuts) {
            Holdout holdout = Holdout.of(until(population, cut.plusDays(holdoutDays)), cut);
            runs.add(run(holdout, target, contenders, work.part(runs.size(), cuts.size())));
        }
        work.done();
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
