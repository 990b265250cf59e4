package org.crmkit.lifecycle.purchase;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.util.Optional;
import org.crmkit.lifecycle.FitDiagnostics;
import org.crmkit.lifecycle.FitStatus;
import org.crmkit.lifecycle.ParameterUncertainty;

/**
 * What came out of a fit with covariates, and how far it may be trusted; see {@link PurchaseFit}.
 *
 * @param status how the fit ended
 * @param reason one sentence for a person: why it ended so
 * @param model the fitted model; empty if and only if the status is {@link FitStatus#TOO_LITTLE_DATA}
 * @param diagnostics likelihood, iterations, gradient, condition, AIC and BIC
 * @param uncertainty standard errors; coefficients are named {@code trans.} or {@code life.} and as in the model
 * @param input what the model was fitted on, covariates left aside
 */
public record CovariateFit(
        FitStatus status,
        String reason,
        Optional<CovariateModel> model,
        FitDiagnostics diagnostics,
        Optional<ParameterUncertainty> uncertainty,
        FitInput input) {

    /**
     * Checks the parts.
     *
     * @param status how the fit ended
     * @param reason one sentence for a person
     * @param model the fitted model
     * @param diagnostics likelihood
     * @param uncertainty standard errors
     * @param input what the model was fitted on
     */
    public CovariateFit {
        checkNotNull(reason, "reason");
        checkNotNull(diagnostics, "diagnostics");
        checkNotNull(uncertainty, "uncertainty");
        checkNotNull(input, "input");
        checkArgument(
                model.isPresent() == (status != FitStatus.TOO_LITTLE_DATA),
                "model must be present unless the status is TOO_LITTLE_DATA, status was %s",
                status);
    }

    /**
     * Returns the fitted model if its predictions may be used.
     *
     * @return the model of a fit whose status is {@link FitStatus#usable()}
     * @throws IllegalStateException with the reason otherwise
     */
    public CovariateModel usableModel() {
        if (!status.usable()) {
            throw new IllegalStateException("the fit with covariates gave no usable model: " + reason);
        }
        return model.orElseThrow();
    }
}
