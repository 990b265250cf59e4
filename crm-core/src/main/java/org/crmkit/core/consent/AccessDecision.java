package org.crmkit.core.consent;

import static com.google.common.base.Preconditions.checkNotNull;

import java.time.Instant;

/**
 * Whether data may be read, why, and until when that answer holds.
 *
 * @param reason why, which also says whether access is permitted
 * @param validUntil the first instant after the asked one at which the answer changes if nothing is recorded meanwhile; {@link Instant#MAX} for never
 */
public record AccessDecision(AccessReason reason, Instant validUntil) {

    /**
     * Checks the parts.
     *
     * @param reason why
     * @param validUntil the first instant at which the answer changes
     */
    public AccessDecision {
        checkNotNull(reason, "reason");
        checkNotNull(validUntil, "validUntil");
    }

    /**
     * Returns a decision that holds until something is recorded.
     *
     * @param reason why
     * @return the decision
     */
    public static AccessDecision of(AccessReason reason) {
        return new AccessDecision(reason, Instant.MAX);
    }

    /**
     * Tells whether the data may be read.
     *
     * @return true if access is permitted
     */
    public boolean isPermitted() {
        return reason.isPermitted();
    }
}
