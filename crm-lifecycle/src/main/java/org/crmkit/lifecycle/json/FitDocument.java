package org.crmkit.lifecycle.json;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.crmkit.core.strategy.FittedOn;
import org.crmkit.core.strategy.ScoringModel;
import org.crmkit.lifecycle.contract.ContractFit;
import org.crmkit.lifecycle.purchase.CovariateFit;
import org.crmkit.lifecycle.purchase.PurchaseFit;
import org.crmkit.lifecycle.spend.SpendFit;

/**
 * A fitted model as a document that outlives the program: with its kind and the version of its form.
 *
 * <p>Reading gives the same doubles, to the bit. A version that is not known is refused by name, never guessed.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = FitDocument.Purchase.class, name = "purchase-fit"),
    @JsonSubTypes.Type(value = FitDocument.Covariates.class, name = "covariate-fit"),
    @JsonSubTypes.Type(value = FitDocument.Spend.class, name = "spend-fit"),
    @JsonSubTypes.Type(value = FitDocument.Contract.class, name = "contract-fit"),
    @JsonSubTypes.Type(value = FitDocument.Model.class, name = "scoring-model")
})
public sealed interface FitDocument {

    /** The version of the form that this release writes. */
    int SCHEMA_VERSION = 1;

    /**
     * Returns the version of the form.
     *
     * @return {@value #SCHEMA_VERSION}
     */
    int schemaVersion();

    /**
     * Returns the document of a fitted purchase model.
     *
     * @param fit the fit
     * @param fittedOn the window, the grain and the instant of what it was fitted on
     * @return the document in the present version
     */
    static FitDocument of(PurchaseFit fit, FittedOn fittedOn) {
        return new Purchase(SCHEMA_VERSION, fittedOn, fit);
    }

    /**
     * Returns the document of a purchase model fitted with covariates.
     *
     * @param fit the fit
     * @param fittedOn the window, the grain and the instant of what it was fitted on
     * @return the document in the present version
     */
    static FitDocument of(CovariateFit fit, FittedOn fittedOn) {
        return new Covariates(SCHEMA_VERSION, fittedOn, fit);
    }

    /**
     * Returns the document of a fitted spend model.
     *
     * @param fit the fit
     * @param fittedOn the window and the instant of what it was fitted on
     * @return the document in the present version
     */
    static FitDocument of(SpendFit fit, FittedOn fittedOn) {
        return new Spend(SCHEMA_VERSION, fittedOn, fit);
    }

    /**
     * Returns the document of a fitted contract model.
     *
     * @param fit the fit
     * @param fittedOn the window and the instant of what it was fitted on
     * @return the document in the present version
     */
    static FitDocument of(ContractFit fit, FittedOn fittedOn) {
        return new Contract(SCHEMA_VERSION, fittedOn, fit);
    }

    /**
     * Returns the document of a scoring model, such as a lifetime value, which knows itself what it was fitted on.
     *
     * @param model a model of this library, or one that the host registered
     * @return the document in the present version
     */
    static FitDocument of(ScoringModel<?> model) {
        return new Model(SCHEMA_VERSION, model);
    }

    /**
     * A fitted purchase model.
     *
     * @param schemaVersion the version of the form
     * @param fittedOn the window, the grain and the instant
     * @param fit the fit with parameters, diagnostics and the fingerprint of its input
     */
    @JsonPropertyOrder({"schemaVersion", "fittedOn", "fit"})
    record Purchase(
            @JsonProperty(value = "schemaVersion", required = true)
            int schemaVersion,

            @JsonProperty(value = "fittedOn", required = true)
            FittedOn fittedOn,

            @JsonProperty(value = "fit", required = true) PurchaseFit fit)
            implements FitDocument {
        /**
         * Checks the version.
         *
         * @param schemaVersion the version of the form
         * @param fittedOn the window, the grain and the instant
         * @param fit the fit with parameters, diagnostics and the fingerprint of its input
         */
        public Purchase {
            FitDocument.check(schemaVersion, fittedOn, fit);
        }
    }

    /**
     * A purchase model fitted with covariates.
     *
     * @param schemaVersion the version of the form
     * @param fittedOn the window, the grain and the instant
     * @param fit the fit with parameters, coefficients, diagnostics and the fingerprint of its input
     */
    @JsonPropertyOrder({"schemaVersion", "fittedOn", "fit"})
    record Covariates(
            @JsonProperty(value = "schemaVersion", required = true)
            int schemaVersion,

            @JsonProperty(value = "fittedOn", required = true)
            FittedOn fittedOn,

            @JsonProperty(value = "fit", required = true) CovariateFit fit)
            implements FitDocument {
        /**
         * Checks the version.
         *
         * @param schemaVersion the version of the form
         * @param fittedOn the window, the grain and the instant
         * @param fit the fit with parameters, coefficients, diagnostics and the fingerprint of its input
         */
        public Covariates {
            FitDocument.check(schemaVersion, fittedOn, fit);
        }
    }

    /**
     * A fitted spend model.
     *
     * @param schemaVersion the version of the form
     * @param fittedOn the window and the instant
     * @param fit the fit with parameters, diagnostics and the fingerprint of its input
     */
    @JsonPropertyOrder({"schemaVersion", "fittedOn", "fit"})
    record Spend(
            @JsonProperty(value = "schemaVersion", required = true)
            int schemaVersion,

            @JsonProperty(value = "fittedOn", required = true)
            FittedOn fittedOn,

            @JsonProperty(value = "fit", required = true) SpendFit fit)
            implements FitDocument {
        /**
         * Checks the version.
         *
         * @param schemaVersion the version of the form
         * @param fittedOn the window and the instant
         * @param fit the fit with parameters, diagnostics and the fingerprint of its input
         */
        public Spend {
            FitDocument.check(schemaVersion, fittedOn, fit);
        }
    }

    /**
     * A fitted contract model.
     *
     * @param schemaVersion the version of the form
     * @param fittedOn the window and the instant
     * @param fit the fit with parameters, diagnostics and the renewal counts
     */
    @JsonPropertyOrder({"schemaVersion", "fittedOn", "fit"})
    record Contract(
            @JsonProperty(value = "schemaVersion", required = true)
            int schemaVersion,

            @JsonProperty(value = "fittedOn", required = true)
            FittedOn fittedOn,

            @JsonProperty(value = "fit", required = true) ContractFit fit)
            implements FitDocument {
        /**
         * Checks the version.
         *
         * @param schemaVersion the version of the form
         * @param fittedOn the window and the instant
         * @param fit the fit with parameters, diagnostics and the renewal counts
         */
        public Contract {
            FitDocument.check(schemaVersion, fittedOn, fit);
        }
    }

    /**
     * A scoring model.
     *
     * @param schemaVersion the version of the form
     * @param model the model
     */
    @JsonPropertyOrder({"schemaVersion", "model"})
    record Model(
            @JsonProperty(value = "schemaVersion", required = true)
            int schemaVersion,

            @JsonProperty(value = "model", required = true) ScoringModel<?> model)
            implements FitDocument {
        /**
         * Checks the version.
         *
         * @param schemaVersion the version of the form
         * @param model the model
         */
        public Model {
            FitDocument.check(schemaVersion, model, model);
        }
    }

    private static void check(int schemaVersion, Object fittedOn, Object fit) {
        checkArgument(
                schemaVersion == SCHEMA_VERSION, "schemaVersion must be %s, was %s", SCHEMA_VERSION, schemaVersion);
        checkNotNull(fittedOn, "fittedOn");
        checkNotNull(fit, "fit");
    }
}
