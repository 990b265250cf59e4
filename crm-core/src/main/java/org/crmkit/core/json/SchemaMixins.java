package org.crmkit.core.json;

import static com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility.NONE;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crmkit.core.attribute.AttributeDefinition;
import org.crmkit.core.attribute.AttributeKey;
import org.crmkit.core.attribute.AttributeSchema;
import org.crmkit.core.attribute.AttributeType;
import org.crmkit.core.attribute.AttributeViolation;
import org.crmkit.core.attribute.CodeList;
import org.crmkit.core.attribute.DataClass;
import org.crmkit.core.attribute.UpdatePolicy;

/** The wire form of what is known of attributes; names here are a promise and never follow a rename. */
final class SchemaMixins {
    private SchemaMixins() {}

    static Map<Class<?>, Class<?>> table() {
        Map<Class<?>, Class<?>> table = new LinkedHashMap<>();
        table.put(AttributeSchema.class, AttributeSchemaMixin.class);
        table.put(AttributeDefinition.class, AttributeDefinitionMixin.class);
        table.put(UpdatePolicy.Standard.class, UpdatePolicyMixin.class);
        table.put(UpdatePolicy.Rule.class, UpdatePolicyRuleMixin.class);
        table.put(AttributeType.class, AttributeTypeMixin.class);
        table.put(AttributeKey.class, AttributeKeyMixin.class);
        table.put(AttributeViolation.class, AttributeViolationMixin.class);
        table.put(AttributeViolation.Kind.class, AttributeViolationKindMixin.class);
        return table;
    }

    @JsonPropertyOrder({"name", "version", "definitions", "codeLists"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class AttributeSchemaMixin {
        @JsonCreator
        static AttributeSchema of(
                @JsonProperty(value = "name", required = true) String name,
                @JsonProperty(value = "version", required = true) int version,
                @JsonProperty(value = "definitions", required = true)
                        Collection<? extends AttributeDefinition<?>> definitions,
                @JsonProperty(value = "codeLists", required = true) Collection<CodeList> codeLists) {
            throw new AssertionError("a mixin is never called");
        }

        @JsonProperty("name")
        abstract String name();

        @JsonProperty("version")
        abstract int version();

        @JsonProperty("definitions")
        abstract Collection<AttributeDefinition<?>> definitions();

        @JsonProperty("codeLists")
        abstract Collection<CodeList> codeLists();
    }

    @JsonPropertyOrder({"key", "description", "required", "codeList", "least", "greatest", "update"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class AttributeDefinitionMixin {
        @JsonCreator
        static <T> AttributeDefinition<T> parse(
                @JsonProperty(value = "key", required = true) AttributeKey<T> key,
                @JsonProperty(value = "description", required = true) String description,
                @JsonProperty(value = "required", required = true) boolean required,
                @JsonProperty("codeList") Optional<String> codeList,
                @JsonProperty("least") Optional<String> least,
                @JsonProperty("greatest") Optional<String> greatest,
                @JsonProperty("update") Optional<UpdatePolicy.Standard> update) {
            throw new AssertionError("a mixin is never called");
        }

        @JsonProperty("key")
        abstract AttributeKey<?> key();

        @JsonProperty("description")
        abstract String description();

        @JsonProperty("required")
        abstract boolean required();

        @JsonProperty("codeList")
        abstract Optional<String> codeList();

        @JsonProperty("least")
        abstract Optional<String> leastText();

        @JsonProperty("greatest")
        abstract Optional<String> greatestText();

        @JsonProperty("update")
        abstract Optional<UpdatePolicy.Standard> update();
    }

    @JsonPropertyOrder({"rule", "sources"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class UpdatePolicyMixin {
        @JsonCreator
        UpdatePolicyMixin(
                @JsonProperty(value = "rule", required = true) UpdatePolicy.Rule rule,
                @JsonProperty(value = "sources", required = true) List<String> sources) {}

        @JsonProperty("rule")
        abstract UpdatePolicy.Rule rule();

        @JsonProperty("sources")
        abstract List<String> sources();
    }

    enum UpdatePolicyRuleMixin {
        @JsonProperty("newest-wins")
        NEWEST_WINS,
        @JsonProperty("source-priority")
        SOURCE_PRIORITY,
        @JsonProperty("keep")
        KEEP
    }

    abstract static class AttributeTypeMixin {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static AttributeType<?> of(String name) {
            throw new AssertionError("a mixin is never called");
        }

        @JsonValue
        abstract String name();
    }

    @JsonPropertyOrder({"name", "type", "class"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class AttributeKeyMixin<T> {
        @JsonCreator
        AttributeKeyMixin(
                @JsonProperty(value = "name", required = true) String name,
                @JsonProperty(value = "type", required = true) AttributeType<T> type,
                @JsonProperty(value = "class", required = true) DataClass dataClass) {}

        @JsonProperty("name")
        abstract String name();

        @JsonProperty("type")
        abstract AttributeType<T> type();

        @JsonProperty("class")
        abstract DataClass dataClass();
    }

    @JsonPropertyOrder({"attribute", "kind", "allowed"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class AttributeViolationMixin {
        @JsonCreator
        AttributeViolationMixin(
                @JsonProperty(value = "attribute", required = true) String attribute,
                @JsonProperty(value = "kind", required = true) AttributeViolation.Kind kind,
                @JsonProperty(value = "allowed", required = true) String allowed) {}

        @JsonProperty("attribute")
        abstract String attribute();

        @JsonProperty("kind")
        abstract AttributeViolation.Kind kind();

        @JsonProperty("allowed")
        abstract String allowed();
    }

    enum AttributeViolationKindMixin {
        @JsonProperty("missing")
        MISSING,
        @JsonProperty("unknown-attribute")
        UNKNOWN_ATTRIBUTE,
        @JsonProperty("wrong-type")
        WRONG_TYPE,
        @JsonProperty("wrong-data-class")
        WRONG_DATA_CLASS,
        @JsonProperty("unknown-code")
        UNKNOWN_CODE,
        @JsonProperty("out-of-range")
        OUT_OF_RANGE
    }
}
