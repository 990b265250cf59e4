package org.crmkit.lifecycle.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.crmkit.core.time.TimeGrain;
import org.crmkit.lifecycle.FitStatus;
import org.crmkit.lifecycle.Interval;
import org.crmkit.lifecycle.ParameterUncertainty;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The matrix of models and questions has no gap: every question is put to every model and the answer compared with {@link PopulationOracle}, which knows
 * nothing but the models' definitions.
 */
class PurchaseModelMatrixTest {

    private static final boolean SLOW = Boolean.getBoolean("crm.slow");
    private static final double EXACT = 1e-8;
    private static final double ROUNDING = 1e-14;
    private static final DiscountRate RATE = new DiscountRate(0.15);
    private static final double DELTA = RATE.continuousPer(TimeGrain.WEEK);

    /** One model of each kind, with its family. */
    record Kind(PurchaseModelFamily family, double... parameters) {

        PurchaseModel model() {
            return family.model(TimeGrain.WEEK, parameters);
        }

        /** The histories to ask about: where the definition takes seconds to sum, all of them with {@code -Pslow} only. */
        List<PurchaseHistory> histories() {
            return SLOW || parameters.length < 5 ? HISTORIES : HISTORIES.subList(2, 3);
        }

        @Override
        public String toString() {
            return model().toString();
        }
    }

    static List<Kind> kinds() {
        return List.of(
                new Kind(PurchaseModelFamily.nbd(), 2.3, 15),
                new Kind(PurchaseModelFamily.bgNbd(), 2.3, 11, 0.9, 2.1),
                new Kind(PurchaseModelFamily.mbgNbd(), 2.3, 11, 0.9, 2.1),
                new Kind(PurchaseModelFamily.bgCnbd(2), 2.4, 7, 1.1, 2.6, 2),
                new Kind(PurchaseModelFamily.mbgCnbd(3), 2.4, 5, 1.1, 2.6, 3),
                new Kind(PurchaseModelFamily.paretoNbd(), 1.8, 11, 0.9, 11),
                new Kind(PurchaseModelFamily.ggompertzNbd(), 1.5, 6, 0.12, 0.6, 1.5),
                new Kind(PurchaseModelFamily.bgBb(), 1.2, 0.75, 0.9, 2.8));
    }

    /** Those to fit: five parameters take seconds, so that the default build leaves them to LifetimeSimulationTest. */
    static List<Kind> kindsToFit() {
        return kinds().stream()
                .filter(kind -> SLOW || !kind.family().name().equals(GgompertzNbd.NAME))
                .toList();
    }

    /** New, bought once and long silent, bought three times and silent, has just bought. */
    private static final List<PurchaseHistory> HISTORIES = List.of(
            PurchaseHistory.NEW_CUSTOMER,
            PurchaseHistory.of(0, 0, 17),
            PurchaseHistory.of(3, 11, 20, Math.log(2) + Math.log(4) + Math.log(5)),
            PurchaseHistory.of(5, 24, 24, 4 * Math.log(5) + Math.log(4)));

    @TestFactory
    Stream<DynamicTest> everyAnswerIsThatOfTheDefinition() {
        return kinds().stream()
                .flatMap(kind -> kind.histories().stream()
                        .map(history -> DynamicTest.dynamicTest(
                                kind + " " + history,
                                () -> answers(
                                        kind.model(), history, PopulationOracle.of(kind.model()).new Seen(history)))));
    }

    private static void answers(PurchaseModel model, PurchaseHistory h, PopulationOracle.Seen truth) {
        close("logLikelihood", model.logLikelihood(h), truth.logLikelihood());
        close("pAlive", model.pAlive(h), truth.pAlive());
        close("pAliveAfter", model.pAliveAfter(h, 13), truth.pAliveAfter(13));
        close("expectedPurchases", model.expectedPurchases(h, 26), truth.expectedPurchases(0, 26));
        close("expectedPurchases between", model.expectedPurchases(h, 10, 36), truth.expectedPurchases(10, 36));
        close("pNoPurchase", model.pNoPurchase(h, 26), truth.pPurchases(0, 26));
        for (int n = 0; n < 5; n++) {
            close("pPurchases " + n, model.pPurchases(h, n, 26), truth.pPurchases(n, 26));
        }
        close("pEverAgain", model.pEverAgain(h), truth.pEverAgain());
        close("meanTimeToNextPurchase", model.meanTimeToNextPurchase(h).orElseThrow(), truth.meanTimeToNextPurchase());
        close(
                "discountedPurchases",
                model.discountedPurchases(h, RATE),
                truth.discountedPurchases(DELTA, Double.POSITIVE_INFINITY));
        close(
                "discountedPurchases to a horizon",
                model.discountedPurchases(h, RATE, 26),
                truth.discountedPurchases(DELTA, 26));
        nextPurchase(model, h, truth);
        if (h.equals(PurchaseHistory.NEW_CUSTOMER)) {
            close("new customer", model.expectedPurchasesOfNewCustomer(26), truth.expectedPurchases(0, 26));
        }
    }

    /** In continuous time the probability is reached at the time; at opportunities it is reached at the time and not at the one before. */
    private static void nextPurchase(PurchaseModel model, PurchaseHistory h, PopulationOracle.Seen truth) {
        double probability = 0.4 * truth.pEverAgain();
        double time = model.timeToNextPurchase(h, probability).orElseThrow();
        if (model instanceof BgBb) {
            assertThat(1 - truth.pPurchases(0, time)).isGreaterThanOrEqualTo(probability);
            assertThat(1 - truth.pPurchases(0, time - 1)).isLessThan(probability);
        } else {
            close("timeToNextPurchase", 1 - truth.pPurchases(0, time), probability);
        }
        LocalDate now = LocalDate.of(2024, 2, 28);
        assertThat(model.dateOfNextPurchase(h, probability, now)).contains(now.plusDays((long) Math.ceil(7 * time)));
        double never = 1 - truth.pEverAgain();
        if (never > 1e-6) {
            assertThat(model.timeToNextPurchase(h, 1 - 0.5 * never)).isEmpty();
            assertThat(model.dateOfNextPurchase(h, 1 - 0.5 * never, now)).isEmpty();
        }
    }

    private static void close(String question, double answer, double truth) {
        assertThat(answer).as(question).isCloseTo(truth, within(EXACT * Math.abs(truth) + ROUNDING));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void simulatedFuturesHaveTheProbabilitiesOfCounts(Kind kind) {
        PurchaseModel model = kind.model();
        SplittableRandom random = new SplittableRandom(23);
        for (PurchaseHistory history : HISTORIES.subList(0, 3)) {
            int futures = 20_000;
            double[] counts = new double[3];
            for (int i = 0; i < futures; i++) {
                counts[Math.min(2, model.simulate(history, 26, random).length)]++;
            }
            for (int n = 0; n < 2; n++) {
                double p = model.pPurchases(history, n, 26);
                assertThat(counts[n] / futures)
                        .as("%s purchases after %s", n, history)
                        .isCloseTo(p, within(4.5 * Math.sqrt(p * (1 - p) / futures)));
            }
        }
    }

    /**
     * Fits to simulated bases give the parameters back within their standard errors: the Wald statistic of each base is chi-square with as many degrees of
     * freedom as parameters, here summed over three bases and held below the quantile of 1 - 1e-6.
     */
    @ParameterizedTest
    @MethodSource("kindsToFit")
    void fitsRecoverTheParametersWithinTheirStandardErrors(Kind kind) {
        double sum = 0;
        int degrees = 0;
        for (int base = 0; base < 3; base++) {
            PurchasePatterns patterns = simulated(kind.model(), 4_000, 100 + base);
            PurchaseFit fit = kind.family().fit(patterns);
            assertThat(fit.status().usable()).as(fit.reason()).isTrue();
            // the five parameters of GGompertz/NBD are not always told apart by so many customers, and then the fit
            // says so
            if (fit.status() == FitStatus.CONVERGED) {
                ParameterUncertainty uncertainty = fit.uncertainty().orElseThrow();
                degrees += uncertainty.names().size();
                sum += wald(uncertainty, kind.parameters());
            }
        }
        assertThat(degrees).isPositive();
        // Wilson and Hilferty 1931, at 4.75 standard deviations
        double limit = degrees * Math.pow(1 - 2.0 / (9 * degrees) + 4.75 * Math.sqrt(2.0 / (9 * degrees)), 3);
        assertThat(sum).isBetween(0.05 * degrees, limit);
    }

    /** {@code d' V^-1 d}, d being the distance of the logarithms, by elimination. */
    private static double wald(ParameterUncertainty uncertainty, double[] truth) {
        int n = uncertainty.names().size();
        double[][] v = uncertainty.covariance();
        double[] d = new double[n];
        for (int i = 0; i < n; i++) {
            d[i] = Math.log(uncertainty.estimate(i) / truth[i]);
        }
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += d[i] * d[i] / v[i][i];
            for (int j = i + 1; j < n; j++) {
                double factor = v[j][i] / v[i][i];
                d[j] -= factor * d[i];
                for (int k = i; k < n; k++) {
                    v[j][k] -= factor * v[i][k];
                }
            }
        }
        return sum;
    }

    @ParameterizedTest
    @MethodSource("kindsToFit")
    void everyFitHasStandardErrorsIntervalsAndABootstrap(Kind kind) {
        PurchasePatterns patterns = simulated(kind.model(), 800, 5);
        PurchaseFit fit = kind.family().fit(patterns);
        ParameterUncertainty uncertainty = fit.uncertainty().orElseThrow();
        List<PurchaseFit> replicates =
                PurchaseBootstrap.of(kind.family(), patterns, fit, 1).replicates(15, Runnable::run);
        assertThat(fit.diagnostics().informationCondition()).isPresent();
        for (String name : uncertainty.names()) {
            double estimate = fit.usableModel().parameters().get(name);
            Interval interval = uncertainty.interval(name, 0.95);
            assertThat(uncertainty.standardError(name)).isPositive().isFinite();
            assertThat(interval.contains(estimate)).isTrue();
            assertThat(PurchaseBootstrap.interval(
                                    replicates, model -> model.parameters().get(name), 0.95)
                            .contains(estimate))
                    .as("bootstrap of %s around %s", name, estimate)
                    .isTrue();
        }
        double error = uncertainty.standardErrorOf(
                p -> kind.family().model(TimeGrain.WEEK, completed(p, kind)).pAlive(HISTORIES.get(2)));
        assertThat(error).isGreaterThanOrEqualTo(0).isLessThan(0.3);
    }

    /** Adds k, which is not estimated by its logarithm. */
    private static double[] completed(double[] estimated, Kind kind) {
        double[] all = kind.parameters().clone();
        System.arraycopy(estimated, 0, all, 0, estimated.length);
        return all;
    }

    static PurchasePatterns simulated(PurchaseModel model, int customers, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<PurchaseHistory> histories = new ArrayList<>();
        for (int i = 0; i < customers; i++) {
            histories.add(model.simulateHistory(26 + i % 3 * 13, random));
        }
        return PurchasePatterns.of(TimeGrain.WEEK, histories);
    }

    @Test
    void aSilentTimeIsAHistoryToo() {
        for (Kind kind : kinds().subList(0, 4)) {
            PurchaseHistory history = HISTORIES.get(2);
            close(
                    kind + " silent",
                    kind.model().pAlive(history.silentFor(9)),
                    PopulationOracle.of(kind.model()).new Seen(history.silentFor(9)).pAlive());
        }
    }
}
