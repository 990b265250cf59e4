package org.crmkit.core.strategy;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.util.List;

/**
 * Whether a population has drifted away from what a model was fitted on.
 *
 * @param drifted whether a refit is advised
 * @param falseAlarmRate how often the advice comes although nothing has changed, in (0, 1)
 * @param findings the tests that were made
 */
public record Drift(boolean drifted, double falseAlarmRate, List<Finding> findings) {
    /**
     * Checks the rate and copies the findings.
     *
     * @param drifted whether a refit is advised
     * @param falseAlarmRate how often the advice comes although nothing has changed
     * @param findings the tests that were made
     */
    public Drift {
        checkArgument(
                falseAlarmRate > 0 && falseAlarmRate < 1, "falseAlarmRate must be in (0, 1), was %s", falseAlarmRate);
        findings = List.copyOf(findings);
    }

    /**
     * One test of a population against a model.
     *
     * @param name what was tested, as a stable word such as {@code frequency-histogram}
     * @param statistic the value of the test statistic, finite
     * @param pValue how likely a statistic at least as large is if nothing has changed, in [0, 1]
     * @param drifted whether this test alone advises a refit
     */
    public record Finding(String name, double statistic, double pValue, boolean drifted) {
        /**
         * Checks the numbers.
         *
         * @param name what was tested
         * @param statistic the value of the test statistic
         * @param pValue how likely a statistic at least as large is if nothing has changed
         * @param drifted whether this test alone advises a refit
         */
        public Finding {
            checkNotNull(name, "name");
            checkArgument(Double.isFinite(statistic), "statistic of %s must be finite, was %s", name, statistic);
            checkArgument(pValue >= 0 && pValue <= 1, "pValue of %s must be in [0, 1], was %s", name, pValue);
        }
    }
}
