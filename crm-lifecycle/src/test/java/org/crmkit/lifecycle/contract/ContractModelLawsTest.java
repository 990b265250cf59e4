package org.crmkit.lifecycle.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Percentage;

/** Laws P29 of the specification and the laws of discounting, for both models. */
class ContractModelLawsTest {

    private static ContractModel[] models(double alpha, double beta, double c) {
        return new ContractModel[] {new ShiftedBetaGeometric(alpha, beta), new BetaDiscreteWeibull(alpha, beta, c)};
    }

    @Property(tries = 100)
    void survivalFallsFromOne_andLossesAddUpToItsFall(
            @ForAll @DoubleRange(min = 0.01, max = 50) double alpha,
            @ForAll @DoubleRange(min = 0.01, max = 50) double beta,
            @ForAll @DoubleRange(min = 0.3, max = 2) double c) {
        for (ContractModel model : models(alpha, beta, c)) {
            assertThat(model.survival(0)).isEqualTo(1);
            double lost = 0;
            for (int t = 1; t <= 30; t++) {
                assertThat(model.survival(t)).isBetween(0.0, model.survival(t - 1) * (1 + 1e-12));
                assertThat(model.retention(t)).isBetween(0.0, 1.0);
                lost += model.lossProbability(t);
                assertThat(lost).isCloseTo(1 - model.survival(t), within(1e-10));
            }
        }
    }

    @Property(tries = 100)
    void retentionOfTheGeometricRises(
            @ForAll @DoubleRange(min = 0.01, max = 50) double alpha,
            @ForAll @DoubleRange(min = 0.01, max = 50) double beta,
            @ForAll @IntRange(min = 1, max = 1000) int renewal) {
        ShiftedBetaGeometric model = new ShiftedBetaGeometric(alpha, beta);
        assertThat(model.retention(renewal + 1)).isGreaterThan(model.retention(renewal));
    }

    @Property(tries = 100)
    void residualSurvivalIsConditional(
            @ForAll @DoubleRange(min = 0.01, max = 50) double alpha,
            @ForAll @DoubleRange(min = 0.01, max = 50) double beta,
            @ForAll @DoubleRange(min = 0.3, max = 2) double c,
            @ForAll @IntRange(max = 100) int behind,
            @ForAll @IntRange(max = 100) int ahead) {
        for (ContractModel model : models(alpha, beta, c)) {
            assertThat(model.survival(behind) * model.residualSurvival(behind, ahead))
                    .isCloseTo(model.survival(behind + ahead), within(1e-11));
        }
    }

    /** One period now, and what follows if he renews: DEL = 1 + DERL(1) / (1 + d). */
    @Property(tries = 60)
    void lifetimeIsThisPeriodAndTheRest(
            @ForAll @DoubleRange(min = 0.05, max = 20) double alpha,
            @ForAll @DoubleRange(min = 0.05, max = 20) double beta,
            @ForAll @DoubleRange(min = 0.5, max = 1.5) double c,
            @ForAll @DoubleRange(min = 0.01, max = 0.5) double d) {
        for (ContractModel model : models(alpha, beta, c)) {
            double rest = model.discountedResidualLifetime(1, d) / (1 + d);
            assertThat(model.discountedLifetime(d)).isCloseTo(1 + rest, Percentage.withPercentage(1e-7));
        }
    }

    @Property(tries = 60)
    void lifetimeFallsWithTheRate_andStaysBelowThatOfLoyalCustomers(
            @ForAll @DoubleRange(min = 0.05, max = 20) double alpha,
            @ForAll @DoubleRange(min = 0.05, max = 20) double beta,
            @ForAll @DoubleRange(min = 0.01, max = 0.5) double d) {
        ShiftedBetaGeometric model = new ShiftedBetaGeometric(alpha, beta);
        assertThat(model.discountedLifetime(d)).isBetween(1.0, (1 + d) / d);
        assertThat(model.discountedLifetime(2 * d)).isLessThan(model.discountedLifetime(d));
        assertThat(model.discountedResidualLifetime(9, d)).isGreaterThan(model.discountedResidualLifetime(3, d));
    }
}
