package org.crmkit.core.condition.json;

import static com.google.common.base.Preconditions.checkNotNull;

/** Thrown for JSON that is not a condition; says where it is wrong. Messages never print values, which may be sensitive. */
public final class ConditionParseException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** Where in the document the problem is. */
    private final String pointer;

    ConditionParseException(String pointer, String problem) {
        super("at " + (pointer.isEmpty() ? "the root" : pointer) + ": " + problem);
        this.pointer = checkNotNull(pointer, "pointer");
    }

    /**
     * Returns where the JSON is wrong.
     *
     * @return a JSON pointer (RFC 6901), such as {@code /rule/of/1/attribute}; empty for the whole document
     */
    public String pointer() {
        return pointer;
    }
}
