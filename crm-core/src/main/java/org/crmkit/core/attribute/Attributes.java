package org.crmkit.core.attribute;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is known of one customer: typed values by key, each with its provenance, in the order of their names.
 *
 * <p>Within one bag a name has one type and one class of data: asking with a key of the same name but another type or class is an error, never a
 * silent miss. Immutable. {@link #toString()} prints the values of general data only.
 */
public final class Attributes {

    /** No attributes. */
    public static final Attributes EMPTY = builder().build();

    private final Map<String, Entry<?>> entries;

    private Attributes(Map<String, Entry<?>> entries) {
        this.entries = Collections.unmodifiableMap(new TreeMap<>(entries));
    }

    /**
     * Starts an empty bag.
     *
     * @return the builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Starts from what is here.
     *
     * @return a builder that holds these attributes
     */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.entries.putAll(entries);
        return builder;
    }

    /**
     * Returns the value of a key.
     *
     * @param key the key
     * @param <T> the Java type of the value
     * @return the value, or nothing if it is not known
     * @throws IllegalArgumentException if the name is known with another type or class of data
     */
    public <T> Optional<T> get(AttributeKey<T> key) {
        return value(key).map(AttributeValue::value);
    }

    /**
     * Returns the value of a key with its provenance.
     *
     * @param key the key
     * @param <T> the Java type of the value
     * @return the value, or nothing if it is not known
     * @throws IllegalArgumentException if the name is known with another type or class of data
     */
    public <T> Optional<AttributeValue<T>> value(AttributeKey<T> key) {
        Entry<?> entry = entries.get(checkNotNull(key, "key").name());
        return entry == null ? Optional.empty() : Optional.of(entry.as(key));
    }

    /**
     * Tells whether a key has a value.
     *
     * @param key the key
     * @return true if the value is known
     * @throws IllegalArgumentException if the name is known with another type or class of data
     */
    public boolean has(AttributeKey<?> key) {
        return value(key).isPresent();
    }

    /**
     * Returns the keys that have values.
     *
     * @return the keys, ordered by name
     */
    public Set<AttributeKey<?>> keys() {
        Set<AttributeKey<?>> keys = new LinkedHashSet<>();
        entries.values().forEach(entry -> keys.add(entry.key()));
        return Collections.unmodifiableSet(keys);
    }

    /**
     * Returns the key of a name.
     *
     * @param name the name
     * @return the key, or nothing if no value is known under the name
     */
    public Optional<AttributeKey<?>> key(String name) {
        return Optional.ofNullable(entries.get(checkNotNull(name, "name"))).map(Entry::key);
    }

    /**
     * Returns what is known as plain entries, for storage.
     *
     * @return one entry a value, ordered by name
     */
    public List<AttributeEntry> entries() {
        return entries.values().stream().map(Entry::plain).toList();
    }

    /**
     * Returns the attributes that plain entries say.
     *
     * @param entries each name once
     * @return the attributes
     * @throws IllegalArgumentException if a type is unknown, a value does not fit its type, or a name comes twice
     */
    public static Attributes of(Collection<AttributeEntry> entries) {
        Builder builder = builder();
        for (AttributeEntry entry : entries) {
            checkArgument(
                    !builder.entries.containsKey(entry.name()),
                    "attribute %s must be given once, was given twice",
                    entry.name());
            builder.putPlain(entry, AttributeType.of(entry.type()));
        }
        return builder.build();
    }

    /**
     * Returns the number of values.
     *
     * @return at least zero
     */
    public int size() {
        return entries.size();
    }

    /**
     * Tells whether nothing is known.
     *
     * @return true without any value
     */
    public boolean isEmpty() {
        return entries.isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Attributes that && entries.equals(that.entries);
    }

    @Override
    public int hashCode() {
        return entries.hashCode();
    }

    /** Returns names and values of general data; values of personal and sensitive data as {@code ***}. */
    @Override
    public String toString() {
        Map<String, String> shown = new LinkedHashMap<>();
        entries.forEach((name, entry) -> shown.put(name, entry.shown()));
        return "Attributes" + shown;
    }

    /** One key and its value. */
    private record Entry<T>(AttributeKey<T> key, AttributeValue<T> value) {

        <U> AttributeValue<U> as(AttributeKey<U> asked) {
            checkArgument(
                    key.equals(asked),
                    "attribute \"%s\" must be %s of class %s, was asked as %s of class %s",
                    key,
                    key.type(),
                    key.dataClass(),
                    asked.type(),
                    asked.dataClass());
            return new AttributeValue<>(asked.type().javaType().cast(value.value()), value.provenance());
        }

        AttributeEntry plain() {
            AttributeType<T> type = key.type();
            return new AttributeEntry(
                    key.name(), type.name(), key.dataClass(), type.format(value.value()), value.provenance());
        }

        String shown() {
            return key.sensitivity() == Sensitivity.ORDINARY ? key.type().format(value.value()) : "***";
        }
    }

    /** Collects attributes; which of two statements stays is the update policy's choice. */
    public static final class Builder {

        private final Map<String, Entry<?>> entries = new TreeMap<>();
        private final Map<String, UpdatePolicy> policyByName = new HashMap<>();
        private UpdatePolicy updatePolicy = UpdatePolicy.newestWins();

        private Builder() {}

        /**
         * Sets which of two statements stays from here on, of attributes without a policy of their own.
         *
         * @param policy the policy; the newest statement wins by default
         * @return this
         */
        public Builder updatePolicy(UpdatePolicy policy) {
            this.updatePolicy = checkNotNull(policy, "policy");
            return this;
        }

        /**
         * Sets which of two statements about one attribute stays from here on.
         *
         * @param key the attribute
         * @param policy its policy
         * @return this
         */
        public Builder updatePolicy(AttributeKey<?> key, UpdatePolicy policy) {
            policyByName.put(key.name(), checkNotNull(policy, "policy"));
            return this;
        }

        /**
         * States a value of unknown origin.
         *
         * @param key the key
         * @param value the value
         * @param <T> the Java type of the value
         * @return this
         * @throws IllegalArgumentException if the value is out of range, or the name is present with another type or class of data
         */
        public <T> Builder put(AttributeKey<T> key, T value) {
            return put(key, value, Provenance.UNKNOWN);
        }

        /**
         * States a value.
         *
         * @param key the key
         * @param value the value
         * @param provenance where it comes from
         * @param <T> the Java type of the value
         * @return this
         * @throws IllegalArgumentException if the value is out of range, or the name is present with another type or class of data
         */
        public <T> Builder put(AttributeKey<T> key, T value, Provenance provenance) {
            Entry<T> incoming = new Entry<>(key, new AttributeValue<>(checked(key, value), provenance));
            Entry<?> present = entries.get(key.name());
            UpdatePolicy policy = policyByName.getOrDefault(key.name(), updatePolicy);
            if (present == null || policy.replaces(present.as(key).provenance(), provenance)) {
                entries.put(key.name(), incoming);
            }
            return this;
        }

        /**
         * Forgets a value.
         *
         * @param key the key
         * @return this
         */
        public Builder remove(AttributeKey<?> key) {
            entries.remove(key.name());
            return this;
        }

        /**
         * States all values of another bag with their provenances.
         *
         * @param other the other attributes
         * @return this
         */
        public Builder putAll(Attributes other) {
            other.entries.values().forEach(this::putEntry);
            return this;
        }

        private static <T> T checked(AttributeKey<T> key, T value) {
            try {
                return key.type().check(value);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("attribute " + key + ": " + e.getMessage(), e);
            }
        }

        private <T> void putPlain(AttributeEntry entry, AttributeType<T> type) {
            put(
                    new AttributeKey<>(entry.name(), type, entry.dataClass()),
                    type.parse(entry.value()),
                    entry.provenance());
        }

        private <T> void putEntry(Entry<T> entry) {
            put(entry.key(), entry.value().value(), entry.value().provenance());
        }

        /**
         * Returns the attributes.
         *
         * @return an immutable bag of what was stated
         */
        public Attributes build() {
            return new Attributes(entries);
        }
    }
}
