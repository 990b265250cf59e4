package org.crmkit.core.profile;

import org.crmkit.core.attribute.Attributes;
import org.crmkit.core.customer.CustomerId;
import org.crmkit.core.customer.CustomerType;
import org.crmkit.core.customer.Person;

/** Customers of whom nothing but the id matters. */
final class TestCustomers {
    private TestCustomers() {}

    static Person person(String id) {
        return person(id, Attributes.EMPTY);
    }

    static Person person(String id, Attributes attributes) {
        return Person.of(new CustomerId(id), CustomerType.CONSUMER, attributes);
    }
}
