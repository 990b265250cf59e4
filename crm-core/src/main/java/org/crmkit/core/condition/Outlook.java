package org.crmkit.core.condition;

import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the next instant at which an answer changes if nothing happens.
 *
 * <p>Each leaf names the next instant at which it may change. The leaves that time can change are asked again at the earliest of them, and so on until
 * the answer differs or no leaf can change any more. So the result is exact for the whole condition, not only a bound. Where the other leaves decide
 * alone, nothing is looked for.
 */
final class Outlook {
    /** Birthdays come back for ever: a search that found no change in so many steps ends with what it knows. */
    private static final int MOST_STEPS = 2_000;

    private final Plan plan;
    /** The indexes of the leaves that time can change. */
    private final int[] timed;

    private final boolean[] isTimed;

    Outlook(Plan plan) {
        this.plan = plan;
        int leaves = plan.leaves().size();
        this.isTimed = new boolean[leaves];
        int[] found = new int[leaves];
        int count = 0;
        for (int leaf = 0; leaf < leaves; leaf++) {
            if (!Reads.isTimeless(plan.leaves().get(leaf))) {
                isTimed[leaf] = true;
                found[count++] = leaf;
            }
        }
        this.timed = Arrays.copyOf(found, count);
    }

    /** Tells whether the answer stays whatever the leaves say that time can change. */
    boolean isSettled(Truth[] leafTruths) {
        if (timed.length == 0) {
            return true;
        }
        Truth[] least = new Truth[plan.size()];
        Truth[] greatest = new Truth[plan.size()];
        plan.bound(leafTruths, isTimed, least, greatest);
        return least[plan.root()] == greatest[plan.root()];
    }

    /** Returns the first instant after the interpreter's moment at which the answer differs; {@link Instant#MAX} if it never does. */
    Instant validUntil(Truth[] leafTruths, Interpreter interpreter, Truth truth) {
        Truth[] later = leafTruths.clone();
        Truth[] truths = new Truth[plan.size()];
        Interpreter at = interpreter;
        for (int step = 0; step < MOST_STEPS; step++) {
            Instant next = next(at);
            if (next == null) {
                return Instant.MAX;
            }
            at = at.at(next);
            for (int leaf : timed) {
                later[leaf] = at.truth(plan.leaves().get(leaf));
            }
            plan.evaluate(later, truths);
            if (truths[plan.root()] != truth) {
                return next;
            }
        }
        return at.now().instant();
    }

    private @Nullable Instant next(Interpreter at) {
        @Nullable Instant next = null;
        for (int leaf : timed) {
            Instant candidate = LeafOutlook.next(plan.leaves().get(leaf), at);
            if (candidate != null && (next == null || candidate.isBefore(next))) {
                next = candidate;
            }
        }
        return next;
    }
}
