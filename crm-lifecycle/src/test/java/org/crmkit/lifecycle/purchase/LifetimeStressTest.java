package org.crmkit.lifecycle.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.crmkit.core.time.TimeGrain;
import org.crmkit.lifecycle.FitStatus;
import org.crmkit.lifecycle.ParameterUncertainty;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Fits to simulated bases of many sizes, scales of time and degrees of degeneracy: no fit may fail or converge falsely.
 *
 * <p>Ten small bases in the default build, 200 of up to a million customers with {@code -Pslow}. Seeded.
 */
class LifetimeStressTest {

    private static final boolean SLOW = Boolean.getBoolean("crm.slow");

    /** How a base is degenerate, if it is. */
    private enum Kind {
        ORDINARY,
        SAME_DROP_OUT,
        NO_DROP_OUT,
        SAME_RATE,
        HEAVY_BUYERS
    }

    @TestFactory
    Stream<DynamicTest> paretoNbd() {
        return bases(SLOW ? 140 : 10, 1, (random, kind) -> {
            double unit = logUniform(random, 1, 700);
            double r = kind == Kind.SAME_RATE ? 1e5 : logUniform(random, 0.15, 6);
            double purchases = kind == Kind.HEAVY_BUYERS ? 200 : logUniform(random, 0.2, 15);
            double s = kind == Kind.SAME_DROP_OUT ? 1e5 : logUniform(random, 0.15, 5);
            double leaving = kind == Kind.NO_DROP_OUT ? 1e-9 : logUniform(random, 0.15, 8);
            return new ParetoNbd(TimeGrain.DAY, r, r / purchases * unit, s, s / leaving * unit);
        });
    }

    @TestFactory
    Stream<DynamicTest> ggompertzNbd() {
        return bases(SLOW ? 30 : 2, 2, (random, kind) -> {
            double unit = logUniform(random, 1, 700);
            double r = logUniform(random, 0.3, 4);
            double c = logUniform(random, 0.3, 4) * unit;
            double b = logUniform(random, 0.05, 3) / unit;
            return new GgompertzNbd(
                    TimeGrain.DAY, r, r / logUniform(random, 1, 10) * unit, b, logUniform(random, 0.2, 2), b * c);
        });
    }

    @TestFactory
    Stream<DynamicTest> bgBb() {
        return bases(SLOW ? 30 : 4, 3, (random, kind) -> {
            double scale = kind == Kind.SAME_DROP_OUT ? 1e6 : 1;
            return new BgBb(
                    TimeGrain.DAY,
                    logUniform(random, 0.3, 5),
                    logUniform(random, 0.3, 5),
                    scale * logUniform(random, 0.2, 2),
                    scale * logUniform(random, 1, 20));
        });
    }

    private interface Truth {
        PurchaseModel draw(SplittableRandom random, Kind kind);
    }

    private static Stream<DynamicTest> bases(int count, long seed, Truth truth) {
        return IntStream.range(0, count).mapToObj(i -> {
            SplittableRandom random = new SplittableRandom(1_000 * seed + i);
            Kind kind = i % 2 == 0 ? Kind.ORDINARY : Kind.values()[1 + i / 2 % 4];
            PurchaseModel model = truth.draw(random, kind);
            int customers = (int)
                    logUniform(random, 100, model instanceof ParetoNbd && SLOW ? (i % 20 == 0 ? 1e6 : 3e4) : 2_000);
            return DynamicTest.dynamicTest(
                    kind + " " + customers + " " + model,
                    () -> check(model, kind, simulated(model, customers, random)));
        });
    }

    private static double logUniform(SplittableRandom random, double low, double high) {
        return low * Math.pow(high / low, random.nextDouble());
    }

    private static PurchasePatterns simulated(PurchaseModel model, int customers, SplittableRandom random) {
        double[] p = model.parameters().toArray();
        double unit = model instanceof BgBb ? 12 : Math.max(p[1] / p[0], 1);
        PurchasePatternsBuilder builder = PurchasePatterns.builder(TimeGrain.DAY);
        for (int i = 0; i < customers; i++) {
            PurchaseHistory history = model.simulateHistory(Math.ceil(unit * random.nextDouble(2, 6)), random);
            builder.add(history.repeatPurchases(), history.recency(), history.age());
        }
        return builder.build();
    }

    private static void check(PurchaseModel truth, Kind kind, PurchasePatterns patterns) {
        PurchaseModelFamily family = truth instanceof ParetoNbd
                ? PurchaseModelFamily.paretoNbd()
                : truth instanceof BgBb ? PurchaseModelFamily.bgBb() : PurchaseModelFamily.ggompertzNbd();
        PurchaseFit fit = family.fit(patterns);
        if (fit.status() == FitStatus.TOO_LITTLE_DATA) {
            assertThat(patterns.repeatPurchases()).isZero();
            return;
        }
        assertThat(fit.status()).as(fit.reason()).isNotEqualTo(FitStatus.NOT_CONVERGED);
        double atTruth = truth.logLikelihood(patterns);
        assertThat(fit.diagnostics().logLikelihood()).isGreaterThan(atTruth - 1e-5 - 1e-12 * Math.abs(atTruth));
        // Wilks: twice the gain over the truth is chi-square with 4 or 5 degrees of freedom; 60 has a probability of
        // 1e-11
        assertThat(fit.diagnostics().logLikelihood()).isLessThan(atTruth + 30);
        if (fit.status() == FitStatus.CONVERGED) {
            ParameterUncertainty uncertainty = fit.uncertainty().orElseThrow();
            assertThat(fit.diagnostics().gradientNorm()).isLessThan(1e-8);
            for (String name : uncertainty.names()) {
                assertThat(uncertainty.standardError(name)).isFinite().isPositive();
            }
        } else {
            assertThat(fit.reason()).isNotBlank();
        }
    }
}
