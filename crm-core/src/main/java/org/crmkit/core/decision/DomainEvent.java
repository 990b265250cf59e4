package org.crmkit.core.decision;

import static com.google.common.base.Preconditions.checkNotNull;

import java.time.Instant;
import java.util.Optional;
import org.crmkit.core.customer.CustomerId;

/**
 * Something about a customer became so: his birthday came, his refill fell due, his tier changed.
 *
 * <p>Labels may tell a date of birth or a diagnosis, so {@link #toString()} does not print them; {@link #id()} does contain one.
 *
 * <p>Delivery is the host's. The {@link #id()} depends on what happened alone, so a host that drops ids it has seen delivers once.
 *
 * @param trigger the trigger that noticed, such as {@code birthday}
 * @param subject the customer
 * @param label what became so: the date of the occasion, the new tier, the level of risk
 * @param before what was so before, if anything
 * @param at when it became so
 */
public record DomainEvent(String trigger, CustomerId subject, String label, Optional<String> before, Instant at) {

    /**
     * Checks the parts.
     *
     * @param trigger the trigger that noticed
     * @param subject the customer
     * @param label what became so
     * @param before what was so before
     * @param at when it became so
     */
    public DomainEvent {
        Checks.name(trigger, "trigger");
        checkNotNull(subject, "subject");
        Checks.name(label, "label");
        checkNotNull(before, "before");
        checkNotNull(at, "at");
    }

    /**
     * Returns the key of the event.
     *
     * @return the same for the same trigger, customer, label and instant, and for no other; slashes and tildes in trigger and label are escaped as in a JSON
     *     pointer, the customer's id comes last and is kept as it is
     */
    public String id() {
        return escaped(trigger) + '/' + escaped(label) + '/' + at + '/' + subject;
    }

    private static String escaped(String text) {
        return text.replace("~", "~0").replace("/", "~1");
    }

    /** Returns trigger, customer and instant; never what became so. */
    @Override
    public String toString() {
        return "DomainEvent[trigger=" + trigger + ", subject=" + subject + ", label=***, at=" + at + ']';
    }
}
