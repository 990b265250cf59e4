package org.crmkit.lifecycle.spend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.crmkit.lifecycle.FitOptions;
import org.crmkit.lifecycle.FitStatus;
import org.crmkit.lifecycle.LogNormalPrior;
import org.crmkit.lifecycle.ParameterUncertainty;
import org.crmkit.lifecycle.clv.ClvReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpendStrategyTest {

    @ParameterizedTest
    @ValueSource(strings = {"cdnow_sample", "apparel250"})
    void gammaGamma_findsTheReferenceMaximum(String dataset) {
        List<ClvReference.Expected> expected = ClvReference.expected("Gamma-Gamma", dataset);
        SpendSample sample = GammaGammaTest.sample(ClvReference.rows(dataset + "_summary.csv"));
        SpendFit fit = SpendStrategy.gammaGamma().fit(sample);
        assertThat(fit.status()).as(fit.reason()).isEqualTo(FitStatus.CONVERGED);
        GammaGamma model = (GammaGamma) fit.usableModel();
        ParameterUncertainty uncertainty = fit.uncertainty().orElseThrow();
        for (String letter : List.of("p", "q", "v")) {
            assertThat(model.parameters().get(letter))
                    .isCloseTo(GammaGammaTest.value(expected, letter), Percentage.withPercentage(1e-6));
            assertThat(uncertainty.standardError(letter))
                    .isCloseTo(GammaGammaTest.value(expected, "se(" + letter + ")"), Percentage.withPercentage(1e-4));
        }
        double best = GammaGammaTest.value(expected, "loglik");
        assertThat(fit.diagnostics().logLikelihood()).isCloseTo(best, within(1e-8));
        assertThat(fit.input().used()).isEqualTo((int) GammaGammaTest.value(expected, "customers_used"));
        assertThat(fit.input().leftOut() + fit.input().used()).isEqualTo(sample.size());
        assertThat(fit.diagnostics().iterations()).isLessThan(30);
    }

    @Test
    void orderOfCustomersDoesNotMatterToTheFingerprint() {
        SpendSample one = SpendSample.of(new double[] {1, 2, 3}, new double[] {10, 20, 30});
        SpendSample other = SpendSample.of(new double[] {3, 1, 2}, new double[] {30, 10, 20});
        SpendSample swapped = SpendSample.of(new double[] {3, 1, 2}, new double[] {10, 30, 20});
        assertThat(one.fingerprint()).isEqualTo(other.fingerprint()).isNotEqualTo(swapped.fingerprint());
    }

    /** Amounts with a heavy tail: the maximum lies at q below 1, where the population mean is infinite. */
    @Test
    void heavyTail_saysThatThePopulationHasNoMean_andTheConstraintGivesOne() {
        double[] x = new double[60];
        double[] m = new double[60];
        for (int i = 0; i < 60; i++) {
            x[i] = 1 + i % 5;
            m[i] = 10 * Math.pow((i + 0.5) / 60, -1.6);
        }
        SpendSample sample = SpendSample.of(x, m);
        SpendFit free = SpendStrategy.gammaGamma().fit(sample);
        assertThat(((GammaGamma) free.usableModel()).q()).isLessThan(1);
        assertThat(free.usableModel().populationMean()).isEmpty();
        assertThat(free.usableModel().expectedSpend(0, 0)).isEmpty();
        assertThat(free.reason()).contains("the population has no finite mean");
        SpendFit held = SpendStrategy.gammaGamma(FitOptions.standard(), true).fit(sample);
        assertThat(((GammaGamma) held.usableModel()).q()).isGreaterThan(1);
        assertThat(held.usableModel().populationMean().getAsDouble()).isPositive();
        assertThat(held.diagnostics().logLikelihood())
                .isLessThan(free.diagnostics().logLikelihood());
    }

    @Test
    void constraintThatDoesNotBind_changesNothing() {
        SpendSample sample = GammaGammaTest.sample(ClvReference.rows("cdnow_sample_summary.csv"));
        SpendFit free = SpendStrategy.gammaGamma().fit(sample);
        SpendFit held = SpendStrategy.gammaGamma(FitOptions.standard(), true).fit(sample);
        for (String letter : List.of("p", "q", "v")) {
            assertThat(held.usableModel().parameters().get(letter))
                    .isCloseTo(free.usableModel().parameters().get(letter), Percentage.withPercentage(1e-5));
            assertThat(held.uncertainty().orElseThrow().standardError(letter))
                    .isCloseTo(free.uncertainty().orElseThrow().standardError(letter), Percentage.withPercentage(1e-3));
        }
    }

    @Test
    void priorAndPenalty_drawTheParameters() {
        SpendSample sample = GammaGammaTest.sample(ClvReference.rows("apparel250_summary.csv"));
        double plain = SpendStrategy.gammaGamma()
                .fit(sample)
                .usableModel()
                .parameters()
                .get("q");
        FitOptions options = FitOptions.standard().withPrior("q", new LogNormalPrior(3, 0.1));
        SpendFit drawn = SpendStrategy.gammaGamma(options, false).fit(sample);
        assertThat(drawn.usableModel().parameters().get("q")).isBetween(3.0, plain);
        assertThat(drawn.diagnostics().penalty()).isPositive();
        SpendFit weak = SpendStrategy.gammaGamma(FitOptions.standard().withPenalty(5), false)
                .fit(sample);
        assertThat(weak.usableModel().parameters().get("q")).isLessThan(plain);
        assertThatThrownBy(() -> SpendStrategy.gammaGamma(FitOptions.standard().withStart("r", 1), false)
                        .fit(sample))
                .hasMessage("start must name one of [p, q, v], named r");
    }

    @Test
    void degenerateSamples_areLabelled() {
        double[] twos = new double[200];
        Arrays.fill(twos, 2);
        double[] tens = new double[200];
        Arrays.fill(tens, 10);
        SpendFit same = SpendStrategy.gammaGamma().fit(SpendSample.of(twos, tens));
        assertThat(same.status()).isNotIn(FitStatus.CONVERGED, FitStatus.TOO_LITTLE_DATA);
        for (SpendStrategy strategy : strategies()) {
            SpendFit none = strategy.fit(SpendSample.of(new double[] {0, 3}, new double[] {0, -1}));
            assertThat(none.status()).isEqualTo(FitStatus.TOO_LITTLE_DATA);
            assertThat(none.model()).isEmpty();
            assertThatThrownBy(none::usableModel).isInstanceOf(IllegalStateException.class);
        }
        SpendFit single = SpendStrategy.gammaGamma().fit(SpendSample.of(new double[] {3}, new double[] {20}));
        assertThat(single.status()).isNotEqualTo(FitStatus.CONVERGED);
    }

    static List<SpendStrategy> strategies() {
        return List.of(
                SpendStrategy.gammaGamma(),
                SpendStrategy.ownMean(),
                SpendStrategy.shrunkenMean(),
                SpendStrategy.shrunkenMean(4),
                SpendStrategy.populationMean());
    }

    @Test
    void simpleAlternatives() {
        SpendSample sample = SpendSample.of(new double[] {1, 3, 0}, new double[] {10, 30, 0});
        SpendModel own = SpendStrategy.ownMean().fit(sample).usableModel();
        assertThat(own.expectedSpend(3, 30)).hasValue(30);
        assertThat(own.expectedSpend(0, 0)).hasValue(25);
        SpendModel shrunken = SpendStrategy.shrunkenMean(1).fit(sample).usableModel();
        assertThat(shrunken.populationMean()).hasValue(20);
        assertThat(shrunken.expectedSpend(3, 30).getAsDouble()).isCloseTo(0.75 * 30 + 0.25 * 20, within(1e-12));
        SpendModel population = SpendStrategy.populationMean().fit(sample).usableModel();
        assertThat(population.expectedSpend(1, 10)).hasValue(25);
        assertThatThrownBy(() -> SpendStrategy.shrunkenMean(-1))
                .hasMessage("strength must be finite and at least 0, was -1.0");
    }

    /** A stronger scatter of single amounts than of customers: the own mean counts for little. */
    @Test
    void shrunkenMean_learnsItsStrength() {
        SpendSample sample = GammaGammaTest.sample(ClvReference.rows("cdnow_sample_summary.csv"));
        SpendModel shrunken = SpendStrategy.shrunkenMean().fit(sample).usableModel();
        assertThat(shrunken.parameters().get("strength")).isBetween(0.0, 50.0);
    }
}
