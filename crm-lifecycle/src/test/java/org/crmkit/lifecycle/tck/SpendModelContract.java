package org.crmkit.lifecycle.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalDouble;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Percentage;
import org.crmkit.lifecycle.FitStatus;
import org.crmkit.lifecycle.spend.SpendFit;
import org.crmkit.lifecycle.spend.SpendModel;
import org.crmkit.lifecycle.spend.SpendSample;
import org.crmkit.lifecycle.spend.SpendStrategy;

/**
 * What every spend strategy and the models it makes must keep.
 *
 * <p>Implement {@link #strategy()} in a class whose name ends in {@code Test}; the rules then run as jqwik properties.
 *
 * <ol>
 *   <li>An answer is a finite amount of at least zero, or empty; never NaN.
 *   <li>Without purchases the answer is the population mean.
 *   <li>Of two customers with as many purchases, the one with the higher mean is not expected to spend less.
 *   <li>Amounts times c give answers times c.
 *   <li>The order of customers in the sample does not matter.
 *   <li>Customers without spend tell nothing: adding them changes no answer.
 *   <li>A sample without any spend is {@code TOO_LITTLE_DATA}, not an exception.
 *   <li>Bad arguments are refused by name.
 * </ol>
 */
public interface SpendModelContract {

    /** How far two fits of the same data may differ, in percent. */
    Percentage FIT = Percentage.withPercentage(1e-3);

    SpendStrategy strategy();

    /** A population of moderate scatter: 60 customers, some without purchases. */
    default SpendSample sample() {
        double[] x = new double[60];
        double[] m = new double[60];
        for (int i = 0; i < 60; i++) {
            x[i] = i % 7;
            m[i] = x[i] == 0 ? 0 : 20 + 15 * Math.sin(1.7 * i) + 10 * Math.cos(0.3 * i * i);
            m[i] = Math.max(x[i] == 0 ? 0 : 1, m[i]);
        }
        return SpendSample.of(x, m);
    }

    private SpendModel model() {
        return strategy().fit(sample()).usableModel();
    }

    @Property(tries = 50)
    default void rule1_answersAreFiniteAndNotNegative(
            @ForAll @IntRange(max = 100_000) int purchases, @ForAll @DoubleRange(max = 1e9) double mean) {
        OptionalDouble answer = model().expectedSpend(purchases, purchases == 0 ? 0 : mean);
        if (answer.isPresent()) {
            assertThat(answer.getAsDouble()).isFinite().isNotNegative();
        }
    }

    @Example
    default void rule2_withoutPurchasesItIsThePopulationMean() {
        OptionalDouble mean = model().populationMean();
        OptionalDouble answer = model().expectedSpend(0, 0);
        assertThat(answer.isPresent()).isEqualTo(mean.isPresent());
        if (mean.isPresent()) {
            assertThat(answer.getAsDouble()).isCloseTo(mean.getAsDouble(), Percentage.withPercentage(1e-10));
        }
    }

    @Property(tries = 50)
    default void rule3_higherMeanIsNeverExpectedToSpendLess(
            @ForAll @IntRange(min = 1, max = 1000) int purchases,
            @ForAll @DoubleRange(max = 1e6) double mean,
            @ForAll @DoubleRange(max = 1e6) double more) {
        OptionalDouble low = model().expectedSpend(purchases, mean);
        OptionalDouble high = model().expectedSpend(purchases, mean + more);
        if (low.isPresent()) {
            assertThat(high.getAsDouble()).isGreaterThanOrEqualTo(low.getAsDouble() * (1 - 1e-12));
        }
    }

    @Property(tries = 10)
    default void rule4_scalingAmountsScalesAnswers(@ForAll @DoubleRange(min = 0.01, max = 1000) double factor) {
        SpendSample sample = sample();
        double[] x = new double[sample.size()];
        double[] m = new double[sample.size()];
        for (int i = 0; i < x.length; i++) {
            x[i] = sample.purchases(i);
            m[i] = factor * sample.meanSpend(i);
        }
        SpendModel scaled = strategy().fit(SpendSample.of(x, m)).usableModel();
        assertThat(scaled.expectedSpend(3, factor * 17).orElseThrow())
                .isCloseTo(factor * model().expectedSpend(3, 17).orElseThrow(), FIT);
    }

    @Example
    default void rule5_orderOfCustomersDoesNotMatter() {
        SpendSample sample = sample();
        int n = sample.size();
        double[] x = new double[n];
        double[] m = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = sample.purchases(n - 1 - i);
            m[i] = sample.meanSpend(n - 1 - i);
        }
        SpendFit turned = strategy().fit(SpendSample.of(x, m));
        assertThat(turned.usableModel().expectedSpend(2, 25).orElseThrow())
                .isCloseTo(model().expectedSpend(2, 25).orElseThrow(), FIT);
        assertThat(turned.input()).isEqualTo(strategy().fit(sample).input());
    }

    @Example
    default void rule6_customersWithoutSpendTellNothing() {
        SpendSample sample = sample();
        int n = sample.size();
        double[] x = new double[n + 2];
        double[] m = new double[n + 2];
        for (int i = 0; i < n; i++) {
            x[i] = sample.purchases(i);
            m[i] = sample.meanSpend(i);
        }
        x[n] = 4;
        m[n] = -12;
        SpendFit more = strategy().fit(SpendSample.of(x, m));
        assertThat(more.usableModel()).isEqualTo(model());
        assertThat(more.input().leftOut())
                .isEqualTo(strategy().fit(sample).input().leftOut() + 2);
    }

    @Example
    default void rule7_nothingToLearnFromIsAResult() {
        for (SpendSample nothing : new SpendSample[] {
            SpendSample.of(new double[0], new double[0]), SpendSample.of(new double[] {0}, new double[] {0})
        }) {
            SpendFit fit = strategy().fit(nothing);
            assertThat(fit.status()).isEqualTo(FitStatus.TOO_LITTLE_DATA);
            assertThat(fit.model()).isEmpty();
            assertThat(fit.reason()).isNotBlank();
        }
    }

    @Example
    default void rule8_badArgumentsAreRefusedByName() {
        SpendModel model = model();
        assertThatThrownBy(() -> model.expectedSpend(Double.NaN, 1)).hasMessageContaining("purchases");
        assertThatThrownBy(() -> model.expectedSpend(-1, 1)).hasMessageContaining("was -1.0");
        assertThatThrownBy(() -> model.expectedSpend(1, Double.NaN)).hasMessageContaining("meanSpend");
        assertThatThrownBy(() -> model.expectedSpend(1, -1)).hasMessageContaining("was -1.0");
    }
}
