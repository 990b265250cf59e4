package org.crmkit.core.customer;

import static com.google.common.base.Preconditions.checkNotNull;

import java.time.Instant;
import org.crmkit.core.internal.check.Words;
import org.crmkit.core.time.Window;

/**
 * A label that someone put on a customer for a while. {@link #toString()} does not print the label, which may tell anything.
 *
 * @param value the label, 1 to 200 characters
 * @param source who put it on: a person, a rule, a system
 * @param valid when it holds; open-ended up to {@link Instant#MAX}
 */
public record Tag(String value, String source, Window valid) {

    private static final int MAX_LENGTH = 200;

    /**
     * Checks the parts.
     *
     * @param value the label
     * @param source who put it on
     * @param valid when it holds
     */
    public Tag {
        Words.text(value, "tag", MAX_LENGTH);
        Words.text(source, "source", MAX_LENGTH);
        checkNotNull(valid, "valid");
    }

    /**
     * Returns a tag for all time.
     *
     * @param value the label
     * @param source who put it on
     * @return the tag
     */
    public static Tag of(String value, String source) {
        return new Tag(value, source, Window.ALWAYS);
    }

    /**
     * Returns an open-ended tag.
     *
     * @param value the label
     * @param source who put it on
     * @param from the first instant at which it holds
     * @return the tag
     */
    public static Tag since(String value, String source, Instant from) {
        return new Tag(value, source, Window.since(from));
    }

    /**
     * Tells whether the tag holds at an instant.
     *
     * @param instant the instant
     * @return true inside the valid window
     */
    public boolean holdsAt(Instant instant) {
        return valid.contains(instant);
    }

    /** Returns source and validity; never the label. */
    @Override
    public String toString() {
        return "Tag[value=***, source=" + source + ", valid=" + valid + ']';
    }
}
