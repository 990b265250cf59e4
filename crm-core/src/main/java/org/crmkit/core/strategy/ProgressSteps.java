package org.crmkit.core.strategy;

import java.util.concurrent.CancellationException;
import org.crmkit.core.progress.Progress;

/** Tells a listener at most some hundred times, and heeds its wish to stop. */
final class ProgressSteps {
    /** A power of two so that the test costs nothing; a few milliseconds of work lie between two calls. */
    private static final int EVERY = 1 << 14;

    private ProgressSteps() {}

    static void tell(Progress progress, int done, int total) {
        if ((done & (EVERY - 1)) != 0 && done != total) {
            return;
        }
        progress.advanced(done, total);
        if (progress.cancelled()) {
            throw new CancellationException("stopped after " + done + " of " + total);
        }
    }
}
