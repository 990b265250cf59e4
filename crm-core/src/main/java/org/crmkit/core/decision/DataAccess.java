package org.crmkit.core.decision;

import static com.google.common.base.Preconditions.checkNotNull;

import java.time.Instant;
import java.util.function.Consumer;
import org.crmkit.core.consent.AccessDecision;
import org.crmkit.core.consent.AccessReason;
import org.crmkit.core.consent.AccessRequest;
import org.crmkit.core.consent.ConsentGuard;
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

    /**
     * Returns a guard that also tells every question and its answer.
     *
     * @param guard the guard that decides
     * @param actor who asks through it
     * @param sink takes the record of each question, before the asker gets the answer
     * @return the guard
     */
    public static ConsentGuard audited(ConsentGuard guard, String actor, Consumer<DataAccess> sink) {
        checkNotNull(guard, "guard");
        checkNotNull(sink, "sink");
        Checks.name(actor, "actor");
        return request -> {
            AccessDecision decision = guard.decide(request);
            sink.accept(new DataAccess(actor, request, decision.reason()));
            return decision;
        };
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
