package org.crmkit.lifecycle.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Stream;
import org.crmkit.core.time.TimeGrain;
import org.crmkit.lifecycle.FitOptions;
import org.crmkit.lifecycle.FitStatus;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Bases that no one would simulate: whatever the data are, a fit is a result with finite numbers and an honest status, never an exception.
 *
 * <p>Honest: what converged is a maximum that no step nearby and no search from elsewhere exceeds; what has no maximum says why.
 */
class NastyBasesTest {

    private static final TimeGrain DAY = TimeGrain.DAY;

    private static Map<String, PurchaseModelFamily> families() {
        Map<String, PurchaseModelFamily> families = new LinkedHashMap<>();
        for (PurchaseModelFamily family : List.of(
                PurchaseModelFamily.nbd(),
                PurchaseModelFamily.bgNbd(),
                PurchaseModelFamily.mbgNbd(),
                PurchaseModelFamily.bgCnbd(3),
                PurchaseModelFamily.mbgCnbd(2),
                PurchaseModelFamily.paretoNbd(),
                PurchaseModelFamily.ggompertzNbd(),
                PurchaseModelFamily.bgBb())) {
            families.put(family.name(), family);
        }
        return families;
    }

    private static PurchaseHistory bought(int x, double tX, double age) {
        return PurchaseHistory.of(x, tX, age, x == 0 ? 0 : x * Math.log(tX / x));
    }

    private static List<PurchaseHistory> many(int n, Function<SplittableRandom, PurchaseHistory> customer) {
        SplittableRandom random = new SplittableRandom(n);
        List<PurchaseHistory> list = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            list.add(customer.apply(random));
        }
        return list;
    }

    private static List<PurchaseHistory> simulated(PurchaseModel model, int n, double age) {
        return many(n, random -> model.simulateHistory(Math.ceil(age * (1 + random.nextInt(3))), random));
    }

    private static List<PurchaseHistory> ordinary() {
        return simulated(PurchaseModelFamily.mbgNbd().model(DAY, 0.9, 20, 0.8, 2.5), 400, 60);
    }

    private static List<PurchaseHistory> scaled(double factor) {
        return ordinary().stream()
                .map(h -> PurchaseHistory.of(
                        h.repeatPurchases(),
                        h.recency() * factor,
                        h.age() * factor,
                        h.sumLogGaps().orElseThrow() + h.repeatPurchases() * Math.log(factor)))
                .toList();
    }

    private static List<PurchaseHistory> both(List<PurchaseHistory> first, List<PurchaseHistory> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    static Map<String, List<PurchaseHistory>> bases() {
        Map<String, List<PurchaseHistory>> bases = new LinkedHashMap<>();
        bases.put("nobody", List.of());
        bases.put("one who never came back", List.of(bought(0, 0, 9)));
        bases.put("one who came back", List.of(bought(2, 5, 9)));
        bases.put("one who just came", List.of(bought(1, 9, 9)));
        bases.put("none came back", many(500, random -> bought(0, 0, 1 + random.nextInt(50))));
        bases.put("none has an age", many(50, random -> bought(0, 0, 0)));
        bases.put(
                "one in five hundred came back",
                both(many(500, random -> bought(0, 0, 50)), List.of(bought(4, 30, 50))));
        bases.put(
                "two in five hundred came back",
                both(many(500, random -> bought(0, 0, 50)), List.of(bought(4, 30, 50), bought(1, 3, 50))));
        bases.put("all alike", many(300, random -> bought(3, 20, 30)));
        bases.put("all alike and just bought", many(300, random -> bought(3, 30, 30)));
        bases.put("two kinds", both(many(150, random -> bought(0, 0, 30)), many(150, random -> bought(25, 30, 30))));
        bases.put(
                "a handful",
                List.of(bought(0, 0, 30), bought(2, 11, 30), bought(1, 30, 31), bought(7, 28, 29), bought(0, 0, 5)));
        bases.put("one age, all the same rate", many(400, random -> poisson(random, 3, 40)));
        bases.put("nobody leaves", simulated(PurchaseModelFamily.nbd().model(DAY, 1.2, 20), 400, 60));
        bases.put("all at once left", many(400, random -> bought(1, 1, 40 + random.nextInt(40))));
        bases.put("all bought today", many(400, random -> {
            int age = 20 + random.nextInt(40);
            return bought(1 + random.nextInt(6), age, age);
        }));
        bases.put("heavy tail", many(400, random -> {
            int x = (int) Math.min(5_000, 1 / Math.pow(random.nextDouble(), 1.7));
            return bought(x, 9_000 + random.nextInt(1_000), 10_000);
        }));
        bases.put(
                "a million purchases",
                both(ordinary(), many(5, random -> bought(1_000_000, 1.9e6 + random.nextInt(400), 1.9e6 + 500))));
        bases.put("moments after the first purchase", both(ordinary(), many(50, random -> bought(1, 1e-12, 1e6))));
        bases.put("half with no age", both(ordinary(), many(400, random -> bought(0, 0, 0))));
        bases.put("time in nanoseconds", scaled(8.64e13));
        bases.put("time in ages of the universe", scaled(2e-13));
        bases.put("time beyond measure", scaled(1e290));
        bases.put("time below measure", scaled(1e-290));
        bases.put("a minute and a millennium", both(scaled(1e-3), scaled(3e3)));
        bases.put("ordinary", ordinary());
        return bases;
    }

    private static PurchaseHistory poisson(SplittableRandom random, double mean, double age) {
        int x = 0;
        double last = 0;
        double logs = 0;
        for (double now = gap(random, mean, age); now <= age; now += gap(random, mean, age)) {
            logs += Math.log(now - last);
            last = now;
            x++;
        }
        return PurchaseHistory.of(x, last, age, logs);
    }

    private static double gap(SplittableRandom random, double mean, double age) {
        return -Math.log1p(-random.nextDouble()) * age / mean;
    }

    @TestFactory
    Stream<DynamicTest> everyFamilyOnEveryBase() {
        return bases().entrySet().stream()
                .flatMap(base -> families().entrySet().stream()
                        .map(family -> DynamicTest.dynamicTest(
                                family.getKey() + ": " + base.getKey(),
                                () -> check(family.getValue(), PurchasePatterns.of(DAY, base.getValue())))));
    }

    /** The unit of time is the caller's affair: alpha and its kin scale with it, what is foretold does not change. */
    @Test
    void scalingTimeLeavesTheForecastsOfAFit() {
        PurchasePatterns plain = PurchasePatterns.of(DAY, ordinary());
        for (double factor : new double[] {1.0 / 365.25, 1e-13, 8.64e13}) {
            PurchasePatterns scaled = PurchasePatterns.of(DAY, scaled(factor));
            families().values().stream()
                    .filter(family -> !family.name().equals(BgBb.NAME))
                    .forEach(family -> {
                        PurchaseFit fit = family.fit(plain);
                        PurchaseFit other = family.fit(scaled);
                        assertThat(other.status()).as(family.name()).isEqualTo(fit.status());
                        double expected = fit.usableModel().expectedPurchases(bought(3, 40, 60), 30);
                        assertThat(other.usableModel()
                                        .expectedPurchases(bought(3, 40 * factor, 60 * factor), 30 * factor))
                                .as("%s in other units", family.name())
                                .isCloseTo(expected, within(1e-6 * expected));
                    });
        }
    }

    private static void check(PurchaseModelFamily family, PurchasePatterns patterns) {
        PurchaseFit fit = family.fit(patterns);
        assertThat(fit.reason()).isNotBlank();
        assertThat(fit.diagnostics().evaluations()).as("a search that crawls").isLessThan(3_000);
        assertThat(fit.status()).isNotEqualTo(FitStatus.NOT_CONVERGED);
        assertThat(fit.diagnostics().aic()).isFinite();
        assertThat(fit.diagnostics().bic()).isFinite();
        if (fit.status() == FitStatus.TOO_LITTLE_DATA) {
            return;
        }
        PurchaseModel model = fit.usableModel();
        finite(model, patterns);
        double value = fit.diagnostics().logLikelihood();
        double rounding = 1e-7 + 1e-11 * Math.abs(value);
        if (fit.status() == FitStatus.CONVERGED) {
            assertThat(fit.uncertainty()).isPresent();
            assertThat(fit.diagnostics().informationCondition()).isPresent();
            noStepIsHigher(family, model, patterns, model.logLikelihood(patterns) + rounding);
        }
        noOtherStartIsHigher(family, fit, patterns, value + (fit.status() == FitStatus.CONVERGED ? rounding : 1e-2));
    }

    private static void finite(PurchaseModel model, PurchasePatterns patterns) {
        for (int i = 0; i < patterns.size(); i += 1 + patterns.size() / 5) {
            PurchaseHistory history = patterns.history(i);
            double horizon = model instanceof BgBb ? 7 : 0.3 * patterns.meanAge();
            assertThat(model.pAlive(history)).isBetween(0.0, 1.0);
            assertThat(model.pAliveAfter(history, horizon)).isBetween(0.0, 1.0);
            assertThat(model.expectedPurchases(history, horizon)).isFinite().isNotNegative();
            assertThat(model.pNoPurchase(history, horizon)).isBetween(0.0, 1.0);
            assertThat(model.pPurchases(history, 2, horizon)).isBetween(0.0, 1.0);
            assertThat(model.discountedPurchases(history, new DiscountRate(0.1), horizon))
                    .isFinite()
                    .isNotNegative();
            assertThat(model.pEverAgain(history)).isBetween(0.0, 1.0);
        }
    }

    private static void noStepIsHigher(
            PurchaseModelFamily family, PurchaseModel model, PurchasePatterns patterns, double top) {
        SplittableRandom random = new SplittableRandom(1);
        double[] at = model.parameters().toArray();
        for (int i = 0; i < 12; i++) {
            double[] moved = at.clone();
            for (int j = 0; j < moved.length; j++) {
                moved[j] *= family.parameterNames().get(j).equals("k") ? 1 : Math.exp(random.nextDouble(-0.02, 0.02));
            }
            assertThat(family.model(DAY, moved).logLikelihood(patterns)).isLessThan(top);
        }
    }

    private static void noOtherStartIsHigher(
            PurchaseModelFamily family, PurchaseFit fit, PurchasePatterns patterns, double top) {
        SplittableRandom random = new SplittableRandom(2);
        FitOptions options = FitOptions.standard();
        double[] at = fit.model().orElseThrow().parameters().toArray();
        for (int j = 0; j < at.length; j++) {
            if (!family.parameterNames().get(j).equals("k")) {
                double start = at[j] * Math.exp(random.nextDouble(-3, 3));
                options = options.withStart(family.parameterNames().get(j), Math.max(1e-300, Math.min(1e300, start)));
            }
        }
        PurchaseFit other = family.fit(patterns, options);
        assertThat(other.diagnostics().logLikelihood())
                .as("from another start: %s %s, first %s", other.model(), other.reason(), fit.model())
                .isLessThanOrEqualTo(top);
    }
}
