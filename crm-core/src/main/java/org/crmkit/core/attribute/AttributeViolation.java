package org.crmkit.core.attribute;

import static com.google.common.base.Preconditions.checkNotNull;

/**
 * One way in which attributes break their schema. It never quotes a value.
 *
 * @param attribute the name of the attribute
 * @param kind what is wrong
 * @param allowed what would be right, for a person to read
 */
public record AttributeViolation(String attribute, Kind kind, String allowed) {

    /** What is wrong. */
    public enum Kind {
        /** A required attribute has no value. */
        MISSING,
        /** The schema does not know the attribute. */
        UNKNOWN_ATTRIBUTE,
        /** The attribute has another type than the schema says. */
        WRONG_TYPE,
        /** The attribute is filed under another class of data than the schema says. */
        WRONG_DATA_CLASS,
        /** The code is not in the code list. */
        UNKNOWN_CODE,
        /** The value is below the least or above the greatest allowed, or in another currency. */
        OUT_OF_RANGE
    }

    /**
     * Checks the parts.
     *
     * @param attribute the name of the attribute
     * @param kind what is wrong
     * @param allowed what would be right
     */
    public AttributeViolation {
        checkNotNull(attribute, "attribute");
        checkNotNull(kind, "kind");
        checkNotNull(allowed, "allowed");
    }
}
