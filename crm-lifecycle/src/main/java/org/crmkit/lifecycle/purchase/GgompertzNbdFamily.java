package org.crmkit.lifecycle.purchase;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.crmkit.core.time.TimeGrain;
import org.crmkit.lifecycle.FitOptions;
import org.crmkit.lifecycle.internal.fit.Maximizer;
import org.crmkit.lifecycle.internal.progress.Work;

/**
 * Fits {@link GgompertzNbd}, starting from the Pareto/NBD fit, which is its limit for b to zero with beta/b fixed.
 *
 * <p>Many bases have their maximum at that limit: there the derivative by b at b = 0 is not positive, and the fit says so instead of a false maximum.
 */
final class GgompertzNbdFamily implements SearchedFamily {

    /** b times the mean age below which e^(b t) is 1 + b t for every customer, to the digits that matter. */
    private static final double PARETO = 1e-6;

    /** Start of ln(b unit) on the Pareto limit: what it changes in the likelihood is below its rounding. */
    private static final double NEARLY_PARETO = -24;

    static final int[] TIME_POWERS = {0, 1, -1, 0, 0};

    @Override
    public String name() {
        return GgompertzNbd.NAME;
    }

    @Override
    public List<String> parameterNames() {
        return GgompertzNbd.LETTERS;
    }

    @Override
    public PurchaseModel model(TimeGrain grain, double... parameters) {
        checkArgument(
                parameters.length == 5,
                "parameters must be the 5 of %s, were %s",
                GgompertzNbd.LETTERS,
                parameters.length);
        return new GgompertzNbd(grain, parameters[0], parameters[1], parameters[2], parameters[3], parameters[4]);
    }

    @Override
    public PurchaseFit search(PurchasePatterns patterns, FitOptions options, Work work) {
        Optional<String> lacking = MomentStart.lacking(patterns);
        if (lacking.isPresent()) {
            return PurchaseFit.tooLittleData(GgompertzNbd.NAME, lacking.get(), patterns);
        }
        double unit = patterns.meanAge();
        return FitEngine.fit(
                new FitProblem(
                        GgompertzNbd.NAME,
                        GgompertzNbd.LETTERS,
                        TIME_POWERS,
                        new GgompertzNbdObjective(patterns, unit),
                        starts(patterns, unit, work),
                        -patterns.repeatPurchases() * Math.log(unit),
                        parameters -> model(patterns.grain(), parameters),
                        parameters -> limit(parameters, unit)),
                patterns,
                options,
                work);
    }

    private static List<double[]> starts(PurchasePatterns patterns, double unit, Work work) {
        double[] guess = ParetoNbdFamily.starts(patterns, unit, work).get(0);
        double[] point = new double[4];
        for (int i = 0; i < 4; i++) {
            point[i] = Math.log(guess[i]);
        }
        double[] pareto = Maximizer.maximize(
                        new ParetoNbdObjective(patterns, unit, 1), point, 100, anywhere -> false, work)
                .point();
        return starts(pareto);
    }

    /** Returns points to start from, given the coordinates of the Pareto/NBD fit (ln r, ln alpha, ln s, ln beta in units of the mean age, and others). */
    static List<double[]> starts(double[] pareto) {
        List<double[]> starts = new ArrayList<>();
        for (double growth : new double[] {Math.exp(NEARLY_PARETO), 0.3, 3}) {
            double[] start = new double[pareto.length + 1];
            for (int i = 0; i < start.length; i++) {
                start[i] = Math.exp(pareto[i < 2 ? i : i - 1]);
            }
            start[2] = growth;
            start[4] *= growth;
            starts.add(start);
        }
        return starts;
    }

    static Optional<FitFinding> limit(double[] p, double unit) {
        if (p[2] * unit < PARETO) {
            return Optional.of(
                    FitFinding.atBorder(
                            "leaving does not grow with age: b and beta run to zero together, pareto-nbd with beta/b says the same"));
        }
        double leaving = p[3] * GgompertzNbdLifetime.cumulative(p[2] * unit, p[4] / (p[2] * unit), 1);
        return FitFinding.ofRates(p[0]).or(() -> FitFinding.ofLeaving(p[3], leaving));
    }
}
