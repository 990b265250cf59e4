package org.crmkit.core.json;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import org.crmkit.core.strategy.ScoringModel;

/**
 * A fitted model of any room as a document that outlives the program: with the version of its form.
 *
 * <p>Reading gives a model with the same scores. A version that is not known is refused by name, never guessed.
 *
 * @param schemaVersion the version of the form, {@value #SCHEMA_VERSION} in this release
 * @param model a model of this library, or one that the host registered
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonTypeName("scoring-model")
@JsonPropertyOrder({"schemaVersion", "model"})
public record ModelDocument(
        @JsonProperty(value = "schemaVersion", required = true)
        int schemaVersion,

        @JsonProperty(value = "model", required = true) ScoringModel<?> model) {

    /** The version of the form that this release writes. */
    public static final int SCHEMA_VERSION = 1;

    /**
     * Checks the version.
     *
     * @param schemaVersion the version of the form, {@value #SCHEMA_VERSION} in this release
     * @param model a model of this library, or one that the host registered
     */
    public ModelDocument {
        checkArgument(schemaVersion == SCHEMA_VERSION, refusal(schemaVersion));
        checkNotNull(model, "model");
    }

    /**
     * Returns the document of a model.
     *
     * @param model the model
     * @return the document in the present version
     */
    public static ModelDocument of(ScoringModel<?> model) {
        return new ModelDocument(SCHEMA_VERSION, model);
    }

    static String refusal(long schemaVersion) {
        return "schemaVersion must be " + SCHEMA_VERSION + ", was " + schemaVersion
                + (schemaVersion > SCHEMA_VERSION
                        ? ": a later release wrote it, read it with that one or a later one"
                        : "");
    }
}
