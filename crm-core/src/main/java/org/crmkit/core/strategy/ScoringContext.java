package org.crmkit.core.strategy;

import static com.google.common.base.Preconditions.checkNotNull;

import org.crmkit.core.progress.Progress;
import org.crmkit.core.time.AsOf;

/**
 * What a strategy may lean on besides the customers: the instant it scores at, and who watches the work.
 *
 * <p>Made by the library or the host, read by strategies; facts may be added in later versions.
 *
 * @param asOf the instant to score at, and the zone of its days
 * @param progress told how far long work has come; may stop it
 */
public record ScoringContext(AsOf asOf, Progress progress) {
    /**
     * Checks the parts.
     *
     * @param asOf the instant to score at
     * @param progress told how far long work has come
     */
    public ScoringContext {
        checkNotNull(asOf, "asOf");
        checkNotNull(progress, "progress");
    }

    /**
     * Returns a context that nobody watches.
     *
     * @param asOf the instant to score at
     * @return the context
     */
    public static ScoringContext at(AsOf asOf) {
        return new ScoringContext(asOf, Progress.NONE);
    }
}
