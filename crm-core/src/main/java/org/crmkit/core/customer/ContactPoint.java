package org.crmkit.core.customer;

import static com.google.common.base.Preconditions.checkNotNull;

import org.crmkit.core.attribute.Provenance;
import org.crmkit.core.internal.check.Words;
import org.crmkit.core.time.Window;

/**
 * One way to reach a customer. {@link #toString()} does not print the address.
 *
 * @param kind the kind of address
 * @param value the address, number or handle, 1 to 500 characters, as given
 * @param valid when it may be used
 * @param provenance where it came from
 */
public record ContactPoint(Kind kind, String value, Window valid, Provenance provenance) {

    private static final int MAX_LENGTH = 500;

    /** Kinds of addresses. */
    public enum Kind {
        /** An e-mail address. */
        EMAIL,
        /** A telephone number, also for text messages. */
        PHONE,
        /** A postal address. */
        POSTAL,
        /** An account in the own app or shop. */
        APP,
        /** A handle on a messaging or social network. */
        SOCIAL
    }

    /**
     * Checks the parts.
     *
     * @param kind the kind of address
     * @param value the address
     * @param valid when it may be used
     * @param provenance where it came from
     */
    public ContactPoint {
        checkNotNull(kind, "kind");
        Words.text(value, "contact point", MAX_LENGTH);
        checkNotNull(valid, "valid");
        checkNotNull(provenance, "provenance");
    }

    /**
     * Returns a contact point of unknown origin for all time.
     *
     * @param kind the kind of address
     * @param value the address
     * @return the contact point
     */
    public static ContactPoint of(Kind kind, String value) {
        return new ContactPoint(kind, value, Window.ALWAYS, Provenance.UNKNOWN);
    }

    /** Returns kind, validity and provenance; never the address. */
    @Override
    public String toString() {
        return "ContactPoint[kind=" + kind + ", value=***, valid=" + valid + ", provenance=" + provenance + ']';
    }
}
