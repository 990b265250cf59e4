package org.crmkit.core.condition;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.crmkit.core.activity.Purchase;
import org.crmkit.core.activity.PurchaseLine;
import org.crmkit.core.attribute.AttributeKey;
import org.crmkit.core.consent.Purpose;
import org.crmkit.core.profile.Profile;
import org.jspecify.annotations.Nullable;

/**
 * A question about a customer, as a tree: junctions and negations over {@linkplain Leaf leaves} that read one thing each.
 *
 * <p>Conditions are values: immutable, equal when they say the same in the same order. They are built with {@link Conditions} or read from JSON.
 * The answer is true, false or unknown, in Kleene's logic; it depends on nothing but the profile and the context, and not on the order of parts.
 *
 * <p>A tree that is nested deeper than {@link #MOST_DEPTH}, or has more than {@link #MOST_NODES} nodes, is refused when it is built, be it in Java or from
 * JSON: no condition can exhaust the stack of the thread that asks it. "At most" counts as two levels, names count nothing.
 */
public sealed interface Condition
        permits Condition.All,
                Condition.Any,
                Condition.Not,
                Condition.AtLeast,
                Condition.AtMost,
                Condition.Always,
                Condition.Never,
                Condition.IfMissing,
                Condition.Annotated,
                Leaf {

    /** How deep conditions may be nested: whoever reads one gave up long before. */
    int MOST_DEPTH = 64;

    /** How many junctions and leaves a condition may have. */
    int MOST_NODES = 10_000;

    /**
     * Calls the function for the kind of this node.
     *
     * @param cases one function a kind
     * @param <R> what the functions return
     * @return what the function returned
     */
    <R extends @Nullable Object> R match(ConditionCases<R> cases);

    /**
     * Returns the conditions that this one is made of.
     *
     * @return the parts, in their order; empty for a leaf
     */
    List<Condition> parts();

    /**
     * Asks a profile, as of its own instant, with nothing permitted that needs a consent.
     *
     * @param profile the customer
     * @return the answer
     */
    default Truth evaluate(Profile profile) {
        return evaluate(profile, EvaluationContext.STANDARD);
    }

    /**
     * Asks a profile.
     *
     * @param profile the customer
     * @param context the moment, the segments referred to, consents, and what else is given
     * @return the answer
     * @throws IllegalArgumentException if a segment is not defined or refers to itself, or an attribute is known with another type
     */
    default Truth evaluate(Profile profile, EvaluationContext context) {
        return Interpreter.of(profile, context).truth(this);
    }

    /**
     * Asks a line of a purchase, whoever bought it: is it what the offer is about?
     *
     * <p>A condition on both line and customer is asked of the profile, in a context {@linkplain EvaluationContext#withLine with the line}.
     *
     * @param purchase the purchase
     * @param line the line
     * @return the answer
     * @throws IllegalArgumentException if this reads anything but {@link ActivityFacts} and {@link LineFacts}
     */
    default Truth evaluate(Purchase purchase, PurchaseLine line) {
        LeafChecks.onEvents(this, "condition on a line");
        return EventQuestion.ask(this, checkNotNull(purchase, "purchase"), checkNotNull(line, "line"));
    }

    /**
     * Asks a profile, and says why, until when, and what would turn the answer. Of many profiles a {@link #prepared} condition is asked.
     *
     * @param profile the customer
     * @param context the moment, the segments referred to, consents, and what else is given
     * @return the answer with all that is to be said of it
     */
    default Verdict explain(Profile profile, EvaluationContext context) {
        return Explainer.of(this, context).explain(Interpreter.of(profile, context));
    }

    /**
     * Returns this condition with all worked out that does not depend on a customer: for explaining many who come one by one.
     *
     * @return the condition, ready to be explained
     */
    default PreparedCondition prepared() {
        return PreparedCondition.of(this);
    }

    /**
     * Asks a profile as of its own instant, and says why, until when, and what would turn the answer.
     *
     * @param profile the customer
     * @return the answer with all that is to be said of it
     */
    default Verdict explain(Profile profile) {
        return explain(profile, EvaluationContext.STANDARD);
    }

    /**
     * Returns this condition as JSON: the node alone, without the document around it.
     *
     * @return one line, keys in a fixed order, defaults left out; equal conditions give equal text
     */
    default String toJson() {
        return JsonText.of(this);
    }

    /**
     * Returns an equivalent condition in a form that does not depend on order, nesting, repetition or names.
     *
     * @return the normal form; normalizing it again changes nothing
     */
    default Condition normalized() {
        return Normalizer.normalize(this);
    }

    /**
     * Returns the fingerprint of what the condition means.
     *
     * @return SHA-256 of the JSON of the normal form, 64 hexadecimal digits; ids, labels and the order of parts do not change it
     */
    default String hash() {
        return Normalizer.hash(this);
    }

    /**
     * Returns the condition as a sentence a person can read; literals compared with sensitive attributes are masked.
     *
     * @param locale the language; English where there is no text in a language
     * @return the text
     */
    default String toText(Locale locale) {
        return ConditionText.of(this, locale);
    }

    /**
     * Returns the condition as a sentence, showing literals of sensitive attributes that are read for a granted purpose.
     *
     * @param locale the language; English where there is no text in a language
     * @param granted the purposes for which the reader of the text may know
     * @return the text
     */
    default String toText(Locale locale, Set<Purpose> granted) {
        return ConditionText.in(locale, granted).say(this);
    }

    /**
     * Returns the condition as a sentence, with words of the house for its own attributes.
     *
     * @param locale the language; English where there is no text in a language
     * @param granted the purposes for which the reader of the text may know
     * @param names the words for an attribute in that language, such as "the shop's rating"; where it has none, those of the library, or else the
     *     attribute's name
     * @return the text
     */
    default String toText(Locale locale, Set<Purpose> granted, Function<AttributeKey<?>, Optional<String>> names) {
        return ConditionText.in(locale, granted, names).say(this);
    }

    /**
     * Returns the negation.
     *
     * @return true where this is false, false where it is true, unknown where it is unknown
     */
    default Condition negated() {
        return new Not(this);
    }

    /**
     * Returns this condition or, for customers for whom it is unknown, a given answer.
     *
     * @param answer what to answer for the unknown
     * @return a condition that is never unknown
     * @throws IllegalStateException if this is not a leaf
     */
    default Condition ifMissing(boolean answer) {
        if (this instanceof Annotated annotated) {
            return new Annotated(annotated.of().ifMissing(answer), annotated.id(), annotated.label());
        }
        if (this instanceof IfMissing other) {
            return new IfMissing(other.of(), answer);
        }
        if (this instanceof Leaf leaf) {
            return new IfMissing(leaf, answer);
        }
        throw new IllegalStateException(
                "ifMissing must be said of a leaf, was said of " + getClass().getSimpleName());
    }

    /**
     * Returns this condition with an id by which explanations and tools refer to it.
     *
     * @param id the id
     * @return the same condition, annotated
     */
    default Condition withId(String id) {
        Optional<String> label = this instanceof Annotated annotated ? annotated.label() : Optional.empty();
        return new Annotated(bare(), Optional.of(id), label);
    }

    /**
     * Returns this condition with words of the house for it, which explanations show in place of their own.
     *
     * @param label the words
     * @return the same condition, annotated
     */
    default Condition withLabel(String label) {
        Optional<String> id = this instanceof Annotated annotated ? annotated.id() : Optional.empty();
        return new Annotated(bare(), id, Optional.of(label));
    }

    /**
     * Returns this condition without its id and label.
     *
     * @return what is annotated, or this
     */
    default Condition bare() {
        return this instanceof Annotated annotated ? annotated.of() : this;
    }

    // Nodes that hold others compare by hand: the equals of a record takes a kilobyte and more of stack for each level
    // while it is interpreted.

    /**
     * Holds if all parts hold; without parts it holds.
     *
     * @param parts the parts, at most 10,000
     */
    record All(List<Condition> parts) implements Condition {
        /**
         * Copies the parts.
         *
         * @param parts the parts
         */
        public All {
            parts = Limits.list(parts, "parts", Limits.MOST_CHILDREN);
            TreeSize.check(1, parts);
        }

        @Override
        public <R extends @Nullable Object> R match(ConditionCases<R> cases) {
            return cases.all(this);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other || other instanceof All that && parts.equals(that.parts);
        }

        @Override
        public int hashCode() {
            return 31 * parts.hashCode() + 1;
        }
    }

    /**
     * Holds if any part holds; without parts it does not.
     *
     * @param parts the parts, at most 10,000
     */
    record Any(List<Condition> parts) implements Condition {
        /**
         * Copies the parts.
         *
         * @param parts the parts
         */
        public Any {
            parts = Limits.list(parts, "parts", Limits.MOST_CHILDREN);
            TreeSize.check(1, parts);
        }

        @Override
        public <R extends @Nullable Object> R match(ConditionCases<R> cases) {
            return cases.any(this);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other || other instanceof Any that && parts.equals(that.parts);
        }

        @Override
        public int hashCode() {
            return 31 * parts.hashCode() + 2;
        }
    }

    /**
     * Holds if the part does not.
     *
     * @param of the part
     */
    record Not(Condition of) implements Condition {
        /**
         * Checks the part.
         *
         * @param of the part
         */
        public Not {
            checkNotNull(of, "of");
            TreeSize.check(1, List.of(of));
        }

        @Override
        public List<Condition> parts() {
            return List.of(of);
        }

        @Override
        public <R extends @Nullable Object> R match(ConditionCases<R> cases) {
            return cases.not(this);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other || other instanceof Not that && of.equals(that.of);
        }

        @Override
        public int hashCode() {
            return 31 * of.hashCode() + 3;
        }
    }

    /**
     * Holds if at least a number of parts hold.
     *
     * @param count how many, in [0, number of parts]
     * @param parts the parts
     */
    record AtLeast(int count, List<Condition> parts) implements Condition {
        /**
         * Copies the parts.
         *
         * @param count how many
         * @param parts the parts
         */
        public AtLeast {
            parts = Limits.list(parts, "parts", Limits.MOST_CHILDREN);
            TreeSize.check(1, parts);
            checkArgument(count >= 0 && count <= parts.size(), "count must be in [0, %s], was %s", parts.size(), count);
        }

        @Override
        public <R extends @Nullable Object> R match(ConditionCases<R> cases) {
            return cases.atLeast(this);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other || other instanceof AtLeast that && count == that.count && parts.equals(that.parts);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * parts.hashCode() + count) + 4;
        }
    }

    /**
     * Holds if at most a number of parts hold.
     *
     * @param count how many, in [0, number of parts]
     * @param parts the parts
     */
    record AtMost(int count, List<Condition> parts) implements Condition {
        /**
         * Copies the parts.
         *
         * @param count how many
         * @param parts the parts
         */
        public AtMost {
            parts = Limits.list(parts, "parts", Limits.MOST_CHILDREN);
            TreeSize.check(2, parts);
            checkArgument(count >= 0 && count <= parts.size(), "count must be in [0, %s], was %s", parts.size(), count);
        }

        @Override
        public <R extends @Nullable Object> R match(ConditionCases<R> cases) {
            return cases.atMost(this);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other || other instanceof AtMost that && count == that.count && parts.equals(that.parts);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * parts.hashCode() + count) + 5;
        }
    }

    /** Holds for everyone. */
    record Always() implements Condition {
        @Override
        public List<Condition> parts() {
            return List.of();
        }

        @Override
        public <R extends @Nullable Object> R match(ConditionCases<R> cases) {
            return cases.always(this);
        }
    }

    /** Holds for no one. */
    record Never() implements Condition {
        @Override
        public List<Condition> parts() {
            return List.of();
        }

        @Override
        public <R extends @Nullable Object> R match(ConditionCases<R> cases) {
            return cases.never(this);
        }
    }

    /**
     * A leaf with an answer for customers for whom it is unknown.
     *
     * @param of the leaf
     * @param answer what to answer for the unknown
     */
    record IfMissing(Leaf of, boolean answer) implements Condition {
        /**
         * Checks the leaf.
         *
         * @param of the leaf
         * @param answer what to answer for the unknown
         */
        public IfMissing {
            checkNotNull(of, "of");
            checkArgument(!(of instanceof Leaf.Opaque), "of must be of a known kind: others stay as they were read");
        }

        @Override
        public List<Condition> parts() {
            return List.of(of);
        }

        @Override
        public <R extends @Nullable Object> R match(ConditionCases<R> cases) {
            return cases.ifMissing(this);
        }
    }

    /**
     * A condition with a name; names never change the answer.
     *
     * @param of the condition, itself without a name
     * @param id by which explanations and tools refer to it
     * @param label words of the house for it
     */
    record Annotated(Condition of, Optional<String> id, Optional<String> label) implements Condition {
        /**
         * Checks the words.
         *
         * @param of the condition
         * @param id by which explanations and tools refer to it
         * @param label words of the house for it
         */
        public Annotated {
            checkNotNull(of, "of");
            checkArgument(!(of instanceof Annotated), "of must not be annotated itself");
            checkArgument(!(of instanceof Leaf.Opaque), "of must be of a known kind: others stay as they were read");
            checkArgument(id.isPresent() || label.isPresent(), "id or label must be given, neither was");
            id.ifPresent(text -> Limits.word(text, "id"));
            label.ifPresent(text -> Limits.word(text, "label"));
        }

        @Override
        public List<Condition> parts() {
            return List.of(of);
        }

        @Override
        public <R extends @Nullable Object> R match(ConditionCases<R> cases) {
            return cases.annotated(this);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other
                    || other instanceof Annotated that
                            && id.equals(that.id)
                            && label.equals(that.label)
                            && of.equals(that.of);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * of.hashCode() + id.hashCode()) + label.hashCode();
        }
    }
}
