package org.crmkit.lifecycle.spend;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.util.Optional;
import org.crmkit.lifecycle.FitDiagnostics;
import org.crmkit.lifecycle.FitStatus;
import org.crmkit.lifecycle.ParameterUncertainty;

/**
 * What came out of a fit of a spend model, and how far it may be trusted.
 *
 * <p>A fit never throws for what the data are and never returns NaN: a sample without any spend gives
 * {@link FitStatus#TOO_LITTLE_DATA} and no model.
 *
 * @param modelName the fixed name of the kind of model
 * @param status how the fit ended
 * @param reason one sentence for a person: why it ended so
 * @param model the fitted model; empty if and only if the status is {@link FitStatus#TOO_LITTLE_DATA}
 * @param diagnostics likelihood, iterations, gradient, condition, AIC and BIC; zeros for a model without a likelihood
 * @param uncertainty standard errors and intervals; present only for a likelihood with a proper maximum
 * @param input what the model was fitted on
 * @param independence how far spend moves with frequency, which multiplying the two assumes it does not
 */
public record SpendFit(
        String modelName,
        FitStatus status,
        String reason,
        Optional<SpendModel> model,
        FitDiagnostics diagnostics,
        Optional<ParameterUncertainty> uncertainty,
        SpendInput input,
        SpendIndependence independence) {

    /**
     * Checks the parts.
     *
     * @param modelName the fixed name of the kind of model
     * @param status how the fit ended
     * @param reason one sentence for a person: why it ended so
     * @param model the fitted model
     * @param diagnostics likelihood, iterations, gradient, condition, AIC and BIC
     * @param uncertainty standard errors and intervals
     * @param input what the model was fitted on
     * @param independence how far spend moves with frequency, which multiplying the two assumes it does not
     */
    public SpendFit {
        checkNotNull(modelName, "modelName");
        checkNotNull(reason, "reason");
        checkNotNull(diagnostics, "diagnostics");
        checkNotNull(uncertainty, "uncertainty");
        checkNotNull(input, "input");
        checkNotNull(independence, "independence");
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
    public SpendModel usableModel() {
        if (!status.usable()) {
            throw new IllegalStateException("the fit of " + modelName + " gave no usable model: " + reason);
        }
        return model.orElseThrow();
    }

    /**
     * Returns the result of a fit that found nothing to learn from.
     *
     * @param modelName the fixed name of the kind of model
     * @param sample the customers, none of them with a purchase and a mean spend above zero
     * @return a fit without a model
     */
    public static SpendFit tooLittleData(String modelName, SpendSample sample) {
        return new SpendFit(
                modelName,
                FitStatus.TOO_LITTLE_DATA,
                "no customer has a purchase with an amount above zero",
                Optional.empty(),
                FitDiagnostics.none(0),
                Optional.empty(),
                SpendInput.of(sample),
                SpendIndependence.of(sample));
    }

    /**
     * Returns the result of a fit that needs no search: averages, a median, a price list.
     *
     * @param model what was learned
     * @param sample the customers it was learned from
     * @return a converged fit without likelihood and standard errors
     */
    public static SpendFit ofAverages(SpendModel model, SpendSample sample) {
        SpendInput input = SpendInput.of(sample);
        return new SpendFit(
                model.name(),
                FitStatus.CONVERGED,
                "averages need no search",
                Optional.of(model),
                FitDiagnostics.none(input.used()),
                Optional.empty(),
                input,
                SpendIndependence.of(sample));
    }
}
