package org.crmkit.core.customer;

import static com.google.common.base.Preconditions.checkNotNull;

import org.crmkit.core.internal.check.Words;

/**
 * How one customer relates to another, read from the one to the other.
 *
 * <p>The set is open. The account types {@link #ACCOUNT_OF}, {@link #DEPARTMENT_OF} and {@link #WORKS_AT} form the hierarchies of
 * {@link AccountHierarchy}.
 *
 * @param code lower-case letters, digits, {@code - . _}
 */
public record RelationshipType(String code) implements Comparable<RelationshipType> {

    /** A sub-account of another account: a branch of a chain. */
    public static final RelationshipType ACCOUNT_OF = new RelationshipType("account-of");

    /** A department of an institution. */
    public static final RelationshipType DEPARTMENT_OF = new RelationshipType("department-of");

    /** A person who works at an institution or in a department. */
    public static final RelationshipType WORKS_AT = new RelationshipType("works-at");

    /** Someone of the same household. */
    public static final RelationshipType HOUSEHOLD_OF = new RelationshipType("household-of");

    /** Someone whom another customer brought. */
    public static final RelationshipType REFERRED_BY = new RelationshipType("referred-by");

    /** A patient in the care of a doctor. */
    public static final RelationshipType TREATED_BY = new RelationshipType("treated-by");

    /** A minor or ward, and the guardian who consents for him. */
    public static final RelationshipType WARD_OF = new RelationshipType("ward-of");

    /** Someone whose costs an insurer or fund carries. */
    public static final RelationshipType INSURED_BY = new RelationshipType("insured-by");

    /**
     * Checks the parts.
     *
     * @param code lower-case letters
     */
    public RelationshipType {
        Words.code(code, "relationshipType");
    }

    /**
     * Returns a type by its code.
     *
     * @param code lower-case letters, digits, {@code - . _}
     * @return the type
     */
    public static RelationshipType of(String code) {
        return new RelationshipType(code);
    }

    /** Orders by code. */
    @Override
    public int compareTo(RelationshipType other) {
        return code.compareTo(checkNotNull(other, "other").code);
    }

    /** Returns the code. */
    @Override
    public String toString() {
        return code;
    }
}
