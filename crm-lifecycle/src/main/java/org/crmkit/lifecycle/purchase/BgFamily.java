package org.crmkit.lifecycle.purchase;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.gamma.LogGamma;
import org.crmkit.core.time.TimeGrain;
import org.crmkit.lifecycle.FitOptions;
import org.crmkit.lifecycle.internal.progress.Work;

/** Fits BG/NBD, MBG/NBD and, for a given k, their CNBD-k kin. */
final class BgFamily implements SearchedFamily {

    static final int[] TIME_POWERS = {0, 1, 0, 0};

    private final boolean modified;
    /** Hidden events per purchase; zero for the plain models, whose parameters do not include k. */
    private final int k;

    BgFamily(boolean modified, int k) {
        checkArgument(k >= 0 && k <= CnbdModel.MAX_K, "k must be in [1, 100], was %s", k);
        this.modified = modified;
        this.k = k;
    }

    @Override
    public String name() {
        return k == 0 ? (modified ? BgModel.MBG : BgModel.BG) : (modified ? CnbdModel.MBG : CnbdModel.BG);
    }

    @Override
    public List<String> parameterNames() {
        return k == 0 ? BgModel.NAMES : CnbdModel.NAMES;
    }

    @Override
    public PurchaseModel model(TimeGrain grain, double... p) {
        List<String> names = parameterNames();
        checkArgument(
                p.length == names.size(),
                "there must be %s parameters %s, were %s",
                (Object) names.size(),
                names,
                p.length);
        if (k == 0) {
            return new BgModel(grain, modified, p[0], p[1], p[2], p[3]);
        }
        checkArgument(p[4] == k, "k must be %s, was %s", (Object) k, p[4]);
        return new CnbdModel(grain, modified, p[0], p[1], p[2], p[3], k);
    }

    @Override
    public PurchaseFit search(PurchasePatterns patterns, FitOptions options, Work work) {
        return search(new FitColumns(patterns), patterns, options, work);
    }

    /** Fits patterns that were laid out before. */
    PurchaseFit search(FitColumns columns, PurchasePatterns patterns, FitOptions options, Work work) {
        checkArgument(
                k <= 1 || patterns.sumLogGaps().isPresent(),
                "patterns must hold the gaps for k=%s: add rows with sumLogGaps",
                k);
        BgObjective objective = new BgObjective(columns, patterns.countColumn(), Math.max(1, k), modified);
        Optional<String> lacking = MomentStart.lacking(patterns);
        return lacking.isPresent()
                ? PurchaseFit.tooLittleData(name(), lacking.get(), patterns)
                : FitEngine.fit(problem(columns, objective, patterns), patterns, options, work);
    }

    /** Returns points to start from in scaled time, the best guess first. */
    static List<double[]> starts(FitColumns columns, BaseCounts counts, int events) {
        double[] moments = MomentStart.of(columns, events);
        double plain = 1 / (events * MomentStart.rate(columns, counts));
        return List.of(new double[] {moments[0], moments[1], 1, 3}, new double[] {1, plain, 0.5, 10}, new double[] {
            0.3, 0.3 * plain, 1, 1
        });
    }

    /** Tells whether the parameters are a limit of the model. */
    static Optional<FitFinding> limit(double[] p) {
        return FitFinding.ofRates(p[0]).or(() -> FitFinding.ofDropOut(p[2], p[3]));
    }

    private FitProblem problem(FitColumns columns, BgObjective objective, PurchasePatterns patterns) {
        int events = Math.max(1, k);
        double shift = -events * objective.counts().purchases * Math.log(columns.meanAge);
        if (events > 1) {
            shift += (events - 1) * patterns.sumLogGaps().orElseThrow()
                    - objective.counts().purchases * LogGamma.value(events);
        }
        return new FitProblem(
                name(),
                BgModel.NAMES,
                TIME_POWERS,
                objective,
                starts(columns, objective.counts(), events),
                shift,
                p -> k == 0
                        ? new BgModel(patterns.grain(), modified, p[0], p[1], p[2], p[3])
                        : new CnbdModel(patterns.grain(), modified, p[0], p[1], p[2], p[3], k),
                BgFamily::limit);
    }
}
