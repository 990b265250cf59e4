package org.crmkit.core.json;

/**
 * Thrown when a JSON document is not what it should be; says where and what is allowed.
 */
public final class JsonInputException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** Where in the document the problem is. */
    private final String pointer;

    /**
     * Makes the exception.
     *
     * @param pointer where in the document, as a JSON pointer (RFC 6901); empty for the whole document
     * @param problem what is wrong there
     */
    public JsonInputException(String pointer, String problem) {
        super("at " + (pointer.isEmpty() ? "the top" : pointer) + ": " + problem);
        this.pointer = pointer;
    }

    /**
     * Returns where in the document the problem is.
     *
     * @return a JSON pointer; empty for the whole document
     */
    public String pointer() {
        return pointer;
    }
}
