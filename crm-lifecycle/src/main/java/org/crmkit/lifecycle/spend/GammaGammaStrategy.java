package org.crmkit.lifecycle.spend;

import static com.google.common.base.Preconditions.checkNotNull;

import java.util.List;
import java.util.Optional;
import org.crmkit.lifecycle.FitOptions;
import org.crmkit.lifecycle.FitStatus;
import org.crmkit.lifecycle.internal.fit.PositiveFit;

/** Fits the Gamma-Gamma model by Newton steps from the moments. */
record GammaGammaStrategy(FitOptions options, boolean finitePopulationMean) implements SpendStrategy {

    private static final List<String> NAMES = List.of("p", "q", "v");

    /** Starts stay where the likelihood is gentle. */
    private static final double LEAST_START = 0.2;

    private static final double GREATEST_START = 50;

    GammaGammaStrategy {
        checkNotNull(options, "options");
    }

    @Override
    public SpendFit fit(SpendSample sample) {
        if (SpendSample.isEmpty(sample)) {
            return SpendFit.tooLittleData(GammaGamma.NAME, sample);
        }
        SpendMoments moments = SpendMoments.of(sample);
        GammaGammaLikelihood likelihood = new GammaGammaLikelihood(sample);
        double[] floor = {0, finitePopulationMean ? 1 : 0, 0};
        double[] unit = {1, 1, moments.mean()};
        PositiveFit fit =
                PositiveFit.of(NAMES, floor, unit, start(moments), new Climb(likelihood), likelihood.size(), options);
        GammaGamma model = new GammaGamma(fit.estimate(0), fit.estimate(1), fit.estimate(2));
        return new SpendFit(
                GammaGamma.NAME,
                fit.status(),
                reason(fit, model),
                Optional.of(model),
                fit.diagnostics(),
                fit.uncertainty(),
                SpendInput.of(sample),
                SpendIndependence.of(sample));
    }

    /** {@code between = mean^2 / (q - 2)} and {@code within = (between + mean^2) / p}, turned round. */
    private static double[] start(SpendMoments moments) {
        double square = moments.mean() * moments.mean();
        double q = bounded(2 + square / moments.between(), 1.5);
        double p = bounded((moments.between() + square) / moments.within(), LEAST_START);
        return new double[] {p, q, (q - 1) * moments.mean() / p};
    }

    private static double bounded(double value, double least) {
        // not a number where amounts do not scatter at all
        return value > least ? Math.min(value, GREATEST_START) : least;
    }

    private static String reason(PositiveFit fit, GammaGamma model) {
        String tail = model.q() > 1
                ? ""
                : "; q is at most 1, so the population has no finite mean and customers without purchases have no "
                        + "expected spend (ask for a finite population mean to keep q above 1)";
        if (fit.status() == FitStatus.AT_BORDER || fit.status() == FitStatus.NOT_IDENTIFIED) {
            return fit.reason() + "; customers hardly differ, or each spends the same every time" + tail;
        }
        return fit.reason() + tail;
    }

    private record Climb(GammaGammaLikelihood likelihood) implements PositiveFit.Likelihood {

        @Override
        public double evaluate(double[] at, double[] gradient) {
            return likelihood.evaluate(at[0], at[1], at[2], gradient);
        }

        @Override
        public boolean hasHessian() {
            return true;
        }

        @Override
        public double[][] hessian(double[] at) {
            return likelihood.hessian(at[0], at[1], at[2]);
        }
    }
}
