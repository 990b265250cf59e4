package org.crmkit.lifecycle.spend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.random.Well19937c;
import org.crmkit.lifecycle.FitStatus;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Populations drawn from the model give its parameters back, whatever the currency's scale and the number of purchases. */
class GammaGammaRecoveryTest {

    @ParameterizedTest
    @CsvSource({
        "6.25, 3.74, 15.44, 1000, 3, 1",
        "6.25, 3.74, 15.44, 20000, 3, 2",
        "2, 5, 4000000, 3000, 5, 3",
        "0.4, 2.5, 0.003, 3000, 8, 4",
        "30, 1.4, 2, 2000, 2, 5",
        "1, 0.8, 10, 4000, 4, 6",
        "5, 12, 40, 3000, 400, 7"
    })
    void parametersComeBackWithinTheirErrors(double p, double q, double v, int customers, int purchases, int seed) {
        Well19937c generator = new Well19937c(seed);
        GammaDistribution rates = new GammaDistribution(generator, q, 1 / v);
        Random random = new Random(seed);
        double[] x = new double[customers];
        double[] m = new double[customers];
        for (int i = 0; i < customers; i++) {
            x[i] = 1 + random.nextInt(2 * purchases);
            // the mean of x amounts, each Gamma(p, nu), is Gamma(p x, nu x)
            m[i] = new GammaDistribution(generator, p * x[i], 1 / (rates.sample() * x[i])).sample();
        }
        SpendFit fit = SpendStrategy.gammaGamma().fit(SpendSample.of(x, m));
        assertThat(fit.status()).as(fit.reason()).isEqualTo(FitStatus.CONVERGED);
        double[] truth = {p, q, v};
        String[] letters = {"p", "q", "v"};
        for (int i = 0; i < truth.length; i++) {
            assertThat(fit.uncertainty()
                            .orElseThrow()
                            .interval(letters[i], 0.9999)
                            .contains(truth[i]))
                    .as("%s=%s in %s", letters[i], truth[i], fit.usableModel())
                    .isTrue();
        }
    }
}
