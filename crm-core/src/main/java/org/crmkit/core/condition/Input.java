package org.crmkit.core.condition;

import static com.google.common.base.Preconditions.checkNotNull;

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
     * Returns an attribute or a fact of the summary.
     *
     * @param read what is read
     * @return the input
     */
    public static Input of(Read<?> read) {
        return new Input(
                SummaryFacts.isFact(read.key()) ? Kind.FACT : Kind.ATTRIBUTE,
                read.key().name());
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
