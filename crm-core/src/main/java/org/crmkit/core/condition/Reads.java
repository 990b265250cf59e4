package org.crmkit.core.condition;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
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

    /** Returns the attributes that a leaf compares. */
    static List<Read<?>> attributes(Leaf leaf) {
        return leaf instanceof Leaf.Near near
                ? List.of(near.latitude(), near.longitude())
                : attribute(leaf).<List<Read<?>>>map(List::of).orElse(List.of());
    }

    /** Tells whether the passing of time cannot change a leaf. */
    static boolean isTimeless(Leaf leaf) {
        Optional<Read<?>> read = attribute(leaf);
        if (read.isPresent()) {
            return !(leaf instanceof Leaf.Age)
                    && !(leaf instanceof Leaf.Anniversary)
                    && !read.get().key().isSensitive()
                    && !SummaryFacts.isFact(read.get().key());
        }
        return leaf instanceof Leaf.ScoreTest
                || leaf instanceof Leaf.Labeled
                || leaf instanceof Leaf.Sample
                || leaf instanceof Leaf.Opaque;
    }

    /** Returns the values that a leaf compares an attribute with. */
    static List<?> literals(Leaf leaf) {
        if (leaf instanceof Leaf.Compare<?> compare) {
            return List.of(compare.value());
        }
        if (leaf instanceof Leaf.Between<?> between) {
            return List.of(between.low(), between.high());
        }
        return leaf instanceof Leaf.OneOf<?> oneOf ? List.copyOf(oneOf.values()) : List.of();
    }

    /** Compares a value of a fact with a literal of the same type. */
    static int compare(Object value, Object literal) {
        if (value instanceof Long number) {
            return number.compareTo((Long) literal);
        }
        return value instanceof BigDecimal decimal
                ? decimal.compareTo((BigDecimal) literal)
                : ((LocalDate) value).compareTo((LocalDate) literal);
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
