package org.crmkit.lifecycle.purchase;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.List;
import java.util.Optional;
import org.crmkit.core.time.TimeGrain;
import org.crmkit.lifecycle.FitOptions;
import org.crmkit.lifecycle.internal.progress.Work;

/** Fits {@link BgBb} to histories that are counts of opportunities. */
final class BgBbFamily implements SearchedFamily {

    private static final int[] TIME_POWERS = {0, 0, 0, 0};

    @Override
    public String name() {
        return BgBb.NAME;
    }

    @Override
    public List<String> parameterNames() {
        return BgBb.LETTERS;
    }

    @Override
    public PurchaseModel model(TimeGrain grain, double... parameters) {
        checkArgument(
                parameters.length == 4, "parameters must be the 4 of %s, were %s", BgBb.LETTERS, parameters.length);
        return new BgBb(grain, parameters[0], parameters[1], parameters[2], parameters[3]);
    }

    @Override
    public PurchaseFit search(PurchasePatterns patterns, FitOptions options, Work work) {
        Optional<String> lacking = MomentStart.lacking(patterns);
        if (lacking.isPresent()) {
            return PurchaseFit.tooLittleData(BgBb.NAME, lacking.get(), patterns);
        }
        for (int i = 0; i < patterns.size(); i++) {
            try {
                BgBb.checkDiscrete(patterns.repeatPurchases(i), patterns.recency(i), patterns.age(i));
            } catch (IllegalArgumentException e) {
                return PurchaseFit.tooLittleData(
                        BgBb.NAME, "the histories are not counts of opportunities: " + e.getMessage(), patterns);
            }
        }
        return FitEngine.fit(
                new FitProblem(
                        BgBb.NAME,
                        BgBb.LETTERS,
                        TIME_POWERS,
                        new BgBbObjective(patterns),
                        starts(patterns),
                        0,
                        parameters -> model(patterns.grain(), parameters),
                        BgBbFamily::limit),
                patterns,
                options,
                work);
    }

    /** The share of opportunities taken up to the last purchase guesses at p; leaving is guessed at a tenth and a half. */
    private static List<double[]> starts(PurchasePatterns patterns) {
        double purchases = 0.5;
        double opportunities = 1;
        for (int i = 0; i < patterns.size(); i++) {
            purchases += patterns.count(i) * (double) patterns.repeatPurchases(i);
            opportunities += patterns.count(i) * patterns.recency(i);
        }
        double share = purchases / opportunities;
        return List.of(
                new double[] {2 * share, 2 * (1 - share), 0.5, 2},
                new double[] {share, 1 - share, 0.2, 5},
                new double[] {5 * share, 5 * (1 - share), 2, 2});
    }

    private static Optional<FitFinding> limit(double[] p) {
        if (p[0] + p[1] > FitFinding.HOMOGENEOUS) {
            return Optional.of(
                    FitFinding.atBorder(
                            "the probability to buy is practically the same for all: alpha and beta run away together, only alpha/(alpha+beta) is known"));
        }
        return FitFinding.ofDropOut(p[2], p[3], "gamma", "delta");
    }
}
