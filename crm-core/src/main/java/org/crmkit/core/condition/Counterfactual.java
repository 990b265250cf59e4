package org.crmkit.core.condition;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.crmkit.core.attribute.AttributeKey;

/**
 * What would have to be otherwise for the answer to turn.
 *
 * <p>The cost is the number of things that change: attributes, facts, tags, scores, and aggregates of events, each aggregate and window for itself.
 * What several leaves read of one thing changes together, and what is known is not taken to be forgotten, unless it is asked whether it is known.
 * A segment changes as one thing, unless it reads something that another part of the condition reads as well; then what it reads changes. Conditions of
 * your own are taken to answer as they do.
 *
 * @param changes the changes, at least one
 */
public record Counterfactual(List<Change> changes) {

    /**
     * Copies the changes.
     *
     * @param changes the changes
     */
    public Counterfactual {
        changes = List.copyOf(changes);
        checkArgument(!changes.isEmpty(), "changes must hold at least one element");
    }

    /**
     * Returns a context in which the changes are taken to have happened.
     *
     * @param context the context to begin with
     * @return a context under which the condition has the other answer
     */
    public EvaluationContext appliedTo(EvaluationContext context) {
        EvaluationContext assuming = context;
        for (Change change : changes) {
            for (Map.Entry<Leaf, Truth> answer : change.answers().entrySet()) {
                assuming = assuming.assuming(answer.getKey(), answer.getValue());
            }
        }
        return assuming;
    }

    /**
     * One thing that changes.
     *
     * @param input what changes
     * @param to the value it must get, where one can be named; without it, the leaves must answer as told
     * @param answers what the leaves that read it answer then
     */
    public record Change(Input input, Optional<Assignment<?>> to, Map<Leaf, Truth> answers) {
        /**
         * Copies the answers in their order.
         *
         * @param input what changes
         * @param to the value it must get
         * @param answers what the leaves that read it answer then
         */
        public Change {
            checkNotNull(input, "input");
            checkNotNull(to, "to");
            answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
        }

        /**
         * Returns the change in words; values of sensitive attributes are masked.
         *
         * @param locale the language
         * @return the text
         */
        public String toText(Locale locale) {
            ConditionText text = ConditionText.in(locale, Set.of());
            StringBuilder said = new StringBuilder();
            answers.forEach((leaf, truth) -> {
                String words = text.say(leaf);
                said.append(said.length() == 0 ? "" : text.word("list.and"))
                        .append(truth == Truth.FALSE ? text.word("not", words) : words);
            });
            return said.toString();
        }
    }

    /**
     * A value for an attribute.
     *
     * @param key the attribute
     * @param value the value
     * @param <T> the type of the value
     */
    public record Assignment<T>(AttributeKey<T> key, T value) {
        /**
         * Checks the value.
         *
         * @param key the attribute
         * @param value the value
         */
        public Assignment {
            checkNotNull(key, "key");
            value = key.type().check(value);
        }

        /** Returns the key, and the value unless it is sensitive. */
        @Override
        public String toString() {
            return key + " = " + (key.isSensitive() ? "***" : key.type().format(value));
        }
    }
}
