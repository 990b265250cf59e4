package org.crmkit.core.customer;

import static com.google.common.base.Preconditions.checkNotNull;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.crmkit.core.time.Window;

/**
 * A directed tie from the customer that carries it to another one.
 *
 * @param type how the customer relates to the other
 * @param to the other customer
 * @param roles the parts the customer plays there, in order of declaration, often none
 * @param valid when the tie holds
 */
public record Relationship(RelationshipType type, CustomerId to, Set<StakeholderRole> roles, Window valid) {

    /**
     * Checks the parts.
     *
     * @param type how the customer relates to the other
     * @param to the other customer
     * @param roles the parts the customer plays there
     * @param valid when the tie holds
     */
    public Relationship {
        checkNotNull(type, "type");
        checkNotNull(to, "to");
        checkNotNull(valid, "valid");
        EnumSet<StakeholderRole> ordered = EnumSet.noneOf(StakeholderRole.class);
        ordered.addAll(checkNotNull(roles, "roles"));
        roles = Collections.unmodifiableSet(ordered);
    }

    /**
     * Returns a tie for all time without a role.
     *
     * @param type how the customer relates to the other
     * @param to the other customer
     * @return the relationship
     */
    public static Relationship of(RelationshipType type, CustomerId to) {
        return new Relationship(type, to, Set.of(), Window.ALWAYS);
    }

    /**
     * Returns this with roles.
     *
     * @param newRoles the parts the customer plays there
     * @return a changed copy
     */
    public Relationship as(StakeholderRole... newRoles) {
        return new Relationship(type, to, Set.of(newRoles), valid);
    }

    /**
     * Returns this for another span of time.
     *
     * @param newValid when the tie holds
     * @return a changed copy
     */
    public Relationship during(Window newValid) {
        return new Relationship(type, to, roles, newValid);
    }
}
