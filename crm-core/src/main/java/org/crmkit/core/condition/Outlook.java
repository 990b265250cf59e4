package org.crmkit.core.condition;

import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the next instant at which an answer changes if nothing happens.
 *
 * <p>Each leaf names the next instant at which it may change. At the earliest of them the leaves that named it are asked again, and so on until the answer
 * differs, or those that can still change do not matter. So the result is exact for the whole condition, not only a bound. Where the other leaves decide
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
        return timed.length == 0 || isSettled(leafTruths, isTimed);
    }

    /** Returns the first instant after the interpreter's moment at which the answer differs; {@link Instant#MAX} if it never does. */
    Instant validUntil(Truth[] leafTruths, Interpreter interpreter, Truth truth) {
        Truth[] later = leafTruths.clone();
        @Nullable Instant[] looks = new Instant[timed.length];
        for (int i = 0; i < timed.length; i++) {
            looks[i] = LeafOutlook.next(plan.leaves().get(timed[i]), interpreter);
        }
        Truth[] truths = new Truth[plan.size()];
        Interpreter at = interpreter;
        for (int step = 0; step < MOST_STEPS; step++) {
            Instant next = first(looks);
            if (next == null || isSettled(later, looks)) {
                return Instant.MAX;
            }
            at = at.at(next);
            for (int i = 0; i < timed.length; i++) {
                if (next.equals(looks[i])) {
                    later[timed[i]] = at.truth(plan.leaves().get(timed[i]));
                    looks[i] = LeafOutlook.next(plan.leaves().get(timed[i]), at);
                }
            }
            plan.evaluate(later, truths);
            if (truths[plan.root()] != truth) {
                return next;
            }
        }
        return at.now().instant();
    }

    private static @Nullable Instant first(@Nullable Instant[] looks) {
        @Nullable Instant first = null;
        for (Instant look : looks) {
            if (look != null && (first == null || look.isBefore(first))) {
                first = look;
            }
        }
        return first;
    }

    /** Tells whether the answer stays, now that some leaves will not change any more. */
    private boolean isSettled(Truth[] leafTruths, @Nullable Instant[] looks) {
        boolean[] open = new boolean[leafTruths.length];
        boolean someRest = false;
        for (int i = 0; i < timed.length; i++) {
            open[timed[i]] = looks[i] != null;
            someRest |= looks[i] == null;
        }
        return someRest && isSettled(leafTruths, open);
    }

    private boolean isSettled(Truth[] leafTruths, boolean[] open) {
        Truth[] least = new Truth[plan.size()];
        Truth[] greatest = new Truth[plan.size()];
        plan.bound(leafTruths, open, least, greatest);
        return least[plan.root()] == greatest[plan.root()];
    }
}
