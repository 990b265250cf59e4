package org.crmkit.core.json;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import org.crmkit.core.activity.Activity;
import org.crmkit.core.attribute.AttributeSchema;
import org.crmkit.core.consent.ConsentLedger;
import org.crmkit.core.decision.DecisionLog;
import org.crmkit.core.regulation.RegulationPack;
import org.crmkit.core.summary.CustomerSummary;

/**
 * What a host keeps for years, as a document that outlives the program: with the word for what it is and the version of its form.
 *
 * <pre>{@code
 * String kept = json.write(StoredDocument.of(ledger));
 * ConsentLedger back = json.read(kept, StoredDocument.Consents.class).records();
 * }</pre>
 *
 * <p>Inside is the wire form of the value itself, as it stands in messages. A version that is not known is refused by name, never guessed. Fitted models
 * have a document of their own, {@link ModelDocument}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(StoredDocument.Activities.class),
    @JsonSubTypes.Type(StoredDocument.Summary.class),
    @JsonSubTypes.Type(StoredDocument.Consents.class),
    @JsonSubTypes.Type(StoredDocument.Decisions.class),
    @JsonSubTypes.Type(StoredDocument.Regulation.class),
    @JsonSubTypes.Type(StoredDocument.Schema.class)
})
public sealed interface StoredDocument {

    /** The version of the forms that this release writes. */
    int SCHEMA_VERSION = ModelDocument.SCHEMA_VERSION;

    /**
     * Returns the version of the form.
     *
     * @return {@value #SCHEMA_VERSION} in this release
     */
    int schemaVersion();

    /**
     * Returns the document of activities.
     *
     * @param activities activities, in any order
     * @return the document in the present version
     */
    static Activities of(List<? extends Activity> activities) {
        return new Activities(SCHEMA_VERSION, List.copyOf(activities));
    }

    /**
     * Returns the document of a summary.
     *
     * @param summary what the activities of one customer add up to
     * @return the document in the present version
     */
    static Summary of(CustomerSummary summary) {
        return new Summary(SCHEMA_VERSION, summary);
    }

    /**
     * Returns the document of a ledger of consents.
     *
     * @param records all consents, in the order in which they were recorded
     * @return the document in the present version
     */
    static Consents of(ConsentLedger records) {
        return new Consents(SCHEMA_VERSION, records);
    }

    /**
     * Returns the document of a decision log.
     *
     * @param lines all entries with their digests
     * @return the document in the present version
     */
    static Decisions of(DecisionLog lines) {
        return new Decisions(SCHEMA_VERSION, lines);
    }

    /**
     * Returns the document of a regulation pack.
     *
     * @param pack the pack; its own {@code version} is that of what it says
     * @return the document in the present version
     */
    static Regulation of(RegulationPack pack) {
        return new Regulation(SCHEMA_VERSION, pack);
    }

    /**
     * Returns the document of a schema.
     *
     * @param schema the schema; its own {@code version} is that of what it says
     * @return the document in the present version
     */
    static Schema of(AttributeSchema schema) {
        return new Schema(SCHEMA_VERSION, schema);
    }

    private static void check(int schemaVersion, Object content, String name) {
        checkArgument(schemaVersion == SCHEMA_VERSION, ModelDocument.refusal(schemaVersion));
        checkNotNull(content, name);
    }

    /**
     * Activities of customers.
     *
     * @param schemaVersion the version of the form
     * @param activities activities, in any order
     */
    @JsonTypeName("activities")
    @JsonPropertyOrder({"schemaVersion", "activities"})
    record Activities(
            @JsonProperty(value = "schemaVersion", required = true)
            int schemaVersion,

            @JsonProperty(value = "activities", required = true)
            List<Activity> activities)
            implements StoredDocument {

        /**
         * Checks the version.
         *
         * @param schemaVersion the version of the form
         * @param activities activities, in any order
         */
        public Activities {
            check(schemaVersion, activities, "activities");
            activities = List.copyOf(activities);
        }
    }

    /**
     * A summary of one customer.
     *
     * @param schemaVersion the version of the form
     * @param summary what the activities of one customer add up to
     */
    @JsonTypeName("customer-summary")
    @JsonPropertyOrder({"schemaVersion", "summary"})
    record Summary(
            @JsonProperty(value = "schemaVersion", required = true)
            int schemaVersion,

            @JsonProperty(value = "summary", required = true)
            CustomerSummary summary)
            implements StoredDocument {

        /**
         * Checks the version.
         *
         * @param schemaVersion the version of the form
         * @param summary what the activities of one customer add up to
         */
        public Summary {
            check(schemaVersion, summary, "summary");
        }
    }

    /**
     * A ledger of consents.
     *
     * @param schemaVersion the version of the form
     * @param records all consents, in the order in which they were recorded
     */
    @JsonTypeName("consent-ledger")
    @JsonPropertyOrder({"schemaVersion", "records"})
    record Consents(
            @JsonProperty(value = "schemaVersion", required = true)
            int schemaVersion,

            @JsonProperty(value = "records", required = true)
            ConsentLedger records)
            implements StoredDocument {

        /**
         * Checks the version.
         *
         * @param schemaVersion the version of the form
         * @param records all consents, in the order in which they were recorded
         */
        public Consents {
            check(schemaVersion, records, "records");
        }
    }

    /**
     * A log of decisions and changes.
     *
     * @param schemaVersion the version of the form
     * @param lines all entries with their digests
     */
    @JsonTypeName("decision-log")
    @JsonPropertyOrder({"schemaVersion", "lines"})
    record Decisions(
            @JsonProperty(value = "schemaVersion", required = true)
            int schemaVersion,

            @JsonProperty(value = "lines", required = true) DecisionLog lines)
            implements StoredDocument {

        /**
         * Checks the version.
         *
         * @param schemaVersion the version of the form
         * @param lines all entries with their digests
         */
        public Decisions {
            check(schemaVersion, lines, "lines");
        }
    }

    /**
     * A pack of rules by item class, place and channel.
     *
     * @param schemaVersion the version of the form
     * @param pack the pack; its own {@code version} is that of what it says
     */
    @JsonTypeName("regulation-pack")
    @JsonPropertyOrder({"schemaVersion", "pack"})
    record Regulation(
            @JsonProperty(value = "schemaVersion", required = true)
            int schemaVersion,

            @JsonProperty(value = "pack", required = true) RegulationPack pack)
            implements StoredDocument {

        /**
         * Checks the version.
         *
         * @param schemaVersion the version of the form
         * @param pack the pack; its own {@code version} is that of what it says
         */
        public Regulation {
            check(schemaVersion, pack, "pack");
        }
    }

    /**
     * A schema of attributes.
     *
     * @param schemaVersion the version of the form
     * @param schema the schema; its own {@code version} is that of what it says
     */
    @JsonTypeName("attribute-schema")
    @JsonPropertyOrder({"schemaVersion", "schema"})
    record Schema(
            @JsonProperty(value = "schemaVersion", required = true)
            int schemaVersion,

            @JsonProperty(value = "schema", required = true) AttributeSchema schema)
            implements StoredDocument {

        /**
         * Checks the version.
         *
         * @param schemaVersion the version of the form
         * @param schema the schema; its own {@code version} is that of what it says
         */
        public Schema {
            check(schemaVersion, schema, "schema");
        }
    }
}
