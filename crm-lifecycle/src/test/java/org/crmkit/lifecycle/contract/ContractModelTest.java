package org.crmkit.lifecycle.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Percentage;
import org.crmkit.lifecycle.clv.ClvReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ContractModelTest {

    static List<ClvReference.Hard> hard() {
        return ClvReference.hard("sBG");
    }

    @ParameterizedTest
    @MethodSource("hard")
    void hardCases(ClvReference.Hard point) {
        ShiftedBetaGeometric model = new ShiftedBetaGeometric(point.params()[0], point.params()[1]);
        double actual = point.quantity().equals("survival")
                ? model.survival(Long.parseLong(point.arg()))
                : model.discountedLifetime(Double.parseDouble(point.arg()));
        assertThat(actual).isCloseTo(Double.parseDouble(point.value()), Percentage.withPercentage(1e-10));
    }

    /** reference/lifecycle/cases.json, sbg-churn-probabilities: Beta(1,1) mixing gives P(T=t) = 1/(t(t+1)). */
    @ParameterizedTest
    @CsvSource({
        "1, 0.5, 0.5",
        "2, 0.16666666666666666, 0.3333333333333333",
        "3, 0.08333333333333333, 0.25",
        "4, 0.05, 0.2",
        "5, 0.03333333333333333, 0.16666666666666666"
    })
    void uniformChurn(long t, double lost, double survival) {
        ShiftedBetaGeometric model = new ShiftedBetaGeometric(1, 1);
        assertThat(model.lossProbability(t)).isCloseTo(lost, within(1e-15));
        assertThat(model.survival(t)).isCloseTo(survival, within(1e-15));
    }

    /** reference/lifecycle/cases.json, sbg-derl: alpha .668, beta 3.806, d = 10 % a period. */
    @ParameterizedTest
    @CsvSource({
        "1, 5.414856048374033",
        "2, 5.901753167753005",
        "3, 6.294260616793186",
        "4, 6.620280323188244",
        "5, 6.89705739774609"
    })
    void residualLifetime(long next, double expected) {
        ShiftedBetaGeometric model = new ShiftedBetaGeometric(0.668, 3.806);
        assertThat(model.discountedResidualLifetime(next, 0.1)).isCloseTo(expected, Percentage.withPercentage(1e-11));
    }

    /**
     * Values of {@code 2F1(1, b; a+b; 1/(1+d))} from mpmath with 40 digits:
     * {@code hyp2f1(1, b, a + b, 1/(1 + mpf(d)))}.
     */
    @ParameterizedTest
    @CsvSource({
        "0.3, 1000, 0.01, 98.29512062503693",
        "1000, 0.3, 0.01, 1.0002973231954371",
        "2, 3, 1e-12, 3.9999999996904276",
        "3, 1e6, 1e-5, 78167.52315500752",
        "0.05, 0.05, 0.1, 5.462929200835593",
        "1, 1e8, 1e-8, 59634736.93414572"
    })
    void discountedLifetime_awkwardShapes(double a, double b, double d, double expected) {
        assertThat(new ShiftedBetaGeometric(a, b).discountedLifetime(d))
                .isCloseTo(expected, Percentage.withPercentage(1e-11));
    }

    @ParameterizedTest
    @CsvSource({
        "0.7, 1.2, 0.1",
        "0.7, 1.2, 0.001",
        "0.668, 3.806, 1e-6",
        "5, 20, 0.05",
        "2, 1000, 0.01",
        "0.1, 0.2, 0.0001"
    })
    void weibullWithoutDurationDependence_isTheGeometric(double alpha, double beta, double d) {
        ShiftedBetaGeometric plain = new ShiftedBetaGeometric(alpha, beta);
        BetaDiscreteWeibull weibull = new BetaDiscreteWeibull(alpha, beta, 1);
        assertThat(weibull.survival(9)).isCloseTo(plain.survival(9), Percentage.withPercentage(1e-11));
        assertThat(weibull.retention(3)).isCloseTo(plain.retention(3), Percentage.withPercentage(1e-11));
        assertThat(weibull.discountedLifetime(d))
                .isCloseTo(plain.discountedLifetime(d), Percentage.withPercentage(1e-9));
        assertThat(weibull.discountedResidualLifetime(4, d))
                .isCloseTo(plain.discountedResidualLifetime(4, d), Percentage.withPercentage(1e-9));
    }

    @Test
    void badInputIsNamed() {
        assertThatThrownBy(() -> new ShiftedBetaGeometric(0, 1))
                .hasMessage("alpha must be finite and above 0, was 0.0");
        assertThatThrownBy(() -> new ShiftedBetaGeometric(1, Double.NaN))
                .hasMessage("beta must be finite and above 0, was NaN");
        assertThatThrownBy(() -> new BetaDiscreteWeibull(1, 1, Double.POSITIVE_INFINITY))
                .hasMessage("c must be finite and above 0, was Infinity");
        ShiftedBetaGeometric model = new ShiftedBetaGeometric(1, 1);
        assertThatThrownBy(() -> model.survival(-1)).hasMessageContaining("was -1");
        assertThatThrownBy(() -> model.retention(0)).hasMessage("renewal must be at least 1, was 0");
        assertThatThrownBy(() -> model.discountedLifetime(0))
                .hasMessage("discountRatePerPeriod must be finite and above 0, was 0.0");
        assertThatThrownBy(() -> RenewalCounts.ofCohort(10, 11)).hasMessage("active[1] must be in [0, 10], was 11");
        assertThatThrownBy(RenewalCounts::ofCohort).hasMessageContaining("at least the cohort's size");
    }
}
