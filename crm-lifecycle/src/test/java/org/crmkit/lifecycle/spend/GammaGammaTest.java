package org.crmkit.lifecycle.spend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.assertj.core.data.Percentage;
import org.crmkit.lifecycle.clv.ClvReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GammaGammaTest {

    static List<ClvReference.Hard> hard() {
        return ClvReference.hard("Gamma-Gamma");
    }

    @ParameterizedTest
    @MethodSource("hard")
    void hardCases(ClvReference.Hard point) {
        GammaGamma model = new GammaGamma(point.params()[0], point.params()[1], point.params()[2]);
        double x = Double.parseDouble(point.x());
        double mean = Double.parseDouble(point.arg());
        double actual = point.quantity().equals("loglik")
                ? model.logDensity(x, mean)
                : model.expectedSpend(x, mean).orElseThrow();
        assertThat(actual).isCloseTo(Double.parseDouble(point.value()), Percentage.withPercentage(1e-9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cdnow_sample", "apparel250"})
    void predictionsAtTheReferenceParameters(String dataset) {
        List<ClvReference.Expected> expected = ClvReference.expected("Gamma-Gamma", dataset);
        GammaGamma model = new GammaGamma(value(expected, "p"), value(expected, "q"), value(expected, "v"));
        List<Map<String, String>> rows = ClvReference.rows(dataset + "_summary.csv");
        int checked = 0;
        for (ClvReference.Expected row : expected) {
            OptionalDouble actual = switch (row.quantity()) {
                case "expected_spend" -> {
                    Map<String, String> customer = rows.stream()
                            .filter(r -> r.get("customer_id").equals(row.customer()))
                            .findFirst()
                            .orElseThrow();
                    yield model.expectedSpend(
                            Double.parseDouble(customer.get("x")),
                            Double.parseDouble(customer.get("mean_repeat_spend")));
                }
                case "expected_spend_new_customer" -> model.populationMean();
                case "loglik" -> OptionalDouble.of(model.logLikelihood(sample(rows)));
                default -> OptionalDouble.empty();
            };
            if (actual.isPresent()) {
                assertThat(actual.getAsDouble())
                        .as("%s %s", row.quantity(), row.customer())
                        .isCloseTo(row.value(), Percentage.withPercentage(1e-10));
                checked++;
            }
        }
        assertThat(checked).isEqualTo(12);
    }

    static SpendSample sample(List<Map<String, String>> rows) {
        return SpendSample.of(ClvReference.column(rows, "x"), ClvReference.column(rows, "mean_repeat_spend"));
    }

    static double value(List<ClvReference.Expected> rows, String quantity) {
        return rows.stream()
                .filter(row -> row.quantity().equals(quantity))
                .findFirst()
                .orElseThrow()
                .value();
    }

    /** The published rounded parameters; the value is a reference-mp row of expected.csv. */
    @Test
    void logLikelihoodAtTheParametersOfThePaper() {
        List<Map<String, String>> rows = ClvReference.rows("cdnow_sample_summary.csv");
        assertThat(new GammaGamma(6.25, 3.74, 15.44).logLikelihood(sample(rows)))
                .isCloseTo(-4055.91923204954, Percentage.withPercentage(1e-11));
    }

    /** {@code psi(z + 1) - psi(z) = 1/z}: stepping by q and then by one is stepping by one and then by q. */
    @ParameterizedTest
    @CsvSource({"1e6, 3.74", "6.25, 3.74", "20, 0.5", "19.999, 0.5", "0.01, 2", "1e9, 1e-3", "25, 400"})
    void digammaStep_doesNotDependOnTheWay(double z, double q) {
        double viaQ = GammaRatios.digammaStep(z, q) + GammaRatios.digammaStep(z + q, 1);
        double viaOne = 1 / z + GammaRatios.digammaStep(z + 1, q);
        assertThat(viaQ).isCloseTo(viaOne, Percentage.withPercentage(1e-10));
    }

    @ParameterizedTest
    @CsvSource({"6.25, 3.74, 15.44", "0.3, 0.8, 100", "40, 12, 2"})
    void gradientAndHessianAreTheDerivatives(double p, double q, double v) {
        SpendSample sample =
                SpendSample.of(new double[] {1, 2, 2, 7, 40, 0, 3}, new double[] {10, 25, 3, 80, 31, 0, 0});
        GammaGammaLikelihood likelihood = new GammaGammaLikelihood(sample);
        assertThat(likelihood.size()).isEqualTo(5);
        double[] at = {p, q, v};
        double[] gradient = new double[3];
        likelihood.evaluate(p, q, v, gradient);
        double[][] hessian = likelihood.hessian(p, q, v);
        for (int i = 0; i < 3; i++) {
            double[] up = at.clone();
            double[] down = at.clone();
            double h = at[i] * 1e-5;
            up[i] += h;
            down[i] -= h;
            double[] above = new double[3];
            double[] below = new double[3];
            double slope = (likelihood.evaluate(up[0], up[1], up[2], above)
                            - likelihood.evaluate(down[0], down[1], down[2], below))
                    / (2 * h);
            assertThat(slope).isCloseTo(gradient[i], Percentage.withPercentage(1e-3));
            for (int j = 0; j < 3; j++) {
                assertThat((above[j] - below[j]) / (2 * h)).isCloseTo(hessian[i][j], Percentage.withPercentage(1e-3));
            }
        }
    }

    @Test
    void withoutFinitePopulationMean_aNewCustomerIsUnknown() {
        GammaGamma model = new GammaGamma(6.25, 0.8, 15.44);
        assertThat(model.populationMean()).isEmpty();
        assertThat(model.expectedSpend(0, 0)).isEmpty();
        assertThat(model.ownWeight(3)).isEmpty();
        assertThat(model.expectedSpend(1, 30).getAsDouble()).isPositive();
    }

    @Test
    void badInputIsNamed() {
        assertThatThrownBy(() -> new GammaGamma(0, 1, 1)).hasMessage("p must be finite and above 0, was 0.0");
        assertThatThrownBy(() -> new GammaGamma(1, Double.NaN, 1)).hasMessage("q must be finite and above 0, was NaN");
        assertThatThrownBy(() -> new GammaGamma(1, 1, -2)).hasMessage("v must be finite and above 0, was -2.0");
        GammaGamma model = new GammaGamma(1, 2, 3);
        assertThatThrownBy(() -> model.expectedSpend(-1, 1))
                .hasMessage("purchases must be finite and at least 0, was -1.0");
        assertThatThrownBy(() -> model.expectedSpend(1, Double.POSITIVE_INFINITY))
                .hasMessage("meanSpend must be finite and at least 0, was Infinity");
        assertThatThrownBy(() -> model.logDensity(1, 0)).hasMessage("meanSpend must be finite and above 0, was 0.0");
        assertThatThrownBy(() -> SpendSample.of(new double[] {1, -1}, new double[] {1, 1}))
                .hasMessage("purchases[1] must be finite and at least 0, was -1.0");
        assertThatThrownBy(() -> SpendSample.of(new double[] {1}, new double[] {Double.NaN}))
                .hasMessage("meanSpend[0] must be finite, was NaN");
        assertThatThrownBy(() -> SpendSample.of(new double[] {1}, new double[] {}))
                .hasMessage("purchases and meanSpend must have equal length, were 1 and 0");
    }

    @Test
    void independence_ofCdnow_isPointEleven() {
        SpendIndependence check = SpendIndependence.of(sample(ClvReference.rows("cdnow_sample_summary.csv")));
        assertThat(check.customers()).isEqualTo(946);
        assertThat(Math.round(check.correlation() * 100)).isEqualTo(11);
        assertThat(check.isDoubtful()).isFalse();
    }

    @Test
    void independence_withoutScatter_isZero() {
        SpendIndependence same = SpendIndependence.of(SpendSample.of(new double[] {2, 2, 2}, new double[] {5, 6, 7}));
        assertThat(same).isEqualTo(new SpendIndependence(3, 0, 0));
        assertThat(SpendIndependence.of(SpendSample.of(new double[] {2}, new double[] {5})))
                .isEqualTo(new SpendIndependence(1, 0, 0));
    }
}
