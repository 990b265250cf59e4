package org.crmkit.core.decision;

import java.time.Instant;
import org.crmkit.core.customer.CustomerId;

/** Something that happened to a customer's data and must stay provable: a decision, an access, a change. */
public sealed interface LogEntry permits Decision, DataAccess, DataChange {

    /**
     * Returns whose data.
     *
     * @return the customer
     */
    CustomerId subject();

    /**
     * Returns who did it.
     *
     * @return a person or a process
     */
    String actor();

    /**
     * Returns when it was done.
     *
     * @return the instant
     */
    Instant at();
}
