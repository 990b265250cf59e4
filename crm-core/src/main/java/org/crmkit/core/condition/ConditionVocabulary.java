package org.crmkit.core.condition;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.crmkit.core.attribute.AttributeDefinition;
import org.crmkit.core.attribute.AttributeKey;
import org.crmkit.core.attribute.AttributeSchema;

/**
 * The words that conditions read from JSON may use: attributes by name, and kinds of nodes that extensions add.
 *
 * <p>The facts of customers, summaries, activities and lines are always known. Immutable.
 */
public final class ConditionVocabulary {
    private final Map<String, AttributeKey<?>> attributes;
    private final Map<String, Function<Map<String, String>, CustomCondition>> extensions;

    private ConditionVocabulary(
            Map<String, AttributeKey<?>> attributes,
            Map<String, Function<Map<String, String>, CustomCondition>> extensions) {
        this.attributes = attributes;
        this.extensions = extensions;
    }

    /**
     * Returns a vocabulary of given attributes.
     *
     * @param keys the attributes, each name once
     * @return the vocabulary
     * @throws IllegalArgumentException if a name is given twice or belongs to a fact
     */
    public static ConditionVocabulary of(Collection<? extends AttributeKey<?>> keys) {
        Map<String, AttributeKey<?>> byName = new LinkedHashMap<>();
        for (AttributeKey<?> key : keys) {
            checkArgument(
                    !isReserved(key.name()), "attribute must not begin with fact., activity. or line., was %s", key);
            checkArgument(
                    byName.put(key.name(), key) == null, "attribute must be given once, was given twice: %s", key);
        }
        return new ConditionVocabulary(byName, Map.of());
    }

    /**
     * Returns a vocabulary of given attributes.
     *
     * @param keys the attributes, each name once
     * @return the vocabulary
     */
    public static ConditionVocabulary of(AttributeKey<?>... keys) {
        return of(List.of(keys));
    }

    /**
     * Returns the vocabulary of a schema.
     *
     * @param schema the attributes
     * @return the vocabulary
     */
    public static ConditionVocabulary of(AttributeSchema schema) {
        return of(schema.definitions().stream()
                .<AttributeKey<?>>map(AttributeDefinition::key)
                .toList());
    }

    /**
     * Returns this vocabulary with one more kind of node.
     *
     * @param type the word that stands for the kind in JSON; none of the language's own
     * @param reader makes the condition from its parameters; throws IllegalArgumentException if they are wrong
     * @return a changed copy
     */
    public ConditionVocabulary withExtension(String type, Function<Map<String, String>, CustomCondition> reader) {
        Limits.word(type, "type");
        checkArgument(!NodeTypes.ALL.contains(type), "type must not be one of the language's own, was %s", type);
        Map<String, Function<Map<String, String>, CustomCondition>> more = new LinkedHashMap<>(extensions);
        more.put(type, checkNotNull(reader, "reader"));
        return new ConditionVocabulary(attributes, more);
    }

    /**
     * Returns the attribute or fact of a name.
     *
     * @param name the name
     * @return its key, or empty if there is none
     */
    public Optional<AttributeKey<?>> attribute(String name) {
        if (name.startsWith(SummaryFacts.PREFIX)) {
            return SummaryFacts.all().stream()
                    .filter(key -> key.name().equals(name))
                    .findFirst();
        }
        if (name.startsWith(ActivityFacts.PREFIX)) {
            return ActivityFacts.key(name);
        }
        if (name.startsWith(LineFacts.PREFIX)) {
            return LineFacts.key(name);
        }
        AttributeKey<?> given = attributes.get(name);
        return given == null ? CustomerFacts.key(name) : Optional.of(given);
    }

    /**
     * Returns the attributes, without facts.
     *
     * @return the keys in the order given
     */
    public List<AttributeKey<?>> attributes() {
        return List.copyOf(attributes.values());
    }

    /**
     * Returns the reader of a kind of node.
     *
     * @param type the word that stands for the kind
     * @return the reader, or empty if no extension of the kind is known
     */
    public Optional<Function<Map<String, String>, CustomCondition>> extension(String type) {
        return Optional.ofNullable(extensions.get(type));
    }

    /**
     * Returns the kinds of nodes that extensions add.
     *
     * @return the words, in the order they were added
     */
    public Set<String> extensionTypes() {
        return extensions.keySet();
    }

    private static boolean isReserved(String name) {
        return name.startsWith(SummaryFacts.PREFIX)
                || name.startsWith(ActivityFacts.PREFIX)
                || name.startsWith(LineFacts.PREFIX);
    }
}
