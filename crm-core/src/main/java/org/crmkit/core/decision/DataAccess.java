package org.crmkit.core.decision;

import static com.google.common.base.Preconditions.checkNotNull;

import java.time.Instant;
import org.crmkit.core.consent.AccessReason;
import org.crmkit.core.consent.AccessRequest;
import org.crmkit.core.customer.CustomerId;

/**
 * Someone asked to read data, and was let or not.
 *
 * @param actor who asked
 * @param request whose data, of which class, what for, when
 * @param reason the guard's answer
 */
public record DataAccess(String actor, AccessRequest request, AccessReason reason) implements LogEntry {

    /**
     * Checks the parts.
     *
     * @param actor who asked
     * @param request what was asked
     * @param reason the guard's answer
     */
    public DataAccess {
        Checks.name(actor, "actor");
        checkNotNull(request, "request");
        checkNotNull(reason, "reason");
    }

    @Override
    public CustomerId subject() {
        return request.person();
    }

    @Override
    public Instant at() {
        return request.at();
    }
}
