package org.crmkit.lifecycle.purchase;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.util.Optional;
import org.crmkit.lifecycle.FitDiagnostics;
import org.crmkit.lifecycle.FitStatus;
import org.crmkit.lifecycle.ParameterUncertainty;

/**
 * What came out of a fit, and how far it may be trusted.
 *
 * <p>A fit never throws for what the data are and never returns NaN: a base that cannot carry the model gives {@link FitStatus#TOO_LITTLE_DATA} and
 * no model; a base on which parameters cannot be told apart gives {@link FitStatus#NOT_IDENTIFIED} and a model whose predictions are usable.
 *
 * @param modelName wire name of the model that was fitted
 * @param status how the fit ended
 * @param reason one sentence for a person: why it ended so
 * @param model the fitted model; empty if and only if the status is {@link FitStatus#TOO_LITTLE_DATA}
 * @param diagnostics likelihood, iterations, gradient, condition, AIC and BIC
 * @param uncertainty standard errors and intervals; present only if the information is positive definite at the end
 * @param input what the model was fitted on
 */
public record PurchaseFit(
        String modelName,
        FitStatus status,
        String reason,
        Optional<PurchaseModel> model,
        FitDiagnostics diagnostics,
        Optional<ParameterUncertainty> uncertainty,
        FitInput input) {

    /**
     * Checks the parts.
     *
     * @param modelName wire name of the model that was fitted
     * @param status how the fit ended
     * @param reason one sentence for a person
     * @param model the fitted model
     * @param diagnostics likelihood
     * @param uncertainty standard errors and intervals
     * @param input what the model was fitted on
     */
    public PurchaseFit {
        checkNotNull(modelName, "modelName");
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
     * Returns the result of a fit for which the data are too few.
     *
     * @param modelName wire name of the model
     * @param reason what is missing
     * @param patterns the data
     * @return a fit without a model
     */
    public static PurchaseFit tooLittleData(String modelName, String reason, PurchasePatterns patterns) {
        return new PurchaseFit(
                modelName,
                FitStatus.TOO_LITTLE_DATA,
                reason,
                Optional.empty(),
                FitDiagnostics.none(patterns.customers()),
                Optional.empty(),
                FitInput.of(patterns));
    }

    /**
     * Returns the fitted model if its predictions may be used.
     *
     * @return the model of a fit whose status is {@link FitStatus#usable()}
     * @throws IllegalStateException with the reason otherwise
     */
    public PurchaseModel usableModel() {
        if (!status.usable()) {
            throw new IllegalStateException("the fit of " + modelName + " gave no usable model: " + reason);
        }
        return model.orElseThrow();
    }
}
