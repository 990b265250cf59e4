package org.crmkit.core.attribute;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.util.Optional;
import org.crmkit.core.internal.check.Words;

/**
 * What a schema says of one attribute.
 *
 * @param key the typed name
 * @param description what a person reads, 1 to 500 characters
 * @param required whether every customer must have it
 * @param codeList the name of the code list that its codes come from, for codes and sets of texts
 * @param least the least value allowed, for ordered types
 * @param greatest the greatest value allowed, for ordered types
 * @param update which of two statements stays; the newer one where nothing is said
 * @param <T> the Java type of the values
 */
public record AttributeDefinition<T>(
        AttributeKey<T> key,
        String description,
        boolean required,
        Optional<String> codeList,
        Optional<T> least,
        Optional<T> greatest,
        Optional<UpdatePolicy.Standard> update) {

    private static final int MAX_DESCRIPTION = 500;

    /**
     * Checks the parts.
     *
     * @param key the typed name
     * @param description what a person reads
     * @param required whether every customer must have it
     * @param codeList the name of the code list that its codes come from
     * @param least the least value allowed
     * @param greatest the greatest value allowed
     * @param update which of two statements stays
     */
    public AttributeDefinition {
        checkNotNull(key, "key");
        checkNotNull(update, "update");
        Words.text(description, "description", MAX_DESCRIPTION);
        AttributeType<T> type = key.type();
        codeList.ifPresent(name ->
                checkArgument(isCoded(type), "codeList of \"%s\" must be absent for type %s, was %s", key, type, name));
        least = least.map(type::check);
        greatest = greatest.map(type::check);
        checkArgument(
                type.isOrdered() || (least.isEmpty() && greatest.isEmpty()),
                "least and greatest of \"%s\" must be absent for type %s",
                key,
                type);
        if (least.isPresent() && greatest.isPresent()) {
            checkArgument(
                    type.compare(least.get(), greatest.get()) <= 0,
                    "least of \"%s\" must not exceed greatest, was %s and %s",
                    key,
                    least.get(),
                    greatest.get());
        }
    }

    /**
     * Returns the definition of an optional attribute without limits.
     *
     * @param key the typed name
     * @param description what a person reads
     * @param <T> the Java type of the values
     * @return the definition
     */
    public static <T> AttributeDefinition<T> of(AttributeKey<T> key, String description) {
        return new AttributeDefinition<>(
                key, description, false, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * Returns the definition that a store holds, its limits as text in the form of the key's type.
     *
     * @param key the typed name
     * @param description what a person reads
     * @param required whether every customer must have it
     * @param codeList the name of the code list that its codes come from
     * @param least the {@linkplain #leastText() text} of the least value allowed
     * @param greatest the {@linkplain #greatestText() text} of the greatest value allowed
     * @param update which of two statements stays
     * @param <T> the Java type of the values
     * @return the definition
     * @throws IllegalArgumentException if a text is not of the form, or the parts do not fit each other
     */
    public static <T> AttributeDefinition<T> parse(
            AttributeKey<T> key,
            String description,
            boolean required,
            Optional<String> codeList,
            Optional<String> least,
            Optional<String> greatest,
            Optional<UpdatePolicy.Standard> update) {
        AttributeType<T> type = key.type();
        return new AttributeDefinition<>(
                key, description, required, codeList, least.map(type::parse), greatest.map(type::parse), update);
    }

    /**
     * Returns the least value allowed as text.
     *
     * @return the text in the form of the type; nothing if there is no limit
     */
    public Optional<String> leastText() {
        return least.map(key.type()::format);
    }

    /**
     * Returns the greatest value allowed as text.
     *
     * @return the text in the form of the type; nothing if there is no limit
     */
    public Optional<String> greatestText() {
        return greatest.map(key.type()::format);
    }

    /**
     * Returns this as required.
     *
     * @return a changed copy
     */
    public AttributeDefinition<T> asRequired() {
        return new AttributeDefinition<>(key, description, true, codeList, least, greatest, update);
    }

    /**
     * Returns this with codes from a list.
     *
     * @param list the list
     * @return a changed copy
     */
    public AttributeDefinition<T> from(CodeList list) {
        return new AttributeDefinition<>(key, description, required, Optional.of(list.name()), least, greatest, update);
    }

    /**
     * Returns this with limits.
     *
     * @param newLeast the least value allowed
     * @param newGreatest the greatest value allowed
     * @return a changed copy
     */
    public AttributeDefinition<T> between(T newLeast, T newGreatest) {
        return new AttributeDefinition<>(
                key, description, required, codeList, Optional.of(newLeast), Optional.of(newGreatest), update);
    }

    /**
     * Returns this with a lower limit only.
     *
     * @param newLeast the least value allowed
     * @return a changed copy
     */
    public AttributeDefinition<T> atLeast(T newLeast) {
        return new AttributeDefinition<>(
                key, description, required, codeList, Optional.of(newLeast), Optional.empty(), update);
    }

    /**
     * Returns this with a say on which of two statements stays.
     *
     * @param policy the policy
     * @return a changed copy
     */
    public AttributeDefinition<T> updatedBy(UpdatePolicy.Standard policy) {
        return new AttributeDefinition<>(key, description, required, codeList, least, greatest, Optional.of(policy));
    }

    private static boolean isCoded(AttributeType<?> type) {
        return type.equals(AttributeType.CODE) || type.equals(AttributeType.TEXT_SET);
    }
}
