package org.crmkit.core.attribute;

import static com.google.common.base.Preconditions.checkNotNull;

/**
 * A value with its provenance.
 *
 * <p>{@link #toString()} prints the provenance only: a value alone does not know how sensitive it is.
 *
 * @param value the value, in the normal form of its type
 * @param provenance where it came from
 * @param <T> the Java type of the value
 */
public record AttributeValue<T>(T value, Provenance provenance) {

    /**
     * Checks the parts.
     *
     * @param value the value
     * @param provenance where it came from
     */
    public AttributeValue {
        checkNotNull(value, "value");
        checkNotNull(provenance, "provenance");
    }

    /** Returns the provenance; never the value. */
    @Override
    public String toString() {
        return "AttributeValue[value=***, provenance=" + provenance + ']';
    }
}
