package org.crmkit.core.customer;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.crmkit.core.attribute.Attributes;
import org.crmkit.core.internal.check.Years;

/**
 * A human customer: consumer, patient, doctor, contact of an account.
 *
 * @param id the key
 * @param type the kind of party
 * @param attributes what is known
 * @param tags labels, in the order given
 * @param contactPoints addresses, preferred first
 * @param relationships ties to other customers, none to itself
 * @param createdAt when first recorded, in the years 0 to 9999, if known
 */
public record Person(
        CustomerId id,
        CustomerType type,
        Attributes attributes,
        List<Tag> tags,
        List<ContactPoint> contactPoints,
        List<Relationship> relationships,
        Optional<Instant> createdAt)
        implements Customer {

    /**
     * Checks the parts.
     *
     * @param id the key
     * @param type the kind of party
     * @param attributes what is known
     * @param tags labels
     * @param contactPoints addresses
     * @param relationships ties to other customers
     * @param createdAt when first recorded
     */
    public Person {
        checkNotNull(id, "id");
        checkNotNull(type, "type");
        checkNotNull(attributes, "attributes");
        tags = List.copyOf(tags);
        contactPoints = List.copyOf(contactPoints);
        relationships = List.copyOf(relationships);
        checkNotNull(createdAt, "createdAt").ifPresent(at -> Years.check(at, "createdAt"));
        for (Relationship relationship : relationships) {
            checkArgument(
                    !relationship.to().equals(id),
                    "relationship %s must not point to the customer itself, %s",
                    relationship.type(),
                    id);
        }
    }

    /**
     * Returns a person with its attributes and nothing else yet.
     *
     * @param id the key
     * @param type the kind of party
     * @param attributes what is known
     * @return the customer
     */
    public static Person of(CustomerId id, CustomerType type, Attributes attributes) {
        return new Person(id, type, attributes, List.of(), List.of(), List.of(), Optional.empty());
    }

    /**
     * Returns this with other attributes.
     *
     * @param newAttributes what is known
     * @return a changed copy
     */
    public Person withAttributes(Attributes newAttributes) {
        return new Person(id, type, newAttributes, tags, contactPoints, relationships, createdAt);
    }

    /**
     * Returns this with other tags.
     *
     * @param newTags the labels
     * @return a changed copy
     */
    public Person withTags(List<Tag> newTags) {
        return new Person(id, type, attributes, newTags, contactPoints, relationships, createdAt);
    }

    /**
     * Returns this with other contact points.
     *
     * @param newContactPoints the addresses, preferred first
     * @return a changed copy
     */
    public Person withContactPoints(List<ContactPoint> newContactPoints) {
        return new Person(id, type, attributes, tags, newContactPoints, relationships, createdAt);
    }

    /**
     * Returns this with other relationships.
     *
     * @param newRelationships the ties, none to the customer itself
     * @return a changed copy
     */
    public Person withRelationships(List<Relationship> newRelationships) {
        return new Person(id, type, attributes, tags, contactPoints, newRelationships, createdAt);
    }

    /**
     * Returns this with a time of first record.
     *
     * @param instant when first recorded
     * @return a changed copy
     */
    public Person withCreatedAt(Instant instant) {
        return new Person(id, type, attributes, tags, contactPoints, relationships, Optional.of(instant));
    }

    /** Returns id, type and counts; never tags, addresses or values of personal data. */
    @Override
    public String toString() {
        return "Person[id=" + id + ", type=" + type + ", " + attributes + ", tags=" + tags.size() + ", contactPoints="
                + contactPoints.size() + ", relationships=" + relationships.size() + ']';
    }
}
