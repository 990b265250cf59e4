package org.crmkit.core.customer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.crmkit.core.attribute.AttributeKey;
import org.crmkit.core.attribute.Attributes;

/**
 * A party that buys, decides, pays or advises: a {@link Person} or an {@link Organization}.
 *
 * <p>What is <em>known</em> of it is here; what it <em>did</em> is in its activities. Immutable. {@code toString()} prints no address, no tag and no
 * value of a personal or sensitive attribute.
 */
public sealed interface Customer permits Person, Organization {

    /**
     * Returns the key.
     *
     * @return the id
     */
    CustomerId id();

    /**
     * Returns the kind of party.
     *
     * @return the type
     */
    CustomerType type();

    /**
     * Returns what is known.
     *
     * @return the attributes
     */
    Attributes attributes();

    /**
     * Returns the labels, whether they hold now or not.
     *
     * @return the tags in the order given
     */
    List<Tag> tags();

    /**
     * Returns the addresses.
     *
     * @return the contact points in the order given, preferred first
     */
    List<ContactPoint> contactPoints();

    /**
     * Returns the ties to other customers.
     *
     * @return the relationships in the order given
     */
    List<Relationship> relationships();

    /**
     * Returns when the customer was first recorded.
     *
     * @return the instant, if known
     */
    Optional<Instant> createdAt();

    /**
     * Returns the value of an attribute.
     *
     * @param key the key
     * @param <T> the Java type of the value
     * @return the value, or nothing if it is not known
     * @throws IllegalArgumentException if the name is known with another type or class of data
     */
    default <T> Optional<T> get(AttributeKey<T> key) {
        return attributes().get(key);
    }

    /**
     * Tells whether a label holds at an instant.
     *
     * @param value the label
     * @param at the instant
     * @return true if a tag with that value is valid then
     */
    default boolean hasTag(String value, Instant at) {
        for (Tag tag : tags()) {
            if (tag.value().equals(value) && tag.holdsAt(at)) {
                return true;
            }
        }
        return false;
    }
}
