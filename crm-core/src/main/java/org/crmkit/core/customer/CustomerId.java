package org.crmkit.core.customer;

import static com.google.common.base.Preconditions.checkNotNull;

import org.crmkit.core.internal.check.Words;

/**
 * The key under which one customer is known.
 *
 * <p>It may be a card number, an account number or the id of a cluster of matched records; the library reads nothing into it.
 *
 * @param value 1 to 200 characters, not blank, kept as given
 */
public record CustomerId(String value) implements Comparable<CustomerId> {

    /** The longest id. */
    public static final int MAX_LENGTH = 200;

    /**
     * Checks the parts.
     *
     * @param value 1 to 200 characters
     */
    public CustomerId {
        Words.text(value, "customerId", MAX_LENGTH);
    }

    /**
     * Returns an id.
     *
     * @param value 1 to 200 characters, not blank
     * @return the id
     */
    public static CustomerId of(String value) {
        return new CustomerId(value);
    }

    /** Orders by the text, character by character. */
    @Override
    public int compareTo(CustomerId other) {
        return value.compareTo(checkNotNull(other, "other").value);
    }

    /** Returns the text of the id. */
    @Override
    public String toString() {
        return value;
    }
}
