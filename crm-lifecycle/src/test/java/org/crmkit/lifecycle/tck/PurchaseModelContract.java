package org.crmkit.lifecycle.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.crmkit.lifecycle.FitOptions;
import org.crmkit.lifecycle.FitStatus;
import org.crmkit.lifecycle.purchase.DiscountRate;
import org.crmkit.lifecycle.purchase.PurchaseFit;
import org.crmkit.lifecycle.purchase.PurchaseHistories;
import org.crmkit.lifecycle.purchase.PurchaseHistory;
import org.crmkit.lifecycle.purchase.PurchaseModel;
import org.crmkit.lifecycle.purchase.PurchaseModelFamily;
import org.crmkit.lifecycle.purchase.PurchasePatterns;

/**
 * What every purchase model and the family that fits it must keep.
 *
 * <p>Implement {@link #family()} and {@link #model()} in a class whose name ends in {@code Test}; the rules then run as jqwik properties. A model that knows
 * only certain histories (whole numbers of opportunities, say) overrides {@link #histories()}.
 *
 * <ol>
 *   <li>Every answer is finite, probabilities lie in [0, 1], expectations are not negative.
 *   <li>P(alive) does not rise in silence.
 *   <li>P(alive) later does not exceed P(alive) now, does not rise with time, and is P(alive) at time 0.
 *   <li>Expected purchases of neighboring intervals add, and those of an empty interval are 0.
 *   <li>Probabilities of counts sum to one, and their mean is the expectation.
 *   <li>P(no purchase) is the probability of the count 0, does not rise with time, and is at least P(not alive).
 *   <li>By the time to the next purchase it has happened with the probability asked for, and not before; it is empty if that probability is
 *       never reached.
 *   <li>Discounted purchases do not exceed expected ones, grow with the horizon up to the sum for ever, and fall with the rate.
 *   <li>A batch gives what the histories give one by one, to the bit.
 *   <li>The same seed gives the same future, and futures average to the expectation.
 *   <li>The order of customers and how they were sharded do not change a fit, to the bit.
 *   <li>A model is equal to the one its family makes of its parameters.
 *   <li>Nobody who bought again, or nobody at all, is a result without a model, not an exception.
 *   <li>Bad arguments are refused by name.
 *   <li>Who watches a fit does not change it, hears of rising progress up to its total, and can stop it.
 * </ol>
 */
public interface PurchaseModelContract {

    /** Rounding of sums and quadratures that a law may show. */
    double EXACT = 1e-9;

    /** The family under test. */
    PurchaseModelFamily family();

    /** A typical model of the family, under which a customer buys a few times in 20 units of time. */
    PurchaseModel model();

    /** Histories that the model can be asked about. */
    @Provide
    default Arbitrary<PurchaseHistory> histories() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 60),
                        Arbitraries.doubles().between(0.01, 1),
                        Arbitraries.doubles().between(0.5, 150))
                .as((x, share, age) -> {
                    double last = x == 0 ? 0 : share * age;
                    return PurchaseHistory.of(x, last, age, x == 0 ? 0 : x * Math.log(last / x));
                });
    }

    @Property(tries = 40)
    default void rule1_answersAreFiniteAndInRange(
            @ForAll("histories") PurchaseHistory history, @ForAll @IntRange(max = 200) int time) {
        PurchaseModel model = model();
        DiscountRate rate = new DiscountRate(0.1);
        assertThat(model.logLikelihood(history)).isFinite();
        double alive = model.pAlive(history);
        assertThat(alive).isBetween(0.0, 1.0);
        assertThat(model.pEverAgain(history)).isBetween(0.0, alive * (1 + EXACT));
        for (int n = 0; n < 4; n++) {
            assertThat(model.pPurchases(history, n, time)).isBetween(0.0, 1.0);
        }
        assertThat(model.expectedPurchases(history, time)).isFinite().isNotNegative();
        assertThat(model.discountedPurchases(history, rate)).isFinite().isNotNegative();
        model.meanTimeToNextPurchase(history)
                .ifPresent(mean -> assertThat(mean).isFinite().isPositive());
    }

    @Property(tries = 40)
    default void rule2_pAliveDoesNotRiseInSilence(
            @ForAll("histories") PurchaseHistory history, @ForAll @IntRange(max = 200) int silence) {
        assertThat(model().pAlive(history.silentFor(silence)))
                .isLessThanOrEqualTo(model().pAlive(history) * (1 + EXACT));
    }

    @Property(tries = 40)
    default void rule3_pAliveLaterDoesNotExceedPAliveNow(
            @ForAll("histories") PurchaseHistory history, @ForAll @IntRange(max = 200) int time) {
        PurchaseModel model = model();
        assertThat(model.pAliveAfter(history, 0)).isCloseTo(model.pAlive(history), within(EXACT));
        double later = model.pAliveAfter(history, time);
        assertThat(later).isBetween(0.0, model.pAlive(history) * (1 + EXACT));
        assertThat(model.pAliveAfter(history, time + 7)).isLessThanOrEqualTo(later * (1 + EXACT));
    }

    @Property(tries = 40)
    default void rule4_intervalsAdd(
            @ForAll("histories") PurchaseHistory history,
            @ForAll @IntRange(max = 100) int first,
            @ForAll @IntRange(max = 100) int second) {
        PurchaseModel model = model();
        double whole = model.expectedPurchases(history, first + second);
        double parts =
                model.expectedPurchases(history, first) + model.expectedPurchases(history, first, first + second);
        assertThat(parts).isCloseTo(whole, within(EXACT * whole));
        assertThat(model.expectedPurchases(history, first, first)).isZero();
    }

    @Property(tries = 5)
    default void rule5_countsSumToOneAndAverageToTheExpectation(@ForAll("histories") PurchaseHistory history) {
        PurchaseModel model = model();
        double sum = 0;
        double mean = 0;
        for (int n = 0; n < 1_000 && (n < 30 || sum < 1 - 1e-11); n++) {
            double probability = model.pPurchases(history, n, 10);
            sum += probability;
            mean += n * probability;
        }
        assertThat(sum).isCloseTo(1, within(1e-8));
        double expected = model.expectedPurchases(history, 10);
        assertThat(mean).isCloseTo(expected, within(1e-6 * (1 + expected)));
    }

    @Property(tries = 40)
    default void rule6_pNoPurchaseFallsToPNotAlive(
            @ForAll("histories") PurchaseHistory history, @ForAll @IntRange(max = 200) int time) {
        PurchaseModel model = model();
        double none = model.pNoPurchase(history, time);
        assertThat(none).isEqualTo(model.pPurchases(history, 0, time));
        assertThat(model.pNoPurchase(history, time + 7)).isLessThanOrEqualTo(none * (1 + EXACT));
        assertThat(none).isBetween(1 - model.pAlive(history) - EXACT, 1.0);
        assertThat(1 - none).isLessThanOrEqualTo(model.pEverAgain(history) + EXACT);
    }

    @Property(tries = 20)
    default void rule7_nextPurchaseHasHappenedByItsTimeAndNotBefore(
            @ForAll("histories") PurchaseHistory history, @ForAll @IntRange(min = 1, max = 99) int percent) {
        PurchaseModel model = model();
        double probability = percent / 100.0;
        OptionalDouble time = model.timeToNextPurchase(history, probability);
        double ever = model.pEverAgain(history);
        if (ever <= probability * (1 - EXACT)) {
            assertThat(time).isEmpty();
        } else if (ever > probability * (1 + 1e-6)) {
            double t = time.orElseThrow();
            assertThat(1 - model.pNoPurchase(history, t * (1 + EXACT))).isGreaterThan(probability - 1e-7);
            assertThat(1 - model.pNoPurchase(history, t * (1 - EXACT))).isLessThan(probability + 1e-7);
        }
    }

    @Property(tries = 20)
    default void rule8_discountingLowersAndTheHorizonRaises(
            @ForAll("histories") PurchaseHistory history, @ForAll @IntRange(max = 300) int horizon) {
        PurchaseModel model = model();
        DiscountRate rate = new DiscountRate(0.1);
        double discounted = model.discountedPurchases(history, rate, horizon);
        double expected = model.expectedPurchases(history, horizon);
        assertThat(model.discountedPurchases(history, DiscountRate.NONE, horizon))
                .isCloseTo(expected, within(EXACT * expected));
        assertThat(discounted).isBetween(0.0, expected * (1 + EXACT));
        assertThat(discounted)
                .isLessThanOrEqualTo(model.discountedPurchases(history, rate, horizon + 10) * (1 + EXACT));
        assertThat(discounted).isLessThanOrEqualTo(model.discountedPurchases(history, rate) * (1 + EXACT));
        assertThat(model.discountedPurchases(history, new DiscountRate(0.3)))
                .isLessThanOrEqualTo(model.discountedPurchases(history, rate) * (1 + EXACT));
    }

    @Property(tries = 20)
    default void rule9_batchEqualsOneByOneToTheBit(
            @ForAll("histories") PurchaseHistory first, @ForAll("histories") PurchaseHistory second) {
        List<PurchaseHistory> list = List.of(first, second, first, PurchaseHistory.NEW_CUSTOMER);
        PurchaseHistories histories = PurchaseHistories.of(
                list.stream().mapToInt(PurchaseHistory::repeatPurchases).toArray(),
                list.stream().mapToDouble(PurchaseHistory::recency).toArray(),
                list.stream().mapToDouble(PurchaseHistory::age).toArray(),
                list.stream()
                        .mapToDouble(history -> history.sumLogGaps().orElseThrow())
                        .toArray());
        double[] alive = model().pAlive(histories);
        double[] expected = model().expectedPurchases(histories, 13);
        DiscountRate rate = new DiscountRate(0.1);
        double[] discounted = model().discountedPurchases(histories, rate, 52);
        double[] undiscounted = model().discountedPurchases(histories, DiscountRate.NONE, 13);
        double[] endless = model().discountedPurchases(histories, rate);
        for (int i = 0; i < list.size(); i++) {
            PurchaseHistory history = histories.get(i);
            assertThat(alive[i]).isEqualTo(model().pAlive(history));
            assertThat(expected[i]).isEqualTo(model().expectedPurchases(history, 13));
            assertThat(discounted[i]).isEqualTo(model().discountedPurchases(history, rate, 52));
            assertThat(undiscounted[i]).isEqualTo(model().discountedPurchases(history, DiscountRate.NONE, 13));
            assertThat(endless[i]).isEqualTo(model().discountedPurchases(history, rate));
        }
    }

    @Example
    default void rule10_futuresAreSeededAndAverageToTheExpectation() {
        PurchaseModel model = model();
        PurchaseHistory history = model.simulateHistory(20, new SplittableRandom(1));
        assertThat(model.simulate(history, 30, new SplittableRandom(5)))
                .isEqualTo(model.simulate(history, 30, new SplittableRandom(5)));
        SplittableRandom random = new SplittableRandom(7);
        int futures = 20_000;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < futures; i++) {
            double[] times = model.simulate(PurchaseHistory.NEW_CUSTOMER, 20, random);
            double last = 0;
            for (double time : times) {
                assertThat(time > last && time <= 20)
                        .as("ascending times in (0, horizon]")
                        .isTrue();
                last = time;
            }
            sum += times.length;
            squares += (double) times.length * times.length;
        }
        double mean = sum / futures;
        double error = Math.sqrt((squares / futures - mean * mean) / futures);
        assertThat(mean).isCloseTo(model.expectedPurchasesOfNewCustomer(20), within(4.5 * error));
    }

    /** The families here stop a fit in its middle; one that can only be stopped at its end keeps the rule too. */
    @Example
    default void rule15_watchersChangeNothingAndCanStop() {
        PurchaseModel model = model();
        SplittableRandom random = new SplittableRandom(5);
        List<PurchaseHistory> histories = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            histories.add(model.simulateHistory(10 + i % 20, random));
        }
        PurchasePatterns base = PurchasePatterns.of(model.grain(), histories);
        Watcher watcher = Watcher.patient();
        assertThat(family().fit(base, watcher)).isEqualTo(family().fit(base));
        watcher.assertSawTheEnd();
        Watcher hasty = Watcher.stoppingAfter(0);
        assertThatThrownBy(() -> family().fit(base, hasty)).isInstanceOf(CancellationException.class);
        FitOptions options = FitOptions.standard().withPenalty(0.01);
        Watcher second = Watcher.patient();
        assertThat(family().fit(base, options, second)).isEqualTo(family().fit(base, options));
        second.assertSawTheEnd();
        Watcher ofNobody = Watcher.patient();
        family().fit(PurchasePatterns.of(model.grain(), List.of()), ofNobody);
        ofNobody.assertSawTheEnd();
    }

    @Example
    default void rule11_orderAndShardsDoNotMatter() {
        PurchaseModel model = model();
        SplittableRandom random = new SplittableRandom(3);
        List<PurchaseHistory> histories = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            histories.add(model.simulateHistory(10 + i % 20, random));
        }
        PurchaseFit fit = family().fit(PurchasePatterns.of(model.grain(), histories));
        Collections.shuffle(histories, new Random(4));
        PurchasePatterns sharded = PurchasePatterns.of(model.grain(), histories.subList(200, 300))
                .merge(PurchasePatterns.of(model.grain(), histories.subList(0, 200)));
        assertThat(family().fit(sharded)).isEqualTo(fit);
        assertThat(fit.status()).as(fit.reason()).isNotIn(FitStatus.NOT_CONVERGED, FitStatus.TOO_LITTLE_DATA);
        assertThat(fit.modelName()).isEqualTo(model.name());
    }

    @Example
    default void rule12_modelEqualsTheOneOfItsParameters() {
        PurchaseModel model = model();
        PurchaseModel again = family().model(model.grain(), model.parameters().toArray());
        assertThat(again).isEqualTo(model).hasSameHashCodeAs(model);
        assertThat(model.parameters().names()).isEqualTo(family().parameterNames());
    }

    @Example
    default void rule13_tooLittleDataIsAResult() {
        PurchasePatterns nobody = PurchasePatterns.of(model().grain(), List.of());
        PurchasePatterns silent =
                PurchasePatterns.of(model().grain(), List.of(PurchaseHistory.of(0, 0, 5), PurchaseHistory.of(0, 0, 8)));
        for (PurchasePatterns patterns : List.of(nobody, silent)) {
            PurchaseFit fit = family().fit(patterns);
            assertThat(fit.status()).isEqualTo(FitStatus.TOO_LITTLE_DATA);
            assertThat(fit.model()).isEmpty();
            assertThat(fit.reason()).isNotBlank();
        }
    }

    @Example
    default void rule14_badArgumentsAreRefusedByName() {
        PurchaseModel model = model();
        PurchaseHistory history = PurchaseHistory.NEW_CUSTOMER;
        assertThatThrownBy(() -> model.pAliveAfter(history, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("time");
        assertThatThrownBy(() -> model.expectedPurchases(history, 2, 1)).hasMessageContaining("toExclusive");
        assertThatThrownBy(() -> model.pPurchases(history, -1, 1)).hasMessageContaining("purchases");
        assertThatThrownBy(() -> model.timeToNextPurchase(history, 1)).hasMessageContaining("probability");
        assertThatThrownBy(() -> model.discountedPurchases(history, DiscountRate.NONE))
                .hasMessageContaining("rate");
        assertThatThrownBy(() -> model.simulate(history, Double.NaN, new Random(1)))
                .hasMessageContaining("horizon");
        assertThatThrownBy(() -> family().model(model.grain())).isInstanceOf(IllegalArgumentException.class);
    }
}
