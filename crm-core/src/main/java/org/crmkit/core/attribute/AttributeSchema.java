package org.crmkit.core.attribute;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.crmkit.core.internal.check.Words;

/**
 * The attributes that an application knows: standard and own fields, their code lists and limits, under a name and a version.
 *
 * <p>The schema is where types meet text: JSON, CSV and rules stored as text look their keys up here, so that a stored rule cannot give a sensitive
 * attribute a harmless class. Immutable; definitions keep the order in which they were added.
 */
public final class AttributeSchema {

    private final String name;
    private final int version;
    private final Map<String, AttributeDefinition<?>> definitions;
    private final Map<String, CodeList> codeLists;

    private AttributeSchema(Builder builder) {
        this.name = builder.name;
        this.version = builder.version;
        this.definitions = Collections.unmodifiableMap(new LinkedHashMap<>(builder.definitions));
        this.codeLists = Collections.unmodifiableMap(new LinkedHashMap<>(builder.codeLists));
        for (AttributeDefinition<?> definition : definitions.values()) {
            definition
                    .codeList()
                    .ifPresent(list -> checkArgument(
                            codeLists.containsKey(list),
                            "code list of \"%s\" must be one of %s, was \"%s\"",
                            definition.key(),
                            codeLists.keySet(),
                            list));
        }
    }

    /**
     * Starts an empty schema.
     *
     * @param name the name of the schema
     * @param version its version, from 1 up
     * @return the builder
     */
    public static Builder builder(String name, int version) {
        return new Builder(name, version);
    }

    /**
     * Returns the schema of definitions and code lists.
     *
     * @param name the name of the schema
     * @param version its version, from 1 up
     * @param definitions the definitions, each name once
     * @param codeLists the code lists that they name, and any others; each name once
     * @return the schema
     * @throws IllegalArgumentException if a name comes twice or a code list is missing
     */
    public static AttributeSchema of(
            String name,
            int version,
            Collection<? extends AttributeDefinition<?>> definitions,
            Collection<CodeList> codeLists) {
        Builder builder = builder(name, version);
        definitions.forEach(builder::add);
        for (CodeList list : codeLists) {
            checkArgument(
                    !builder.codeLists.containsKey(list.name()),
                    "code list \"%s\" must be there once, was there twice",
                    list.name());
            builder.codeList(list);
        }
        return builder.build();
    }

    /**
     * Starts a schema with all that this one has, such as the standard fields.
     *
     * @param newName the name of the new schema
     * @param newVersion its version, from 1 up
     * @return the builder
     */
    public Builder extend(String newName, int newVersion) {
        Builder builder = new Builder(newName, newVersion);
        builder.definitions.putAll(definitions);
        builder.codeLists.putAll(codeLists);
        return builder;
    }

    /**
     * Returns the name.
     *
     * @return the name of the schema
     */
    public String name() {
        return name;
    }

    /**
     * Returns the version.
     *
     * @return from 1 up
     */
    public int version() {
        return version;
    }

    /**
     * Returns all definitions.
     *
     * @return the definitions in the order added
     */
    public Collection<AttributeDefinition<?>> definitions() {
        return definitions.values();
    }

    /**
     * Returns all code lists.
     *
     * @return the code lists in the order added
     */
    public Collection<CodeList> codeLists() {
        return codeLists.values();
    }

    /**
     * Returns the definition of a name.
     *
     * @param attribute the name
     * @return the definition, or nothing if the schema does not know it
     */
    public Optional<AttributeDefinition<?>> definition(String attribute) {
        return Optional.ofNullable(definitions.get(checkNotNull(attribute, "attribute")));
    }

    /**
     * Returns the key of a name.
     *
     * @param attribute the name
     * @return the typed key, or nothing if the schema does not know it
     */
    public Optional<AttributeKey<?>> key(String attribute) {
        return definition(attribute).map(AttributeDefinition::key);
    }

    /**
     * Returns a code list.
     *
     * @param list the name of the list
     * @return the list, or nothing if the schema does not have it
     */
    public Optional<CodeList> codeList(String list) {
        return Optional.ofNullable(codeLists.get(checkNotNull(list, "list")));
    }

    /**
     * Checks attributes against the definitions.
     *
     * @param attributes what is known of a customer
     * @return all violations, first those of present values by name, then what is missing; empty if there is none
     */
    public List<AttributeViolation> validate(Attributes attributes) {
        return SchemaCheck.violations(this, attributes);
    }

    /**
     * Takes news about a customer: for each attribute its own policy decides which of two statements stays.
     *
     * @param present what is known
     * @param incoming what is newly stated
     * @return the attributes after the news; those that the schema does not know follow {@link UpdatePolicy#newestWins()}
     * @throws IllegalArgumentException if both have a name with another type or class of data
     */
    public Attributes update(Attributes present, Attributes incoming) {
        Attributes.Builder updated = present.toBuilder();
        for (AttributeDefinition<?> definition : definitions.values()) {
            definition.update().ifPresent(policy -> updated.updatePolicy(definition.key(), policy));
        }
        return updated.putAll(incoming).build();
    }

    /**
     * Compares with an earlier version.
     *
     * @param older the earlier version
     * @return the names whose stored values may no longer be valid: removed, of another type or class of data, or newly required
     */
    public List<String> breakingChangesSince(AttributeSchema older) {
        return SchemaCheck.breakingChanges(older, this);
    }

    /** Tells whether the other has the same name, version, definitions and code lists; their order does not matter. */
    @Override
    public boolean equals(Object other) {
        return other instanceof AttributeSchema that
                && name.equals(that.name)
                && version == that.version
                && definitions.equals(that.definitions)
                && codeLists.equals(that.codeLists);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, version, definitions, codeLists);
    }

    /** Returns name, version and size. */
    @Override
    public String toString() {
        return "AttributeSchema[" + name + " v" + version + ", " + definitions.size() + " attributes, "
                + codeLists.size() + " code lists]";
    }

    /** Collects definitions and code lists. */
    public static final class Builder {

        private final String name;
        private final int version;
        private final Map<String, AttributeDefinition<?>> definitions = new LinkedHashMap<>();
        private final Map<String, CodeList> codeLists = new LinkedHashMap<>();

        private Builder(String name, int version) {
            this.name = Words.code(name, "schema name");
            checkArgument(version >= 1, "version must be at least 1, was %s", version);
            this.version = version;
        }

        /**
         * Adds a definition.
         *
         * @param definition the definition
         * @return this
         * @throws IllegalArgumentException if the name is there already
         */
        public Builder add(AttributeDefinition<?> definition) {
            AttributeDefinition<?> before =
                    definitions.putIfAbsent(definition.key().name(), definition);
            checkArgument(before == null, "attribute \"%s\" must be defined once, is there already", definition.key());
            return this;
        }

        /**
         * Adds or replaces a definition.
         *
         * @param definition the definition
         * @return this
         */
        public Builder replace(AttributeDefinition<?> definition) {
            definitions.put(definition.key().name(), definition);
            return this;
        }

        /**
         * Drops a definition.
         *
         * @param attribute the name
         * @return this
         */
        public Builder remove(String attribute) {
            definitions.remove(attribute);
            return this;
        }

        /**
         * Adds or replaces a code list.
         *
         * @param list the list
         * @return this
         */
        public Builder codeList(CodeList list) {
            codeLists.put(list.name(), list);
            return this;
        }

        /**
         * Returns the schema.
         *
         * @return an immutable schema
         * @throws IllegalArgumentException if a definition names a code list that was not added
         */
        public AttributeSchema build() {
            return new AttributeSchema(this);
        }
    }
}
