package org.crmkit.lifecycle.purchase;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.List;
import org.crmkit.core.time.TimeGrain;
import org.crmkit.lifecycle.FitOptions;
import org.crmkit.lifecycle.internal.progress.Work;

/** Fits {@link NbdModel}. */
final class NbdFamily implements SearchedFamily {

    @Override
    public String name() {
        return NbdModel.NAME;
    }

    @Override
    public List<String> parameterNames() {
        return NbdModel.NAMES;
    }

    @Override
    public PurchaseModel model(TimeGrain grain, double... parameters) {
        checkArgument(parameters.length == 2, "there must be 2 parameters [r, alpha], were %s", parameters.length);
        return new NbdModel(grain, parameters[0], parameters[1]);
    }

    @Override
    public PurchaseFit search(PurchasePatterns patterns, FitOptions options, Work work) {
        return MomentStart.lacking(patterns)
                .map(reason -> PurchaseFit.tooLittleData(name(), reason, patterns))
                .orElseGet(() -> FitEngine.fit(problem(new FitColumns(patterns)), patterns, options, work));
    }

    private FitProblem problem(FitColumns columns) {
        BaseCounts counts = new BaseCounts(columns, columns.patterns.countColumn());
        double[] start = MomentStart.of(columns, 1);
        return new FitProblem(
                name(),
                NbdModel.NAMES,
                new int[] {0, 1},
                new NbdObjective(columns, counts),
                List.of(start, new double[] {1, 1 / MomentStart.rate(columns, counts)}),
                -counts.purchases * Math.log(columns.meanAge),
                p -> new NbdModel(columns.patterns.grain(), p[0], p[1]),
                p -> FitFinding.ofRates(p[0]));
    }
}
