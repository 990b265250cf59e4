package org.crmkit.lifecycle.purchase;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleFunction;
import org.crmkit.core.progress.Progress;
import org.crmkit.lifecycle.FitOptions;
import org.crmkit.lifecycle.FitStatus;
import org.crmkit.lifecycle.Interval;
import org.crmkit.lifecycle.internal.progress.Work;

/**
 * Refits a model on resampled bases: what else might have come out (Efron 1979, the nonparametric bootstrap of customers).
 *
 * <p>Each replicate draws as many customers as the base has, with replacement, from its own seed; so replicate 17 is the same for any number of replicates and
 * any executor. The search starts from the fit of the whole base, and anew from moments if that leads to no maximum. For CNBD models k stays as it was fitted, and the log-likelihood of a replicate keeps the
 * gaps of the whole base: compare its parameters and predictions, not its likelihood.
 *
 * <p>Immutable and safe for use by several threads. A replicate costs a fit: some tenths of a millisecond for the 2,357 customers of CDNOW.
 */
public final class PurchaseBootstrap {

    private final PurchaseModelFamily family;
    private final PurchasePatterns patterns;
    private final FitOptions options;
    /** The options with the fit of the whole base for a start. */
    private final FitOptions startingAtFit;

    private final long seed;
    /** Customers up to and including each pattern. */
    private final long[] cumulative;

    private PurchaseBootstrap(
            PurchaseModelFamily family,
            PurchasePatterns patterns,
            FitOptions options,
            FitOptions startingAtFit,
            long seed) {
        this.family = family;
        this.patterns = patterns;
        this.options = options;
        this.startingAtFit = startingAtFit;
        this.seed = seed;
        this.cumulative = patterns.countColumn().clone();
        Arrays.parallelPrefix(cumulative, Long::sum);
    }

    /**
     * Returns the bootstrap of a fit by plain maximum likelihood.
     *
     * @param family the kind of model
     * @param patterns the base it was fitted on, at least one customer
     * @param fit the fit of the whole base, from which each search starts
     * @param seed any number; the same seed gives the same replicates
     * @return the bootstrap
     * @throws IllegalStateException if the fit has no usable model
     */
    public static PurchaseBootstrap of(
            PurchaseModelFamily family, PurchasePatterns patterns, PurchaseFit fit, long seed) {
        return of(family, patterns, fit, FitOptions.standard(), seed);
    }

    /**
     * Returns the bootstrap of a fit with options.
     *
     * @param family the kind of model
     * @param patterns the base it was fitted on, at least one customer
     * @param fit the fit of the whole base, from which each search starts
     * @param options those of the fit: a penalty or a prior counts in each replicate too
     * @param seed any number; the same seed gives the same replicates
     * @return the bootstrap
     * @throws IllegalStateException if the fit has no usable model
     */
    public static PurchaseBootstrap of(
            PurchaseModelFamily family, PurchasePatterns patterns, PurchaseFit fit, FitOptions options, long seed) {
        checkNotNull(family, "family");
        checkNotNull(options, "options");
        checkArgument(patterns.customers() > 0, "patterns must hold a customer, were %s", patterns);
        PurchaseParameters parameters = fit.usableModel().parameters();
        FitOptions startingAtFit = options;
        for (String name : parameters.names()) {
            if (!name.equals("k")) {
                startingAtFit = startingAtFit.withStart(name, parameters.get(name));
            }
        }
        return new PurchaseBootstrap(
                family instanceof CnbdFamily choosing ? choosing.withK((int) parameters.get("k")) : family,
                patterns,
                options,
                startingAtFit,
                seed);
    }

    /**
     * Returns one replicate.
     *
     * @param index its number, at least zero
     * @return the fit of the resampled base, whatever became of it
     */
    public PurchaseFit replicate(int index) {
        checkArgument(index >= 0, "index must be at least 0, was %s", index);
        return replicate(index, Progress.NONE);
    }

    private PurchaseFit replicate(int index, Progress progress) {
        SplittableRandom random = new SplittableRandom(PurchasePatterns.mix(PurchasePatterns.mix(seed) + index));
        long[] counts = new long[cumulative.length];
        long customers = patterns.customers();
        for (long i = 0; i < customers; i++) {
            counts[patternOf((long) (random.nextDouble() * customers))]++;
        }
        PurchasePatterns drawn = patterns.withCounts(counts);
        PurchaseFit fit = family.fit(drawn, startingAtFit, progress);
        return fit.status() == FitStatus.CONVERGED ? fit : family.fit(drawn, options, progress);
    }

    /** Returns the pattern of the customer with a number from 0. */
    private int patternOf(long customer) {
        int found = Arrays.binarySearch(cumulative, customer + 1);
        return found >= 0 ? found : -found - 1;
    }

    /**
     * Returns replicates 0 to {@code replicates - 1}, in this order.
     *
     * @param replicates how many, at least 1
     * @param executor what runs them while the caller waits (on a thread that the executor does not need); {@code Runnable::run} for the caller's own thread
     * @return as many fits, the same for any executor
     */
    public List<PurchaseFit> replicates(int replicates, Executor executor) {
        return replicates(replicates, executor, Progress.NONE);
    }

    /**
     * Returns replicates 0 to {@code replicates - 1}, in this order, while someone watches.
     *
     * @param replicates how many, at least 1
     * @param executor what runs them while the caller waits
     * @param progress told of replicates as they are done, on the executor's threads but by one at a time; may stop those that are not
     * @return as many fits, the same as without a listener
     * @throws java.util.concurrent.CancellationException if the progress stopped the work
     */
    public List<PurchaseFit> replicates(int replicates, Executor executor, Progress progress) {
        checkArgument(replicates >= 1, "replicates must be at least 1, was %s", replicates);
        Work work = Work.of(progress);
        AtomicInteger done = new AtomicInteger();
        List<CompletableFuture<PurchaseFit>> pending = new ArrayList<>(replicates);
        for (int i = 0; i < replicates; i++) {
            int index = i;
            pending.add(CompletableFuture.supplyAsync(
                    () -> {
                        Work mine = work.untold();
                        mine.heed();
                        PurchaseFit fit = replicate(index, mine);
                        work.tell(done.incrementAndGet(), replicates);
                        return fit;
                    },
                    executor));
        }
        try {
            return pending.stream().map(CompletableFuture::join).toList();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /**
     * Returns the percentile interval of anything that a model can tell (Efron 1981).
     *
     * @param fits replicates; those without a usable model are left out
     * @param quantity what to ask of each model, finite
     * @param level confidence in (0, 1)
     * @return the interval between the two quantiles, with linear interpolation
     * @throws IllegalArgumentException if no replicate has a usable model
     */
    public static Interval interval(List<PurchaseFit> fits, ToDoubleFunction<PurchaseModel> quantity, double level) {
        checkArgument(level > 0 && level < 1, "level must be in (0, 1), was %s", level);
        double[] values = fits.stream()
                .filter(fit -> fit.status().usable())
                .mapToDouble(fit -> quantity.applyAsDouble(fit.usableModel()))
                .sorted()
                .toArray();
        checkArgument(values.length > 0, "fits must hold a usable model, held none of %s", fits.size());
        return new Interval(quantile(values, (1 - level) / 2), quantile(values, (1 + level) / 2), level);
    }

    private static double quantile(double[] sorted, double share) {
        double position = share * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
