package org.crmkit.lifecycle.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.crmkit.core.time.TimeGrain;

/** Laws of Pareto/NBD, GGompertz/NBD and BG/BB at any parameters. */
class LifetimeLawsTest {

    private static final DiscountRate RATE = new DiscountRate(0.1);

    /** A model and a history it can have seen. */
    record Case(PurchaseModel model, PurchaseHistory history) {}

    @Provide
    Arbitrary<Case> cases() {
        return Arbitraries.oneOf(continuous(paretoNbd()), continuous(ggompertzNbd()), discrete());
    }

    @Provide
    Arbitrary<Case> continuousCases() {
        return Arbitraries.oneOf(continuous(paretoNbd()), continuous(ggompertzNbd()));
    }

    private static Arbitrary<Double> logUniform(double low, double high) {
        return Arbitraries.integers().between(0, 1_000).map(i -> low * Math.pow(high / low, i / 1_000.0));
    }

    private static Arbitrary<PurchaseModel> paretoNbd() {
        return Combinators.combine(
                        logUniform(0.05, 50), logUniform(0.1, 1e3), logUniform(0.02, 100), logUniform(0.1, 1e4))
                .as((r, alpha, s, beta) -> new ParetoNbd(TimeGrain.WEEK, r, alpha, s, beta));
    }

    private static Arbitrary<PurchaseModel> ggompertzNbd() {
        return Combinators.combine(
                        logUniform(0.05, 50),
                        logUniform(0.1, 1e3),
                        logUniform(1e-8, 2),
                        logUniform(0.02, 50),
                        logUniform(1e-6, 1e3))
                .as((r, alpha, b, s, beta) -> new GgompertzNbd(TimeGrain.WEEK, r, alpha, b, s, beta));
    }

    private static Arbitrary<Case> continuous(Arbitrary<PurchaseModel> models) {
        Arbitrary<PurchaseHistory> histories = Combinators.combine(
                        Arbitraries.integers().between(0, 300),
                        Arbitraries.doubles().between(0.001, 1).ofScale(3),
                        logUniform(0.01, 2_000))
                .as((x, share, age) -> PurchaseHistory.of(x, x == 0 ? 0 : share * age, age));
        return Combinators.combine(models, histories).as(Case::new);
    }

    private static Arbitrary<Case> discrete() {
        Arbitrary<PurchaseModel> models = Combinators.combine(
                        logUniform(0.05, 100), logUniform(0.05, 100), logUniform(0.02, 100), logUniform(0.02, 100))
                .as((alpha, beta, gamma, delta) -> new BgBb(TimeGrain.WEEK, alpha, beta, gamma, delta));
        Arbitrary<PurchaseHistory> histories = Combinators.combine(
                        Arbitraries.integers().between(0, 80),
                        Arbitraries.integers().between(0, 80),
                        Arbitraries.integers().between(0, 40))
                .as((x, misses, silence) -> {
                    int last = x == 0 ? 0 : x + misses;
                    return PurchaseHistory.of(x, last, last + silence);
                });
        return Combinators.combine(models, histories).as(Case::new);
    }

    @Property(tries = 300)
    void answersAreFiniteAndInRange(@ForAll("cases") Case c) {
        PurchaseModel model = c.model();
        PurchaseHistory history = c.history();
        assertThat(model.logLikelihood(history)).isFinite();
        double alive = model.pAlive(history);
        assertThat(alive).isBetween(0.0, 1.0);
        assertThat(model.pAliveAfter(history, 7)).isBetween(0.0, alive);
        assertThat(model.pEverAgain(history)).isBetween(0.0, alive);
        assertThat(model.pNoPurchase(history, 7)).isBetween(1 - alive - 1e-12, 1.0);
        double expected = model.expectedPurchases(history, 52);
        assertThat(expected).isFinite().isNotNegative();
        double slack = 1e-9 * expected;
        assertThat(model.discountedPurchases(history, RATE, 52)).isBetween(0.0, expected + slack);
        assertThat(model.discountedPurchases(history, RATE))
                .isFinite()
                .isGreaterThanOrEqualTo(model.discountedPurchases(history, RATE, 52) * (1 - 1e-9));
        model.meanTimeToNextPurchase(history)
                .ifPresent(mean -> assertThat(mean).isFinite().isPositive());
    }

    @Property(tries = 300)
    void pAliveFallsInSilence(@ForAll("cases") Case c, @ForAll @IntRange(min = 1, max = 500) int silence) {
        PurchaseModel model = c.model();
        assertThat(model.pAlive(c.history().silentFor(silence)))
                .isLessThanOrEqualTo(model.pAlive(c.history()) * (1 + 1e-11));
        assertThat(model.pAlive(c.history().silentFor(silence)))
                .as("silence is worse than not knowing")
                .isLessThanOrEqualTo(model.pAliveAfter(c.history(), silence) * (1 + 1e-9));
    }

    @Property(tries = 200)
    void intervalsAdd(
            @ForAll("cases") Case c,
            @ForAll @DoubleRange(max = 300) double first,
            @ForAll @DoubleRange(max = 300) double second) {
        double whole = c.model().expectedPurchases(c.history(), first + second);
        double parts = c.model().expectedPurchases(c.history(), 0, first)
                + c.model().expectedPurchases(c.history(), first, first + second);
        assertThat(parts).isCloseTo(whole, within(1e-9 * whole));
    }

    /** Bayes: what is expected now is what will be expected later, averaged over silence and its opposite. */
    @Property(tries = 150)
    void silenceAndPurchaseAverageToPAlive(@ForAll("cases") Case c, @ForAll @IntRange(min = 1, max = 60) int time) {
        PurchaseModel model = c.model();
        double none = model.pNoPurchase(c.history(), time);
        double aliveAndSilent = model.pAlive(c.history().silentFor(time)) * none;
        double later = model.pAliveAfter(c.history(), time);
        assertThat(aliveAndSilent).isLessThanOrEqualTo(later * (1 + 1e-9) + 1e-13);
        // the likelihood of the longer silence is the likelihood now times the probability of the silence
        assertThat(model.logLikelihood(c.history().silentFor(time)) - model.logLikelihood(c.history()))
                .isCloseTo(Math.log(none), within(1e-9 * (1 + Math.abs(model.logLikelihood(c.history())))));
    }

    @Property(tries = 40)
    void countsSumToOneAndTheirMeanIsTheExpectation(@ForAll("cases") Case c) {
        PurchaseModel model = c.model();
        double time = model.expectedPurchases(c.history(), 20) > 30 ? 1 : 20;
        double sum = 0;
        double mean = 0;
        int n = 0;
        while (n < 2_000 && (sum < 1 - 1e-9 || n < 10)) {
            double p = model.pPurchases(c.history(), n, time);
            assertThat(p).isBetween(0.0, 1.0);
            sum += p;
            mean += n++ * p;
        }
        assertThat(sum).isLessThan(1 + 1e-9);
        double expected = model.expectedPurchases(c.history(), time);
        assertThat(mean).isLessThan(expected * (1 + 1e-9) + 1e-12);
        if (sum > 1 - 1e-9 && expected > 0.01) {
            // else a few customers buy very much, and more than 2,000 counts would be needed
            assertThat(mean).isCloseTo(expected, within(1e-4 * (1 + expected)));
        }
    }

    @Property(tries = 100)
    void nextPurchaseHasHappenedByItsQuantile(
            @ForAll("continuousCases") Case c, @ForAll @DoubleRange(min = 0.01, max = 0.99) double probability) {
        PurchaseModel model = c.model();
        if (model.pEverAgain(c.history()) > probability * (1 + 1e-6)) {
            double time = model.timeToNextPurchase(c.history(), probability).orElseThrow();
            if (time < 1e12) {
                assertThat(1 - model.pNoPurchase(c.history(), time)).isCloseTo(probability, within(1e-9));
            }
        } else if (model.pEverAgain(c.history()) <= probability) {
            assertThat(model.timeToNextPurchase(c.history(), probability)).isEmpty();
        }
    }

    @Property(tries = 200)
    void scalingTimeScalesAlphaAndBetaAndLeavesPredictions(
            @ForAll("continuousCases") Case c, @ForAll @DoubleRange(min = 0.01, max = 365) double factor) {
        double[] p = c.model().parameters().toArray();
        PurchaseModel scaled = p.length == 4
                ? new ParetoNbd(TimeGrain.WEEK, p[0], factor * p[1], p[2], factor * p[3])
                : new GgompertzNbd(TimeGrain.WEEK, p[0], factor * p[1], p[2] / factor, p[3], p[4]);
        PurchaseHistory h = c.history();
        PurchaseHistory slow = PurchaseHistory.of(h.repeatPurchases(), factor * h.recency(), factor * h.age());
        double alive = c.model().pAlive(h);
        assertThat(scaled.pAlive(slow)).isCloseTo(alive, within(1e-10 * alive));
        double expected = c.model().expectedPurchases(h, 9);
        assertThat(scaled.expectedPurchases(slow, 9 * factor)).isCloseTo(expected, within(1e-9 * expected));
        assertThat(scaled.logLikelihood(slow) + h.repeatPurchases() * Math.log(factor))
                .isCloseTo(
                        c.model().logLikelihood(h),
                        within(1e-10 * (1 + Math.abs(c.model().logLikelihood(h)))));
    }

    @Property(tries = 50)
    void batchEqualsOneByOneToTheBit(@ForAll("cases") Case c) {
        PurchaseHistory h = c.history();
        int[] x = {h.repeatPurchases(), 0, h.repeatPurchases(), 0};
        double[] recency = {h.recency(), 0, h.recency(), 0};
        double[] age = {h.age(), 5, h.age(), 6};
        PurchaseHistories histories = PurchaseHistories.of(x, recency, age);
        double[] alive = c.model().pAlive(histories);
        double[] expected = c.model().expectedPurchases(histories, 39);
        for (int i = 0; i < 4; i++) {
            assertThat(alive[i]).isEqualTo(c.model().pAlive(histories.get(i)));
            assertThat(expected[i]).isEqualTo(c.model().expectedPurchases(histories.get(i), 39));
        }
    }
}
