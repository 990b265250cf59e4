package org.crmkit.core.attribute;

import static com.google.common.base.Preconditions.checkNotNull;

import java.time.Instant;
import java.util.Optional;
import org.crmkit.core.internal.check.Words;

/**
 * Where a piece of data came from.
 *
 * @param source the system or party that stated it, such as {@code pos}, {@code crm}, {@code customer}
 * @param collectedAt when it was stated, if known
 * @param channel the way it was collected, such as {@code app} or {@code counter}, if known
 */
public record Provenance(String source, Optional<Instant> collectedAt, Optional<String> channel) {

    private static final int MAX_LENGTH = 200;

    /** Nothing is known of the origin. */
    public static final Provenance UNKNOWN = new Provenance("unknown", Optional.empty(), Optional.empty());

    /**
     * Checks the parts.
     *
     * @param source the system or party that stated it
     * @param collectedAt when it was stated
     * @param channel the way it was collected
     */
    public Provenance {
        Words.text(source, "source", MAX_LENGTH);
        checkNotNull(collectedAt, "collectedAt");
        checkNotNull(channel, "channel");
        channel.ifPresent(text -> Words.text(text, "channel", MAX_LENGTH));
    }

    /**
     * Returns the provenance of a source without a time.
     *
     * @param source the system or party
     * @return the provenance
     */
    public static Provenance of(String source) {
        return new Provenance(source, Optional.empty(), Optional.empty());
    }

    /**
     * Returns the provenance of a source at a time.
     *
     * @param source the system or party
     * @param collectedAt when it was stated
     * @return the provenance
     */
    public static Provenance of(String source, Instant collectedAt) {
        return new Provenance(source, Optional.of(collectedAt), Optional.empty());
    }

    /**
     * Returns this with a channel.
     *
     * @param newChannel the way of collection
     * @return a changed copy
     */
    public Provenance via(String newChannel) {
        return new Provenance(source, collectedAt, Optional.of(newChannel));
    }
}
