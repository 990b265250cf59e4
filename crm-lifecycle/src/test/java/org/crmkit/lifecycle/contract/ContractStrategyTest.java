package org.crmkit.lifecycle.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.data.Percentage;
import org.crmkit.lifecycle.FitStatus;
import org.crmkit.lifecycle.clv.ClvReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractStrategyTest {

    /** Fader and Hardie (2007), table 1; calibration on the first seven renewals. */
    static RenewalCounts cohort(String column) {
        List<Map<String, String>> rows = ClvReference.rows("contract_regular_highend.csv");
        return RenewalCounts.ofCohort(rows.subList(0, 8).stream()
                .mapToLong(row -> Long.parseLong(row.get(column)))
                .toArray());
    }

    @ParameterizedTest
    @CsvSource({"contract_regular, regular_active", "contract_highend, highend_active"})
    void geometric_everyReferenceValue(String dataset, String column) {
        ContractFit fit = ContractStrategy.shiftedBetaGeometric().fit(cohort(column));
        assertThat(fit.status()).as(fit.reason()).isEqualTo(FitStatus.CONVERGED);
        ContractModel model = fit.usableModel();
        List<ClvReference.Expected> rows = ClvReference.expected("sBG", dataset);
        ShiftedBetaGeometric exact = new ShiftedBetaGeometric(value(rows, "alpha"), value(rows, "beta"));
        assertThat(rows).hasSize(25);
        for (ClvReference.Expected row : rows) {
            double tolerance = 1e-10;
            double actual;
            switch (row.quantity()) {
                case "alpha", "beta" -> {
                    actual = model.parameters().get(row.quantity());
                    tolerance = 1e-6;
                }
                case "se(alpha)", "se(beta)" -> {
                    actual = fit.uncertainty()
                            .orElseThrow()
                            .standardError(
                                    row.quantity().substring(3, row.quantity().length() - 1));
                    tolerance = 1e-5;
                }
                case "loglik" -> actual = fit.diagnostics().logLikelihood();
                default -> actual = prediction(exact, row.quantity());
            }
            assertThat(actual).as(row.quantity()).isCloseTo(row.value(), Percentage.withPercentage(100 * tolerance));
        }
    }

    private static double prediction(ShiftedBetaGeometric model, String quantity) {
        Matcher matcher = Pattern.compile("(\\w+)\\(([^)]*)\\)").matcher(quantity);
        assertThat(matcher.matches()).as(quantity).isTrue();
        String argument = matcher.group(2);
        return switch (matcher.group(1)) {
            case "survival" -> model.survival(Long.parseLong(argument));
            case "retention" -> model.retention(Long.parseLong(argument));
            case "expected_discounted_lifetime" -> model.discountedLifetime(0.1);
            case "expected_discounted_residual_lifetime" ->
                model.discountedResidualLifetime(Long.parseLong(argument.substring(argument.indexOf("n=") + 2)), 0.1);
            default -> throw new AssertionError("unknown quantity " + quantity);
        };
    }

    private static double value(List<ClvReference.Expected> rows, String quantity) {
        return rows.stream()
                .filter(row -> row.quantity().equals(quantity))
                .findFirst()
                .orElseThrow()
                .value();
    }

    /** The holdout of years 8 to 12: the projection stays within two percent points of what happened. */
    @ParameterizedTest
    @CsvSource({"regular_active", "highend_active"})
    void projection_holdsInTheFollowingYears(String column) {
        ContractModel model =
                ContractStrategy.shiftedBetaGeometric().fit(cohort(column)).usableModel();
        List<Map<String, String>> rows = ClvReference.rows("contract_regular_highend.csv");
        for (int year = 8; year <= 12; year++) {
            double actual = Double.parseDouble(rows.get(year).get(column)) / 1000;
            assertThat(model.survival(year)).isCloseTo(actual, within(0.02));
        }
    }

    /** One parameter more never fits worse; Fader et al. (2018) find c near 1.2 for the regular customers. */
    @ParameterizedTest
    @CsvSource({"regular_active", "highend_active"})
    void weibull_fitsNoWorse(String column) {
        ContractFit plain = ContractStrategy.shiftedBetaGeometric().fit(cohort(column));
        ContractFit weibull = ContractStrategy.betaDiscreteWeibull().fit(cohort(column));
        assertThat(weibull.status()).as(weibull.reason()).isEqualTo(FitStatus.CONVERGED);
        assertThat(weibull.diagnostics().logLikelihood())
                .isGreaterThanOrEqualTo(plain.diagnostics().logLikelihood() - 1e-8);
        assertThat(weibull.uncertainty().orElseThrow().names()).containsExactly("alpha", "beta", "c");
    }

    /** A cohort that came under watch later adds its renewals to those of the first cohort. */
    @Test
    void cohortsAddUp_inAnyOrder() {
        RenewalCounts first = RenewalCounts.ofCohort(1000, 800, 700);
        RenewalCounts second = RenewalCounts.ofCohort(500, 410);
        RenewalCounts late = RenewalCounts.ofCohortSince(2, 300, 280, 265);
        RenewalCounts all = first.plus(second).plus(late);
        assertThat(all).isEqualTo(late.plus(first).plus(second)).hasSameHashCodeAs(late.plus(first.plus(second)));
        assertThat(all.plus(RenewalCounts.EMPTY)).isEqualTo(all);
        assertThat(all.renewals()).isEqualTo(4);
        assertThat(all.lost(1)).isEqualTo(290);
        assertThat(all.renewed(3)).isEqualTo(280);
        assertThat(all.decisions()).isEqualTo(1000 + 800 + 500 + 300 + 280);
        assertThat(ContractStrategy.shiftedBetaGeometric().fit(all).status()).isEqualTo(FitStatus.CONVERGED);
    }

    @Test
    void degenerateCounts_areLabelled() {
        assertThat(ContractStrategy.shiftedBetaGeometric()
                        .fit(RenewalCounts.ofCohort(100, 80))
                        .status())
                .isEqualTo(FitStatus.TOO_LITTLE_DATA);
        // the same chance for all: 10 % leave each time
        ContractFit alike = ContractStrategy.shiftedBetaGeometric()
                .fit(RenewalCounts.ofCohort(1_000_000, 900_000, 810_000, 729_000, 656_100));
        assertThat(alike.status()).isIn(FitStatus.AT_BORDER, FitStatus.NOT_IDENTIFIED);
        assertThat(alike.reason()).contains("practically the same for all");
        assertThat(alike.usableModel().retention(7)).isCloseTo(0.9, within(1e-3));
        // nobody ever left, or everybody at once
        for (RenewalCounts counts :
                List.of(RenewalCounts.ofCohort(10, 10, 10, 10), RenewalCounts.ofCohort(10, 0, 0, 0))) {
            ContractFit fit = ContractStrategy.shiftedBetaGeometric().fit(counts);
            assertThat(fit.status()).isNotEqualTo(FitStatus.CONVERGED);
            ContractFit weibull = ContractStrategy.betaDiscreteWeibull().fit(counts);
            assertThat(weibull.status()).isNotEqualTo(FitStatus.CONVERGED);
        }
    }
}
