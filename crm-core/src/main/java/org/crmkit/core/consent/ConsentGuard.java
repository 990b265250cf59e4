package org.crmkit.core.consent;

import java.time.Instant;
import org.crmkit.core.attribute.AttributeKey;
import org.crmkit.core.attribute.Attributes;
import org.crmkit.core.attribute.Sensitivity;
import org.crmkit.core.customer.CustomerId;

/**
 * Decides whether data of a person may be read for a purpose.
 *
 * <p>It may assume nothing: a person it does not know is refused. It must fail closed: without a valid record the answer is no, for every class of data
 * that is not ordinary. The same request always has the same answer, and the answer holds until the {@link AccessDecision#validUntil()} it names.
 * Implementations are immutable, thread-safe and quick, because a rule over a million customers asks a million times; they never print what they
 * guard.
 */
@FunctionalInterface
public interface ConsentGuard {

    /**
     * Returns the decision on one request.
     *
     * @param request who, which data, what for, when
     * @return permitted or refused, with the reason
     */
    AccessDecision decide(AccessRequest request);

    /**
     * Tells whether the data may be read.
     *
     * @param request who, which data, what for, when
     * @return true if permitted
     */
    default boolean permits(AccessRequest request) {
        return decide(request).isPermitted();
    }

    /**
     * Returns what may be read of a person's attributes, for code of one's own: a scorer, a rule, an export. What may not is missing, as if it were unknown.
     *
     * @param person whose attributes
     * @param attributes all that is known
     * @param purpose what for
     * @param at when
     * @return the attributes of the classes that are permitted, with their provenance
     */
    default Attributes readable(CustomerId person, Attributes attributes, Purpose purpose, Instant at) {
        Attributes.Builder readable = attributes.toBuilder();
        for (AttributeKey<?> key : attributes.keys()) {
            if (!permits(AccessRequest.of(person, key.dataClass(), purpose, at))) {
                readable.remove(key);
            }
        }
        return readable.build();
    }

    /**
     * Returns the guard that has no records: it permits ordinary data only.
     *
     * @return the guard for applications that keep no consents
     */
    static ConsentGuard withoutRecords() {
        return request -> AccessDecision.of(
                request.dataClass().sensitivity() == Sensitivity.ORDINARY
                        ? AccessReason.ORDINARY_DATA
                        : AccessReason.NO_CONSENT);
    }
}
