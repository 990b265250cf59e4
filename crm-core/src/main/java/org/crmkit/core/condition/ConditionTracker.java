package org.crmkit.core.condition;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.crmkit.core.activity.Activity;
import org.crmkit.core.profile.Profile;
import org.crmkit.core.time.AsOf;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the answers of many conditions for one customer up to date, event by event and as time passes.
 *
 * <p>Only what an event concerns is looked at again, and only conditions whose leaves changed are worked out; the answers are always those of asking
 * anew. Attributes, tags and scores stay those of the profile: when they change, make another tracker. An event costs about a look at the events of each
 * window that it concerns. Not safe for several threads at once.
 */
public final class ConditionTracker {
    private final ConditionSet set;
    private final EvaluationContext context;
    private final GrowingKnowledge known;
    private final Truth[] leafTruths;
    private final Truth[] truths;
    /** What each group saw last. */
    private final @Nullable Object[] seen;
    /** When time next concerns a group; null if it never does. */
    private final @Nullable Instant[] nextLook;
    /** Groups that changed since it was last worked out when time concerns them: they are looked at whenever time passes. */
    private final BitSet unsure = new BitSet();

    private final BitSet touched = new BitSet();
    private Interpreter interpreter;

    ConditionTracker(ConditionSet set, Profile profile, EvaluationContext context) {
        checkArgument(profile.hasActivities(), "profile must hold single activities to take in more");
        this.set = set;
        this.context = context;
        AsOf now = context.asOf(profile);
        this.known = new GrowingKnowledge(profile, now);
        this.interpreter = Interpreter.ofMany(known, context, now);
        this.leafTruths = new Truth[set.leaves()];
        this.truths = new Truth[set.names().size()];
        this.seen = new Object[set.groups().size()];
        this.nextLook = new Instant[seen.length];
        for (int group = 0; group < seen.length; group++) {
            look(group);
        }
        for (int condition = 0; condition < truths.length; condition++) {
            truths[condition] = set.truth(condition, leafTruths);
        }
        touched.clear();
    }

    /**
     * A condition whose answer is another one than before: true now is an entry into a segment, true before a leave.
     *
     * @param name the name of the condition
     * @param before the answer it had
     * @param after the answer it has
     */
    public record Change(String name, Truth before, Truth after) {
        /**
         * Checks the parts.
         *
         * @param name the name of the condition
         * @param before the answer it had
         * @param after the answer it has
         */
        public Change {
            checkNotNull(name, "name");
            checkArgument(before != after, "after must differ from before, was %s", after);
        }
    }

    /**
     * Returns the answer of a condition at the present moment.
     *
     * @param name the name of the condition
     * @return the answer
     * @throws IllegalArgumentException if the set has no such condition
     */
    public Truth truth(String name) {
        int condition = set.names().indexOf(name);
        checkArgument(condition >= 0, "name must be one of the set's, was %s", name);
        return truths[condition];
    }

    Truth truth(int condition) {
        return truths[condition];
    }

    /**
     * Takes in an activity, late or early; one that is known already changes nothing.
     *
     * @param activity an activity of the customer; one that lies ahead counts when its time has come
     * @return what changed, in the order of the conditions
     * @throws org.crmkit.core.activity.ConflictingActivityException if its id is known with other content
     */
    public List<Change> add(Activity activity) {
        int place = known.add(activity);
        if (place < 0) {
            return List.of();
        }
        for (int group : set.concerned(activity.code(), place == 0)) {
            look(group);
        }
        return changes();
    }

    /**
     * Lets time pass.
     *
     * @param moment the new present, not before the old one
     * @return what changed, in the order of the conditions
     */
    public List<Change> advanceTo(Instant moment) {
        AsOf now = interpreter.now();
        checkArgument(!moment.isBefore(now.instant()), "moment must not be before %s, was %s", now.instant(), moment);
        AsOf later = new AsOf(moment, now.zone());
        known.advance(later);
        interpreter = Interpreter.ofMany(known, context, later);
        for (int group = 0; group < seen.length; group++) {
            Instant look = nextLook[group];
            if (unsure.get(group) || look != null && !look.isAfter(moment)) {
                look(group);
            }
        }
        return changes();
    }

    /**
     * Returns until when nothing needs to be asked if nothing happens.
     *
     * @return an instant up to which all answers certainly hold, or empty if time alone never changes one
     */
    public Optional<Instant> holdsUntil() {
        @Nullable Instant first = null;
        for (int group = 0; group < nextLook.length; group++) {
            if (unsure.get(group)) {
                nextLook[group] = nextLook(set.groups().get(group));
                unsure.clear(group);
            }
            Instant look = nextLook[group];
            first = first == null || look != null && look.isBefore(first) ? look : first;
        }
        return Optional.ofNullable(first);
    }

    private @Nullable Instant nextLook(LeafGroup group) {
        @Nullable Instant next = null;
        for (int i = 0; i < group.size(); i++) {
            Instant look = LeafOutlook.next(group.leaf(i), interpreter);
            next = next == null || look != null && look.isBefore(next) ? look : next;
        }
        return next;
    }

    private void look(int index) {
        LeafGroup group = set.groups().get(index);
        unsure.set(index, !set.isTimeless(index));
        Object sight = group.look(interpreter);
        if (Objects.equals(sight, seen[index])) {
            return;
        }
        seen[index] = sight;
        for (int i = 0; i < group.size(); i++) {
            Truth truth = group.answer(i, sight, interpreter);
            int leaf = group.index(i);
            if (truth != leafTruths[leaf]) {
                leafTruths[leaf] = truth;
                for (int condition : set.usersOf(leaf)) {
                    touched.set(condition);
                }
            }
        }
    }

    private List<Change> changes() {
        if (touched.isEmpty()) {
            return List.of();
        }
        List<Change> changes = new ArrayList<>();
        for (int condition = touched.nextSetBit(0); condition >= 0; condition = touched.nextSetBit(condition + 1)) {
            Truth after = set.truth(condition, leafTruths);
            if (after != truths[condition]) {
                changes.add(new Change(set.names().get(condition), truths[condition], after));
                truths[condition] = after;
            }
        }
        touched.clear();
        return changes;
    }

    /** Returns the number of conditions with their answers; nothing else of the customer. */
    @Override
    public String toString() {
        return "ConditionTracker[conditions=" + truths.length + "]";
    }
}
