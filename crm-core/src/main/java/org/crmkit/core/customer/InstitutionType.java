package org.crmkit.core.customer;

import static com.google.common.base.Preconditions.checkNotNull;

import java.util.Optional;
import org.crmkit.core.internal.check.Words;

/**
 * A kind of institution in a tree, written as a path: {@code hospital.general.tertiary} is a {@code hospital.general} is a {@code hospital}.
 *
 * <p>The tree is open: any path may be added under any node.
 *
 * @param code path of codes joined by points
 */
public record InstitutionType(String code) implements Comparable<InstitutionType> {

    /** Any hospital. */
    public static final InstitutionType HOSPITAL = new InstitutionType("hospital");

    /** A hospital with most specialties. */
    public static final InstitutionType GENERAL_HOSPITAL = HOSPITAL.child("general");

    /** A hospital of one specialty: oncology, eyes, children. */
    public static final InstitutionType SPECIALIZED_HOSPITAL = HOSPITAL.child("specialized");

    /** A community health center or township hospital. */
    public static final InstitutionType PRIMARY_CARE = new InstitutionType("primary-care");

    /** A clinic or practice. */
    public static final InstitutionType CLINIC = new InstitutionType("clinic");

    /** Any pharmacy. */
    public static final InstitutionType PHARMACY = new InstitutionType("pharmacy");

    /** A shop of a pharmacy chain. */
    public static final InstitutionType CHAIN_PHARMACY = PHARMACY.child("chain");

    /** A pharmacy of its own owner. */
    public static final InstitutionType INDEPENDENT_PHARMACY = PHARMACY.child("independent");

    /** A pharmacy that sells over the internet. */
    public static final InstitutionType ONLINE_PHARMACY = PHARMACY.child("online");

    /** A wholesaler. */
    public static final InstitutionType WHOLESALER = new InstitutionType("wholesaler");

    /** A distributor or agent. */
    public static final InstitutionType DISTRIBUTOR = new InstitutionType("distributor");

    /** An insurer or health fund. */
    public static final InstitutionType INSURER = new InstitutionType("insurer");

    /** A public body. */
    public static final InstitutionType GOVERNMENT = new InstitutionType("government");

    /** A research institute or university. */
    public static final InstitutionType RESEARCH = new InstitutionType("research");

    /**
     * Checks the parts.
     *
     * @param code path of codes joined by points
     */
    public InstitutionType {
        Words.path(code, "institutionType");
    }

    /**
     * Returns a type by its path.
     *
     * @param code such as {@code hospital.general}
     * @return the type
     */
    public static InstitutionType of(String code) {
        return new InstitutionType(code);
    }

    /**
     * Returns the type one step down.
     *
     * @param name one code without a point
     * @return the child
     */
    public InstitutionType child(String name) {
        return new InstitutionType(code + '.' + name);
    }

    /**
     * Returns the type one step up.
     *
     * @return the parent, or nothing at the top
     */
    public Optional<InstitutionType> parent() {
        int point = code.lastIndexOf('.');
        return point < 0 ? Optional.empty() : Optional.of(new InstitutionType(code.substring(0, point)));
    }

    /**
     * Tells whether this is the other type or lies under it.
     *
     * @param other the other type
     * @return true for the type itself and all its ancestors
     */
    public boolean isA(InstitutionType other) {
        return code.equals(other.code) || code.startsWith(other.code + '.');
    }

    /** Orders by path. */
    @Override
    public int compareTo(InstitutionType other) {
        return code.compareTo(checkNotNull(other, "other").code);
    }

    /** Returns the path. */
    @Override
    public String toString() {
        return code;
    }
}
