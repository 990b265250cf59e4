package org.crmkit.core.condition;

import java.util.Optional;

/** What a leaf reads. */
final class Reads {
    private Reads() {}

    /** Returns the attribute that a leaf compares, or empty if it reads something else, or two attributes. */
    static Optional<Read<?>> attribute(Leaf leaf) {
        if (leaf instanceof Leaf.Compare<?> compare) {
            return Optional.of(compare.read());
        }
        if (leaf instanceof Leaf.Between<?> between) {
            return Optional.of(between.read());
        }
        if (leaf instanceof Leaf.OneOf<?> oneOf) {
            return Optional.of(oneOf.read());
        }
        if (leaf instanceof Leaf.TextTest text) {
            return Optional.of(text.read());
        }
        if (leaf instanceof Leaf.Present present) {
            return Optional.of(present.read());
        }
        if (leaf instanceof Leaf.SetTest set) {
            return Optional.of(set.read());
        }
        if (leaf instanceof Leaf.Age age) {
            return Optional.of(age.read());
        }
        return leaf instanceof Leaf.Anniversary anniversary ? Optional.of(anniversary.read()) : Optional.empty();
    }

    /** Tells whether a condition on events must be asked of lines. */
    static boolean ofLines(Condition condition) {
        if (condition instanceof Leaf leaf) {
            return attribute(leaf)
                    .map(read -> read.key().name().startsWith(LineFacts.PREFIX))
                    .orElse(false);
        }
        for (Condition part : condition.parts()) {
            if (ofLines(part)) {
                return true;
            }
        }
        return false;
    }
}
