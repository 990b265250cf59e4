package org.crmkit.core.condition;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.crmkit.core.attribute.AttributeKey;
import org.crmkit.core.attribute.AttributeType;
import org.crmkit.core.customer.Customer;

/**
 * What is known of a customer besides attributes, readable like them: the kind of party, and since when it is on record.
 *
 * <p>Missing where only the activities of a customer are known. An attribute of the same name, if the host has one, is read in place of the fact.
 */
public final class CustomerFacts {
    /** The code of the kind of party, such as {@code pharmacy}; see {@link org.crmkit.core.customer.CustomerType}. */
    public static final AttributeKey<String> TYPE = AttributeKey.code("customer.type");

    /** When the customer was first recorded; missing if that is not known. */
    public static final AttributeKey<Instant> CREATED_AT = AttributeKey.instant("customer.created-at");

    private static final List<AttributeKey<?>> ALL = List.of(TYPE, CREATED_AT);

    private CustomerFacts() {}

    /**
     * Returns all facts.
     *
     * @return the keys, in a fixed order
     */
    public static List<AttributeKey<?>> all() {
        return ALL;
    }

    static boolean isFact(AttributeKey<?> key) {
        return key.equals(TYPE) || key.equals(CREATED_AT);
    }

    /** Returns the key of a name, or empty if there is none. */
    static Optional<AttributeKey<?>> key(String name) {
        return ALL.stream().filter(key -> key.name().equals(name)).findFirst();
    }

    /** Returns the fact of a key, or empty if it is missing or the key is none of these. */
    static <T> Optional<T> value(AttributeKey<T> key, Optional<Customer> customer) {
        AttributeType<T> type = key.type();
        if (key.equals(TYPE)) {
            return customer.map(each -> type.check(each.type().code()));
        }
        return key.equals(CREATED_AT) ? customer.flatMap(Customer::createdAt).map(type::check) : Optional.empty();
    }
}
