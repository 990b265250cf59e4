package org.crmkit.core.decision;

import static com.google.common.base.Preconditions.checkNotNull;

import org.crmkit.core.attribute.Attributes;
import org.crmkit.core.customer.CustomerId;
import org.crmkit.core.time.AsOf;

/**
 * All that a decision may depend on.
 *
 * @param subject about whom
 * @param asOf as of when
 * @param inputs the facts, with their provenance
 */
public record DecisionCase(CustomerId subject, AsOf asOf, Attributes inputs) {

    /**
     * Checks the parts.
     *
     * @param subject about whom
     * @param asOf as of when
     * @param inputs the facts
     */
    public DecisionCase {
        checkNotNull(subject, "subject");
        checkNotNull(asOf, "asOf");
        checkNotNull(inputs, "inputs");
    }
}
