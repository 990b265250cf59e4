package org.crmkit.lifecycle.purchase;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.crmkit.lifecycle.FitDiagnostics;
import org.crmkit.lifecycle.FitOptions;
import org.crmkit.lifecycle.FitStatus;
import org.crmkit.lifecycle.ParameterUncertainty;
import org.crmkit.lifecycle.internal.fit.Maximizer;
import org.crmkit.lifecycle.internal.fit.Maximum;
import org.crmkit.lifecycle.internal.fit.Symmetric;
import org.crmkit.lifecycle.internal.progress.Work;

/** Turns a {@link FitProblem} into a {@link PurchaseFit}: search, verdict, uncertainty. */
final class FitEngine {

    /** An information matrix worse than this inverts to noise. */
    private static final double DEFINITE = 1e-13;
    /** A parameter known within a factor of e^20 either way is not known. */
    private static final double UNKNOWN = 10;
    /** Likelihoods closer than this are the same. */
    private static final double SAME = 1e-6;

    private final FitProblem problem;
    private final PurchasePatterns patterns;
    private final FitOptions options;
    private final Work work;
    private final Penalty penalty;
    /** Natural parameter over scaled parameter. */
    private final double[] units;

    private FitEngine(FitProblem problem, PurchasePatterns patterns, FitOptions options, Work work) {
        this.problem = problem;
        this.patterns = patterns;
        this.options = options;
        this.work = work;
        this.units = new double[problem.names().size()];
        double meanAge = patterns.meanAge();
        for (int i = 0; i < units.length; i++) {
            units[i] = Math.pow(meanAge, problem.timePowers()[i]);
        }
        this.penalty = Penalty.of(problem.names(), units, options);
    }

    /** Fits; the problem's objective must be in time scaled by {@link PurchasePatterns#meanAge()}. */
    static PurchaseFit fit(FitProblem problem, PurchasePatterns patterns, FitOptions options, Work work) {
        options.start()
                .keySet()
                .forEach(name -> checkArgument(
                        problem.names().contains(name), "start must name one of %s, was %s", problem.names(), name));
        return new FitEngine(problem, patterns, options, work).run();
    }

    private PurchaseFit run() {
        List<double[]> starts = problem.starts();
        Maximum best = search(starts.get(0));
        FitFinding verdict = verdict(best);
        int evaluations = best.evaluations();
        for (int i = 1; i < starts.size() && verdict.status() != FitStatus.CONVERGED; i++) {
            Maximum found = search(starts.get(i));
            evaluations += found.evaluations();
            FitFinding finding = verdict(found);
            if (better(found, finding, best, verdict)) {
                best = found;
                verdict = finding;
            }
        }
        return result(best, verdict, evaluations);
    }

    private Maximum search(double[] start) {
        return Maximizer.maximize(
                penalty.on(problem.objective()),
                logarithms(start),
                options.maxIterations(),
                point -> problem.inspector().apply(natural(point)).isPresent(),
                work);
    }

    /** A real maximum beats a limit at the same height; otherwise the higher one wins. */
    private static boolean better(Maximum found, FitFinding finding, Maximum best, FitFinding verdict) {
        if (!Double.isFinite(best.value())) {
            return true;
        }
        if (verdict.status() == FitStatus.NOT_CONVERGED || finding.status() == FitStatus.CONVERGED) {
            return found.value() >= best.value() - SAME;
        }
        return found.value() > best.value() + SAME && finding.status() != FitStatus.NOT_CONVERGED;
    }

    private double[] logarithms(double[] start) {
        double[] point = new double[start.length];
        for (int i = 0; i < start.length; i++) {
            Double given = options.start().get(problem.names().get(i));
            point[i] = Math.log(given == null ? start[i] : given / units[i]);
        }
        return point;
    }

    private double[] natural(double[] point) {
        double[] parameters = new double[point.length];
        for (int i = 0; i < point.length; i++) {
            parameters[i] = Math.max(Double.MIN_NORMAL, Math.min(Double.MAX_VALUE, Math.exp(point[i]) * units[i]));
        }
        return parameters;
    }

    private FitFinding verdict(Maximum found) {
        Optional<FitFinding> limit = problem.inspector().apply(natural(found.point()));
        return switch (found.stop()) {
            case CONVERGED -> limit.orElseGet(() -> weak(found));
            case BORDER ->
                limit.orElseGet(() -> FitFinding.atBorder(
                        "the likelihood still rises toward a limit of the model at " + border(found)));
            case FLAT ->
                limit.orElseGet(() ->
                        FitFinding.notIdentified("the parameters cannot be told apart: the information is singular"));
            case ITERATION_LIMIT ->
                limit.orElseGet(() -> new FitFinding(
                        FitStatus.NOT_CONVERGED,
                        "the limit of " + options.maxIterations() + " iterations was reached"));
            case STUCK ->
                limit.orElseGet(() -> new FitFinding(
                        FitStatus.NOT_CONVERGED,
                        "no step raises the likelihood although its gradient does not vanish"));
        };
    }

    private FitFinding weak(Maximum found) {
        double[][] covariance = Symmetric.decompose(found.hessian(), -1).inverse(DEFINITE);
        for (int i = 0; i < covariance.length; i++) {
            if (!(Math.sqrt(covariance[i][i]) < UNKNOWN)) {
                return FitFinding.notIdentified("the data say practically nothing about "
                        + problem.names().get(i) + ": its standard error is more than a factor of e^10");
            }
        }
        return new FitFinding(FitStatus.CONVERGED, "a maximum was found");
    }

    private String border(Maximum found) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < found.point().length; i++) {
            if (Math.abs(found.point()[i]) >= Maximizer.BOX) {
                text.append(text.isEmpty() ? "" : ", ")
                        .append(problem.names().get(i))
                        .append(found.point()[i] > 0 ? " to infinity" : " to zero");
            }
        }
        return text.toString();
    }

    private PurchaseFit result(Maximum best, FitFinding verdict, int evaluations) {
        if (!Double.isFinite(best.value()) || !Double.isFinite(best.gradientNorm())) {
            return PurchaseFit.tooLittleData(
                    problem.modelName(), "the likelihood is not finite at any start", patterns);
        }
        double[] parameters = natural(best.point());
        Symmetric information = Symmetric.decompose(best.hessian(), -1);
        boolean definite = information.positiveDefinite(DEFINITE);
        double taken = penalty.at(best.point());
        FitDiagnostics diagnostics = new FitDiagnostics(
                best.value() + taken + problem.shift(),
                taken,
                parameters.length,
                patterns.customers(),
                best.iterations(),
                evaluations,
                best.gradientNorm() / Math.max(1, patterns.customers()),
                definite ? OptionalDouble.of(information.largest() / information.smallest()) : OptionalDouble.empty());
        Optional<ParameterUncertainty> uncertainty = definite
                ? Optional.of(
                        ParameterUncertainty.ofLogarithms(problem.names(), parameters, information.inverse(DEFINITE)))
                : Optional.empty();
        return new PurchaseFit(
                problem.modelName(),
                verdict.status(),
                verdict.reason(),
                Optional.of(problem.toModel().apply(parameters)),
                diagnostics,
                uncertainty,
                FitInput.of(patterns));
    }
}
