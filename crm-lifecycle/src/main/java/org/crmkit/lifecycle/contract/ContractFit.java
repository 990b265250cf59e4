package org.crmkit.lifecycle.contract;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.util.Optional;
import org.crmkit.lifecycle.FitDiagnostics;
import org.crmkit.lifecycle.FitStatus;
import org.crmkit.lifecycle.ParameterUncertainty;

/**
 * What came out of a fit of a contract model, and how far it may be trusted.
 *
 * <p>A fit never throws for what the data are and never returns NaN: counts of too few renewals give
 * {@link FitStatus#TOO_LITTLE_DATA} and no model.
 *
 * @param modelName the fixed name of the kind of model
 * @param status how the fit ended
 * @param reason one sentence for a person: why it ended so
 * @param model the fitted model; empty if and only if the status is {@link FitStatus#TOO_LITTLE_DATA}
 * @param diagnostics likelihood, iterations, gradient, condition, AIC and BIC; observations are renewal decisions
 * @param uncertainty standard errors and intervals; present only for a proper maximum
 * @param counts what the model was fitted on
 */
public record ContractFit(
        String modelName,
        FitStatus status,
        String reason,
        Optional<ContractModel> model,
        FitDiagnostics diagnostics,
        Optional<ParameterUncertainty> uncertainty,
        RenewalCounts counts) {

    /**
     * Checks the parts.
     *
     * @param modelName the fixed name of the kind of model
     * @param status how the fit ended
     * @param reason one sentence for a person: why it ended so
     * @param model the fitted model
     * @param diagnostics likelihood, iterations, gradient, condition, AIC and BIC
     * @param uncertainty standard errors and intervals
     * @param counts what the model was fitted on
     */
    public ContractFit {
        checkNotNull(modelName, "modelName");
        checkNotNull(reason, "reason");
        checkNotNull(diagnostics, "diagnostics");
        checkNotNull(uncertainty, "uncertainty");
        checkNotNull(counts, "counts");
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
    public ContractModel usableModel() {
        if (!status.usable()) {
            throw new IllegalStateException("the fit of " + modelName + " gave no usable model: " + reason);
        }
        return model.orElseThrow();
    }
}
