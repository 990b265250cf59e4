package org.crmkit.lifecycle.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.crmkit.core.time.TimeGrain;
import org.crmkit.lifecycle.FitStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is simulated from a model (seeded) is what the model says, and fits give the parameters back. */
class LifetimeSimulationTest {

    static List<PurchaseModel> models() {
        return List.of(
                new ParetoNbd(TimeGrain.WEEK, 0.9, 8, 0.7, 10),
                new GgompertzNbd(TimeGrain.WEEK, 1.5, 6, 0.12, 0.6, 1.5),
                new BgBb(TimeGrain.WEEK, 1.2, 0.75, 0.66, 2.8));
    }

    private static PurchaseModelFamily family(PurchaseModel model) {
        return switch (model.name()) {
            case ParetoNbd.NAME -> PurchaseModelFamily.paretoNbd();
            case GgompertzNbd.NAME -> PurchaseModelFamily.ggompertzNbd();
            default -> PurchaseModelFamily.bgBb();
        };
    }

    private static List<PurchaseHistory> simulated(PurchaseModel model, int customers, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<PurchaseHistory> histories = new ArrayList<>();
        for (int i = 0; i < customers; i++) {
            histories.add(model.simulateHistory(20 + i % 3 * 10, random));
        }
        return histories;
    }

    @ParameterizedTest
    @MethodSource("models")
    void fitsRecoverTheParameters(PurchaseModel truth) {
        PurchaseFit fit = family(truth).fit(PurchasePatterns.of(TimeGrain.WEEK, simulated(truth, 4_000, 42)));
        assertThat(fit.status()).as(fit.reason()).isEqualTo(FitStatus.CONVERGED);
        for (String name : truth.parameters().names()) {
            double error = fit.uncertainty().orElseThrow().standardError(name);
            assertThat(fit.usableModel().parameters().get(name))
                    .as(name + " +- " + error)
                    .isCloseTo(truth.parameters().get(name), within(3.5 * error));
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void simulatedFuturesMeetTheExpectations(PurchaseModel model) {
        SplittableRandom random = new SplittableRandom(17);
        PurchaseHistory history = PurchaseHistory.of(3, 12, 20);
        int n = 40_000;
        double sum = 0;
        double squares = 0;
        int none = 0;
        for (int i = 0; i < n; i++) {
            double[] times = model.simulate(history, 30, random);
            sum += times.length;
            squares += (double) times.length * times.length;
            none += times.length == 0 ? 1 : 0;
            double before = 0;
            for (double time : times) {
                assertThat(time > before && time <= 30).isTrue();
                before = time;
            }
        }
        double error = Math.sqrt((squares / n - sum / n * (sum / n)) / n);
        assertThat(sum / n).isCloseTo(model.expectedPurchases(history, 30), within(4 * error));
        double p = model.pNoPurchase(history, 30);
        assertThat((double) none / n).isCloseTo(p, within(4 * Math.sqrt(p * (1 - p) / n)));
    }

    @ParameterizedTest
    @MethodSource("models")
    void fit_isTheSameForAnyOrderAndAnyShards(PurchaseModel truth) {
        List<PurchaseHistory> histories = simulated(truth, 600, 1);
        PurchaseFit once = family(truth).fit(PurchasePatterns.of(TimeGrain.WEEK, histories));
        List<PurchaseHistory> shuffled = new ArrayList<>(histories);
        Collections.shuffle(shuffled, new Random(9));
        PurchasePatterns merged = PurchasePatterns.of(TimeGrain.WEEK, shuffled.subList(400, 600))
                .merge(PurchasePatterns.of(TimeGrain.WEEK, shuffled.subList(0, 100)))
                .merge(PurchasePatterns.of(TimeGrain.WEEK, shuffled.subList(100, 400)));
        assertThat(family(truth).fit(merged)).isEqualTo(once);
    }

    @Test
    void homogeneousDropOut_isNotIdentified() {
        PurchaseModel truth = new ParetoNbd(TimeGrain.WEEK, 1.2, 3, 1e5, 2e6);
        PurchaseFit fit =
                PurchaseModelFamily.paretoNbd().fit(PurchasePatterns.of(TimeGrain.WEEK, simulated(truth, 1_500, 3)));
        assertThat(fit.status()).isEqualTo(FitStatus.NOT_IDENTIFIED);
        assertThat(fit.reason()).contains("drop-out practically the same for all");
        double rate = fit.usableModel().parameters().get("s")
                / fit.usableModel().parameters().get("beta");
        assertThat(rate).isCloseTo(0.05, within(0.008));
        assertThat(fit.usableModel().expectedPurchasesOfNewCustomer(30))
                .isCloseTo(truth.expectedPurchasesOfNewCustomer(30), within(0.5));
    }

    @Test
    void noDropOut_isAtTheBorder() {
        PurchaseModel truth = new ParetoNbd(TimeGrain.WEEK, 1.2, 3, 1, 1e9);
        PurchaseFit fit =
                PurchaseModelFamily.paretoNbd().fit(PurchasePatterns.of(TimeGrain.WEEK, simulated(truth, 1_500, 3)));
        assertThat(fit.status()).as(fit.reason()).isEqualTo(FitStatus.AT_BORDER);
        assertThat(fit.reason()).contains("practically nobody drops out");
    }

    @Test
    void tooLittleData_isAResult() {
        PurchasePatterns silent =
                PurchasePatterns.of(TimeGrain.WEEK, List.of(PurchaseHistory.of(0, 0, 5), PurchaseHistory.of(0, 0, 9)));
        PurchasePatterns empty = PurchasePatterns.builder(TimeGrain.WEEK).build();
        PurchasePatterns one = PurchasePatterns.of(TimeGrain.WEEK, List.of(PurchaseHistory.of(2, 3, 5)));
        for (PurchaseModel model : models()) {
            assertThat(family(model).fit(silent).status()).isEqualTo(FitStatus.TOO_LITTLE_DATA);
            assertThat(family(model).fit(empty).status()).isEqualTo(FitStatus.TOO_LITTLE_DATA);
            PurchaseFit single = family(model).fit(one);
            assertThat(single.status()).isEqualTo(FitStatus.TOO_LITTLE_DATA);
            assertThat(single.reason()).contains("only one customer has a repeat purchase");
        }
        PurchasePatterns weeks = PurchasePatterns.of(
                TimeGrain.WEEK, List.of(PurchaseHistory.of(2, 3.5, 5.25), PurchaseHistory.of(1, 3, 5.25)));
        PurchaseFit fit = PurchaseModelFamily.bgBb().fit(weeks);
        assertThat(fit.status()).isEqualTo(FitStatus.TOO_LITTLE_DATA);
        assertThat(fit.reason()).contains("age must be a whole number of opportunities up to 1e9, was 5.25");
    }

    @Test
    void arguments_areChecked() {
        PurchaseHistory history = PurchaseHistory.of(1, 2, 3);
        for (PurchaseModel model : models()) {
            assertThatThrownBy(() -> model.expectedPurchases(history, -1)).hasMessageContaining("must be at least 0");
            assertThatThrownBy(() -> model.expectedPurchases(history, 2, 1))
                    .hasMessage("toExclusive must be at least fromInclusive=2.0, was 1.0");
            assertThatThrownBy(() -> model.pPurchases(history, -1, 1))
                    .hasMessage("purchases must be at least 0, was -1");
            assertThatThrownBy(() -> model.pAliveAfter(history, Double.NaN))
                    .hasMessageContaining("time must be at least 0");
            assertThatThrownBy(() -> model.discountedPurchases(history, DiscountRate.NONE))
                    .hasMessageContaining("rate must be above 0");
            for (double bad : new double[] {0, 1, Double.NaN}) {
                assertThatThrownBy(() -> model.timeToNextPurchase(history, bad))
                        .hasMessageContaining("probability must be in (0, 1)");
            }
            PurchaseModelFamily family = family(model);
            double[] parameters = model.parameters().toArray();
            assertThat(family.model(TimeGrain.WEEK, parameters)).isEqualTo(model);
            assertThat(family.name()).isEqualTo(model.name());
            assertThatThrownBy(() -> family.model(TimeGrain.WEEK, 1, 2)).hasMessageContaining("parameters must be the");
            for (int i = 0; i < parameters.length; i++) {
                double[] broken = parameters.clone();
                broken[i] = Double.NaN;
                assertThatThrownBy(() -> family.model(TimeGrain.WEEK, broken))
                        .hasMessage(family.parameterNames().get(i) + " must be positive and finite, was NaN");
            }
        }
    }
}
