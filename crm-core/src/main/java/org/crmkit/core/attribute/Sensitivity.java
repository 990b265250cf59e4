package org.crmkit.core.attribute;

/** How much harm the exposure of a piece of data can do, in rising order. */
public enum Sensitivity {

    /** Says nothing about a person: a shop's floor area, a product preference in aggregate. */
    ORDINARY,

    /** Identifies or describes a person; processing needs a basis. */
    PERSONAL,

    /** Exposure can hurt dignity, safety or property; processing needs a purpose and, as a rule, a separate consent. */
    SENSITIVE;

    /**
     * Tells whether this is at least as delicate as another.
     *
     * @param other the other sensitivity
     * @return true for the same or a higher one
     */
    public boolean isAtLeast(Sensitivity other) {
        return compareTo(other) >= 0;
    }
}
