package org.crmkit.lifecycle.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.crmkit.core.time.TimeGrain;
import org.crmkit.lifecycle.FitStatus;
import org.crmkit.lifecycle.ParameterUncertainty;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * BG/NBD, MBG/NBD and CNBD fits to simulated bases of many sizes, scales of time and degrees of degeneracy: none may fail or converge falsely.
 *
 * <p>Twenty small bases in the default build, 200 of up to a million customers with {@code -Pslow}. Seeded.
 */
class BgStressTest {

    private static final boolean SLOW = Boolean.getBoolean("crm.slow");
    private static final int KINDS = 6;

    @TestFactory
    Stream<DynamicTest> bases() {
        return IntStream.range(0, SLOW ? 200 : 20).mapToObj(i -> DynamicTest.dynamicTest("base " + i, () -> fit(i)));
    }

    private static void fit(int i) {
        SplittableRandom random = new SplittableRandom(1000 + i);
        double unit = logUniform(random, 1, 700);
        double purchases = i % KINDS == 1 ? 200 : logUniform(random, 0.3, 12);
        double r = i % KINDS == 2 ? 1e6 : logUniform(random, 0.15, 5);
        double a = i % KINDS == 3 ? 1e6 : i % KINDS == 4 ? 1e-8 : logUniform(random, 0.2, 4);
        double b = i % KINDS == 3 ? 5e6 : logUniform(random, 0.5, 8);
        int k = i % KINDS == 5 ? 2 + random.nextInt(3) : 1;
        boolean modified = i % 2 == 1;
        PurchaseModelFamily family = k > 1
                ? (modified ? PurchaseModelFamily.mbgCnbd(k) : PurchaseModelFamily.bgCnbd(k))
                : modified ? PurchaseModelFamily.mbgNbd() : PurchaseModelFamily.bgNbd();
        double[] p = {r, r / (k * purchases) * unit, a, b, k};
        PurchaseModel truth = family.model(TimeGrain.DAY, k > 1 ? p : new double[] {p[0], p[1], a, b});
        int customers = SLOW && i % 50 == 0 ? 1_000_000 : (int) logUniform(random, 100, SLOW ? 3e4 : 1500);
        PurchasePatternsBuilder builder = PurchasePatterns.builder(TimeGrain.DAY);
        for (int c = 0; c < customers; c++) {
            builder.add(truth.simulateHistory(unit * (0.3 + 0.7 * random.nextDouble()), random));
        }
        PurchasePatterns patterns = builder.build();
        PurchaseFit fit = family.fit(patterns);

        assertThat(fit.status())
                .as("%s on %s from %s", fit.reason(), patterns, truth)
                .isNotEqualTo(FitStatus.NOT_CONVERGED);
        if (fit.status() == FitStatus.TOO_LITTLE_DATA) {
            return;
        }
        // the fit may not lie below the truth, and what it reports is the likelihood of the model it returns
        double atTruth = truth.logLikelihood(patterns);
        double reported = fit.diagnostics().logLikelihood();
        assertThat(reported).as("base %s: %s", i, fit.reason()).isGreaterThan(atTruth - 1e-6);
        // Wilks: twice the gain over the truth is chi-square with 4 degrees of freedom; 60 has a probability of 1e-11
        assertThat(reported).as("base %s: %s", i, fit.reason()).isLessThan(atTruth + 30);
        assertThat(fit.usableModel().logLikelihood(patterns))
                .as("base %s: %s %s", i, fit.model(), fit.reason())
                .isCloseTo(reported, within(1e-6 + 1e-9 * Math.abs(reported)));
        if (fit.status() == FitStatus.CONVERGED) {
            plausible(fit, p);
        } else {
            assertThat(fit.reason()).isNotBlank();
        }
    }

    /** A converged estimate lies within six standard errors of the truth, on the log scale. */
    private static void plausible(PurchaseFit fit, double[] p) {
        assertThat(fit.diagnostics().informationCondition()).isPresent();
        // per customer; what a step could still gain, not this, ends the search
        assertThat(fit.diagnostics().gradientNorm()).isLessThan(1e-6);
        ParameterUncertainty uncertainty = fit.uncertainty().orElseThrow();
        for (int j = 0; j < 4; j++) {
            double se = Math.sqrt(uncertainty.coordinateCovariance(j, j));
            double distance = Math.abs(Math.log(uncertainty.estimate(j) / p[j]));
            assertThat(Double.isFinite(se)).isTrue();
            // truths beyond the limits of the model are not estimated by a finite maximum
            if (p[j] < 1e4 && p[2] > 1e-6 && p[0] < 1e4 && p[3] < 1e4) {
                assertThat(distance)
                        .as("%s of %s", uncertainty.names().get(j), fit.model())
                        .isLessThan(6 * se + 1);
            }
        }
    }

    private static double logUniform(SplittableRandom random, double from, double to) {
        return from * Math.exp(random.nextDouble() * Math.log(to / from));
    }
}
