package org.crmkit.lifecycle.purchase;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.List;
import java.util.Optional;
import org.crmkit.core.time.TimeGrain;
import org.crmkit.lifecycle.FitOptions;
import org.crmkit.lifecycle.internal.fit.Maximizer;
import org.crmkit.lifecycle.internal.progress.Work;

/**
 * Fits {@link ParetoNbd}: Newton's method on the exact second derivatives.
 *
 * <p>A base of many patterns is first searched on every k-th of them, which are sorted and so a fair sample; the whole then takes two or three steps.
 */
final class ParetoNbdFamily implements SearchedFamily {

    /** So many patterns pin the parameters down to a few percent, which saves half of the passes over a large base. */
    private static final int SAMPLE = 4_000;

    static final int[] TIME_POWERS = {0, 1, 0, 1};

    @Override
    public String name() {
        return ParetoNbd.NAME;
    }

    @Override
    public List<String> parameterNames() {
        return ParetoNbd.LETTERS;
    }

    @Override
    public PurchaseModel model(TimeGrain grain, double... parameters) {
        checkArgument(
                parameters.length == 4,
                "parameters must be the 4 of %s, were %s",
                ParetoNbd.LETTERS,
                parameters.length);
        return new ParetoNbd(grain, parameters[0], parameters[1], parameters[2], parameters[3]);
    }

    @Override
    public PurchaseFit search(PurchasePatterns patterns, FitOptions options, Work work) {
        Optional<String> lacking = MomentStart.lacking(patterns);
        if (lacking.isPresent()) {
            return PurchaseFit.tooLittleData(ParetoNbd.NAME, lacking.get(), patterns);
        }
        double unit = patterns.meanAge();
        return FitEngine.fit(
                new FitProblem(
                        ParetoNbd.NAME,
                        ParetoNbd.LETTERS,
                        TIME_POWERS,
                        new ParetoNbdObjective(patterns, unit, 1),
                        starts(patterns, unit, work),
                        -patterns.repeatPurchases() * Math.log(unit),
                        parameters -> model(patterns.grain(), parameters),
                        parameters -> limit(parameters[0], parameters[2], parameters[3] / unit)),
                patterns,
                options,
                work);
    }

    /** Returns points to start from in scaled time, the best guess first. */
    static List<double[]> starts(PurchasePatterns patterns, double unit, Work work) {
        double[] moments = moments(patterns);
        double r = moments[0];
        double rate = r / moments[1];
        double[] guess = {r, 0.7 * rate, 0.6, 0.6};
        if (patterns.size() > 4 * SAMPLE) {
            double[] point = new double[4];
            for (int i = 0; i < 4; i++) {
                point[i] = Math.log(guess[i]);
            }
            ParetoNbdObjective sample = new ParetoNbdObjective(patterns, unit, patterns.size() / SAMPLE);
            point = Maximizer.maximize(sample, point, 50, anywhere -> false, work)
                    .point();
            for (int i = 0; i < 4; i++) {
                guess[i] = Math.exp(point[i]);
            }
        }
        return List.of(guess, new double[] {1, 1 / moments[1], 2, 4}, new double[] {r, 0.3 * rate, 0.2, 0.05});
    }

    /** Returns a shape of the purchase rate, from the variance of counts as if nobody left, and the mean count. */
    static double[] moments(PurchasePatterns patterns) {
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < patterns.size(); i++) {
            double x = patterns.repeatPurchases(i);
            sum += patterns.count(i) * x;
            squares += patterns.count(i) * x * x;
        }
        double mean = sum / patterns.customers();
        double excess = squares / patterns.customers() - mean * mean - mean;
        double shape = excess > 0 ? mean * mean / excess : 10;
        return new double[] {Math.max(0.1, Math.min(10, shape)), mean};
    }

    /** Tells whether the parameters are a limit of the model; beta is in units of the mean age. */
    static Optional<FitFinding> limit(double r, double s, double beta) {
        double leaving = s * Math.log1p(1 / beta);
        return FitFinding.ofRates(r).or(() -> FitFinding.ofLeaving(s, leaving));
    }
}
