package org.crmkit.core.activity;

/**
 * Thrown when two activities carry the same id but do not say the same.
 *
 * <p>The message names the id and the fields that differ; it holds no content of either, since that may be personal.
 */
public final class ConflictingActivityException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient Activity known;
    private final transient Activity arrived;

    ConflictingActivityException(Activity known, Activity arrived) {
        super("activity id '" + known.id() + "' was already taken by a " + known.code() + " at " + known.at()
                + " and came again as a " + arrived.code() + " at " + arrived.at() + " with another "
                + String.join(", another ", ActivityDifference.between(known, arrived))
                + "; the same id must always say the same");
        this.known = known;
        this.arrived = arrived;
    }

    /**
     * Returns the activity that was taken first.
     *
     * @return the one in the log
     */
    public Activity known() {
        return known;
    }

    /**
     * Returns the activity that was refused.
     *
     * @return the one that arrived later
     */
    public Activity arrived() {
        return arrived;
    }
}
