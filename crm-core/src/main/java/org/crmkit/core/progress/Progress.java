package org.crmkit.core.progress;

/**
 * Listens to long work and may stop it.
 *
 * <p>The work calls {@link #advanced} now and then, from one thread at a time, at most some hundred times in all. When {@link #cancelled} is true
 * at such a moment the work ends with a {@link java.util.concurrent.CancellationException} and leaves nothing half-done behind.
 */
@FunctionalInterface
public interface Progress {
    /** Listens to nothing and never stops the work. */
    Progress NONE = (done, total) -> {};

    /**
     * Told after a part of the work is done.
     *
     * @param done units of work done so far, in [0, total]
     * @param total units of work in all, at least 1
     */
    void advanced(long done, long total);

    /**
     * Tells whether the work should stop.
     *
     * @return true to stop at the next opportunity
     */
    default boolean cancelled() {
        return false;
    }
}
