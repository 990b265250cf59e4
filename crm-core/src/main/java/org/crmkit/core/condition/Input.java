package org.crmkit.core.condition;

import static com.google.common.base.Preconditions.checkNotNull;

import org.crmkit.core.attribute.AttributeKey;

/**
 * Something of a customer that a condition reads.
 *
 * @param kind what sort of thing
 * @param name its name; for the id of the customer, the salt
 */
public record Input(Kind kind, String name) {

    /** What sort of thing is read. */
    public enum Kind {
        /** An attribute of the customer. */
        ATTRIBUTE,
        /** A number of the summary. */
        FACT,
        /** Single activities of a stream. */
        EVENTS,
        /** What the activity or line at hand says. */
        ACTIVITY,
        /** A tag. */
        TAG,
        /** A score or label. */
        SCORE,
        /** The definition of another segment. */
        SEGMENT,
        /** The id of the customer. */
        ID,
        /** Something only an extension knows. */
        OTHER
    }

    /**
     * Checks the parts.
     *
     * @param kind what sort of thing
     * @param name its name
     */
    public Input {
        checkNotNull(kind, "kind");
        checkNotNull(name, "name");
    }

    /**
     * Returns an attribute, a fact of the summary, or a fact of the activity or line at hand.
     *
     * @param read what is read
     * @return the input
     */
    public static Input of(Read<?> read) {
        return new Input(kind(read.key()), read.key().name());
    }

    private static Kind kind(AttributeKey<?> key) {
        if (SummaryFacts.isFact(key)) {
            return Kind.FACT;
        }
        return LeafChecks.isOfEvents(key) ? Kind.ACTIVITY : Kind.ATTRIBUTE;
    }

    /**
     * Returns activities of a stream.
     *
     * @param stream the stream
     * @return the input
     */
    public static Input of(EventStream stream) {
        return new Input(Kind.EVENTS, stream.name());
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(java.util.Locale.ROOT) + ' ' + name;
    }
}
