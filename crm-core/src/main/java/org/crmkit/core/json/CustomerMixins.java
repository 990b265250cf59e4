package org.crmkit.core.json;

import static com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility.NONE;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.crmkit.core.attribute.AttributeEntry;
import org.crmkit.core.attribute.Attributes;
import org.crmkit.core.attribute.CodeList;
import org.crmkit.core.attribute.DataClass;
import org.crmkit.core.attribute.Provenance;
import org.crmkit.core.attribute.Sensitivity;
import org.crmkit.core.customer.ContactPoint;
import org.crmkit.core.customer.CustomerId;
import org.crmkit.core.customer.CustomerType;
import org.crmkit.core.customer.InstitutionType;
import org.crmkit.core.customer.Organization;
import org.crmkit.core.customer.Person;
import org.crmkit.core.customer.Relationship;
import org.crmkit.core.customer.RelationshipType;
import org.crmkit.core.customer.StakeholderRole;
import org.crmkit.core.customer.Tag;
import org.crmkit.core.time.Window;

/** The wire form of customers and what is known of them; names here are a promise and never follow a rename. */
final class CustomerMixins {
    private CustomerMixins() {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Person.class, name = "person"),
        @JsonSubTypes.Type(value = Organization.class, name = "organization")
    })
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    interface CustomerMixin {}

    abstract static class CustomerIdMixin {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        CustomerIdMixin(String value) {}

        @JsonValue
        abstract String value();
    }

    abstract static class CustomerTypeMixin {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        CustomerTypeMixin(String code) {}

        @JsonValue
        abstract String code();
    }

    abstract static class InstitutionTypeMixin {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        InstitutionTypeMixin(String code) {}

        @JsonValue
        abstract String code();
    }

    abstract static class RelationshipTypeMixin {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        RelationshipTypeMixin(String code) {}

        @JsonValue
        abstract String code();
    }

    abstract static class ChannelMixin {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        ChannelMixin(String code) {}

        @JsonValue
        abstract String code();
    }

    enum SensitivityMixin {
        @JsonProperty("ordinary")
        ORDINARY,
        @JsonProperty("personal")
        PERSONAL,
        @JsonProperty("sensitive")
        SENSITIVE
    }

    enum StakeholderRoleMixin {
        @JsonProperty("buyer")
        BUYER,
        @JsonProperty("prescriber")
        PRESCRIBER,
        @JsonProperty("payer")
        PAYER,
        @JsonProperty("regulator")
        REGULATOR,
        @JsonProperty("influencer")
        INFLUENCER
    }

    @JsonPropertyOrder({"code", "sensitivity"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class DataClassMixin {
        @JsonCreator
        DataClassMixin(
                @JsonProperty(value = "code", required = true) String code,
                @JsonProperty(value = "sensitivity", required = true) Sensitivity sensitivity) {}

        @JsonProperty("code")
        abstract String code();

        @JsonProperty("sensitivity")
        abstract Sensitivity sensitivity();
    }

    @JsonPropertyOrder({"source", "collectedAt", "channel"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class ProvenanceMixin {
        @JsonCreator
        ProvenanceMixin(
                @JsonProperty(value = "source", required = true) String source,
                @JsonProperty("collectedAt") @JsonFormat(shape = JsonFormat.Shape.STRING) Optional<Instant> collectedAt,
                @JsonProperty("channel") Optional<String> channel) {}

        @JsonProperty("source")
        abstract String source();

        @JsonProperty("collectedAt")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        abstract Optional<Instant> collectedAt();

        @JsonProperty("channel")
        abstract Optional<String> channel();
    }

    @JsonPropertyOrder({"name", "type", "class", "value", "provenance"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class AttributeEntryMixin {
        @JsonCreator
        AttributeEntryMixin(
                @JsonProperty(value = "name", required = true) String name,
                @JsonProperty(value = "type", required = true) String type,
                @JsonProperty(value = "class", required = true) DataClass dataClass,
                @JsonProperty(value = "value", required = true) String value,
                @JsonProperty(value = "provenance", required = true) Provenance provenance) {}

        @JsonProperty("name")
        abstract String name();

        @JsonProperty("type")
        abstract String type();

        @JsonProperty("class")
        abstract DataClass dataClass();

        @JsonProperty("value")
        abstract String value();

        @JsonProperty("provenance")
        abstract Provenance provenance();
    }

    @JsonPropertyOrder({"value", "source", "valid"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class TagMixin {
        @JsonCreator
        TagMixin(
                @JsonProperty(value = "value", required = true) String value,
                @JsonProperty(value = "source", required = true) String source,
                @JsonProperty(value = "valid", required = true) Window valid) {}

        @JsonProperty("value")
        abstract String value();

        @JsonProperty("source")
        abstract String source();

        @JsonProperty("valid")
        abstract Window valid();
    }

    @JsonPropertyOrder({"kind", "value", "valid", "provenance"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class ContactPointMixin {
        @JsonCreator
        ContactPointMixin(
                @JsonProperty(value = "kind", required = true) ContactPoint.Kind kind,
                @JsonProperty(value = "value", required = true) String value,
                @JsonProperty(value = "valid", required = true) Window valid,
                @JsonProperty(value = "provenance", required = true) Provenance provenance) {}

        @JsonProperty("kind")
        abstract ContactPoint.Kind kind();

        @JsonProperty("value")
        abstract String value();

        @JsonProperty("valid")
        abstract Window valid();

        @JsonProperty("provenance")
        abstract Provenance provenance();
    }

    enum ContactPointKindMixin {
        @JsonProperty("email")
        EMAIL,
        @JsonProperty("phone")
        PHONE,
        @JsonProperty("postal")
        POSTAL,
        @JsonProperty("app")
        APP,
        @JsonProperty("social")
        SOCIAL
    }

    @JsonPropertyOrder({"type", "to", "roles", "valid"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class RelationshipMixin {
        @JsonCreator
        RelationshipMixin(
                @JsonProperty(value = "type", required = true) RelationshipType type,
                @JsonProperty(value = "to", required = true) CustomerId to,
                @JsonProperty(value = "roles", required = true) Set<StakeholderRole> roles,
                @JsonProperty(value = "valid", required = true) Window valid) {}

        @JsonProperty("type")
        abstract RelationshipType type();

        @JsonProperty("to")
        abstract CustomerId to();

        @JsonProperty("roles")
        abstract Set<StakeholderRole> roles();

        @JsonProperty("valid")
        abstract Window valid();
    }

    @JsonPropertyOrder({"name", "version", "codes"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class CodeListMixin {
        @JsonCreator
        CodeListMixin(
                @JsonProperty(value = "name", required = true) String name,
                @JsonProperty(value = "version", required = true) int version,
                @JsonProperty(value = "codes", required = true) List<CodeList.Code> codes) {}

        @JsonProperty("name")
        abstract String name();

        @JsonProperty("version")
        abstract int version();

        @JsonProperty("codes")
        abstract List<CodeList.Code> codes();
    }

    @JsonPropertyOrder({"code", "label"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class CodeListCodeMixin {
        @JsonCreator
        CodeListCodeMixin(
                @JsonProperty(value = "code", required = true) String code,
                @JsonProperty(value = "label", required = true) String label) {}

        @JsonProperty("code")
        abstract String code();

        @JsonProperty("label")
        abstract String label();
    }

    @JsonPropertyOrder({"id", "type", "attributes", "tags", "contactPoints", "relationships", "createdAt"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class PersonMixin {
        @JsonCreator
        PersonMixin(
                @JsonProperty(value = "id", required = true) CustomerId id,
                @JsonProperty(value = "type", required = true) CustomerType type,
                @JsonProperty(value = "attributes", required = true) Attributes attributes,
                @JsonProperty(value = "tags", required = true) List<Tag> tags,
                @JsonProperty(value = "contactPoints", required = true) List<ContactPoint> contactPoints,
                @JsonProperty(value = "relationships", required = true) List<Relationship> relationships,
                @JsonProperty("createdAt") @JsonFormat(shape = JsonFormat.Shape.STRING) Optional<Instant> createdAt) {}

        @JsonProperty("id")
        abstract CustomerId id();

        @JsonProperty("type")
        abstract CustomerType type();

        @JsonProperty("attributes")
        abstract Attributes attributes();

        @JsonProperty("tags")
        abstract List<Tag> tags();

        @JsonProperty("contactPoints")
        abstract List<ContactPoint> contactPoints();

        @JsonProperty("relationships")
        abstract List<Relationship> relationships();

        @JsonProperty("createdAt")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        abstract Optional<Instant> createdAt();
    }

    @JsonPropertyOrder({
        "id",
        "type",
        "institutionType",
        "attributes",
        "tags",
        "contactPoints",
        "relationships",
        "createdAt"
    })
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class OrganizationMixin {
        @JsonCreator
        OrganizationMixin(
                @JsonProperty(value = "id", required = true) CustomerId id,
                @JsonProperty(value = "type", required = true) CustomerType type,
                @JsonProperty("institutionType") Optional<InstitutionType> institutionType,
                @JsonProperty(value = "attributes", required = true) Attributes attributes,
                @JsonProperty(value = "tags", required = true) List<Tag> tags,
                @JsonProperty(value = "contactPoints", required = true) List<ContactPoint> contactPoints,
                @JsonProperty(value = "relationships", required = true) List<Relationship> relationships,
                @JsonProperty("createdAt") @JsonFormat(shape = JsonFormat.Shape.STRING) Optional<Instant> createdAt) {}

        @JsonProperty("id")
        abstract CustomerId id();

        @JsonProperty("type")
        abstract CustomerType type();

        @JsonProperty("institutionType")
        abstract Optional<InstitutionType> institutionType();

        @JsonProperty("attributes")
        abstract Attributes attributes();

        @JsonProperty("tags")
        abstract List<Tag> tags();

        @JsonProperty("contactPoints")
        abstract List<ContactPoint> contactPoints();

        @JsonProperty("relationships")
        abstract List<Relationship> relationships();

        @JsonProperty("createdAt")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        abstract Optional<Instant> createdAt();
    }

    abstract static class AttributesMixin {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Attributes of(Collection<AttributeEntry> entries) {
            throw new AssertionError("a mixin is never called");
        }

        @JsonValue
        abstract List<AttributeEntry> entries();
    }
}
