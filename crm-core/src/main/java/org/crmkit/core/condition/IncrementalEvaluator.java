package org.crmkit.core.condition;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.crmkit.core.activity.Activity;
import org.crmkit.core.profile.Profile;
import org.crmkit.core.time.AsOf;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the answer of a condition for one customer up to date, event by event and as time passes.
 *
 * <p>Only leaves that an event concerns are asked again, and time asks only those whose time has come; the answer is always that of asking anew.
 * Attributes, tags and scores stay those of the profile: when they change, make another evaluator. Costs about the number of leaves an event, and the
 * number of events in a window for a leaf that counts them. Not safe for several threads at once.
 */
public final class IncrementalEvaluator {
    private final Plan plan;
    private final EvaluationContext context;
    private final GrowingKnowledge known;
    private final Truth[] leafTruths;
    private final Truth[] truths;
    private final @Nullable Instant[] nextLook;
    private Interpreter interpreter;

    private IncrementalEvaluator(Condition condition, Profile profile, EvaluationContext context) {
        this.plan = Plan.of(condition);
        this.context = context;
        AsOf now = context.asOf(profile);
        this.known = new GrowingKnowledge(profile, now);
        this.interpreter = new Interpreter(known, context, now);
        this.leafTruths = new Truth[plan.leaves().size()];
        this.nextLook = new Instant[leafTruths.length];
        this.truths = new Truth[plan.size()];
        for (int leaf = 0; leaf < leafTruths.length; leaf++) {
            ask(leaf);
        }
        plan.evaluate(leafTruths, truths);
    }

    /**
     * Begins with what a profile knows.
     *
     * @param condition the condition
     * @param profile the customer, with single activities
     * @param context the moment and what else is given
     * @return the evaluator
     * @throws IllegalArgumentException if the profile was made from summaries
     */
    public static IncrementalEvaluator of(Condition condition, Profile profile, EvaluationContext context) {
        checkNotNull(condition, "condition");
        checkArgument(profile.hasActivities(), "profile must hold single activities to take in more");
        return new IncrementalEvaluator(condition, profile, context);
    }

    /**
     * Returns the answer at the present moment.
     *
     * @return the answer
     */
    public Truth truth() {
        return truths[plan.root()];
    }

    /**
     * Takes in an activity, late or early; one that is known already changes nothing.
     *
     * @param activity an activity of the customer; one that lies ahead counts when its time has come
     * @return the answer at the present moment
     * @throws org.crmkit.core.activity.ConflictingActivityException if its id is known with other content
     */
    public Truth add(Activity activity) {
        int place = known.add(activity);
        if (place >= 0) {
            for (int leaf = 0; leaf < leafTruths.length; leaf++) {
                if (concerns(plan.leaves().get(leaf), activity.code(), place == 0)) {
                    ask(leaf);
                }
            }
            plan.evaluate(leafTruths, truths);
        }
        return truth();
    }

    /**
     * Lets time pass.
     *
     * @param moment the new present, not before the old one
     * @return the answer then
     */
    public Truth advanceTo(Instant moment) {
        AsOf now = interpreter.now();
        checkArgument(!moment.isBefore(now.instant()), "moment must not be before %s, was %s", now.instant(), moment);
        AsOf later = new AsOf(moment, now.zone());
        known.advance(later);
        interpreter = new Interpreter(known, context, later);
        for (int leaf = 0; leaf < leafTruths.length; leaf++) {
            Instant look = nextLook[leaf];
            if (look != null && !look.isAfter(moment)) {
                ask(leaf);
            }
        }
        plan.evaluate(leafTruths, truths);
        return truth();
    }

    /**
     * Returns until when nothing needs to be asked if nothing happens.
     *
     * @return an instant up to which the answer certainly holds, or empty if time alone never changes it
     */
    public Optional<Instant> holdsUntil() {
        @Nullable Instant first = null;
        for (@Nullable Instant look : nextLook) {
            first = first == null || look != null && look.isBefore(first) ? look : first;
        }
        return Optional.ofNullable(first);
    }

    private void ask(int leaf) {
        leafTruths[leaf] = interpreter.truth(plan.leaves().get(leaf));
        nextLook[leaf] = LeafOutlook.next(plan.leaves().get(leaf), interpreter);
    }

    /** A new first activity also moves the instant from which on the customer was observed. */
    private static boolean concerns(Leaf leaf, String code, boolean first) {
        if (leaf instanceof Leaf.Events node) {
            return first || node.stream().includes(code);
        }
        if (leaf instanceof Leaf.Sequence node) {
            return first || concerns(node.steps(), code);
        }
        if (leaf instanceof Leaf.InSegment || leaf instanceof Leaf.Custom) {
            return true;
        }
        return Reads.attribute(leaf)
                .map(read -> SummaryFacts.isFact(read.key()))
                .orElse(false);
    }

    private static boolean concerns(List<Leaf.Sequence.Step> steps, String code) {
        for (Leaf.Sequence.Step step : steps) {
            if (step.stream().includes(code)
                    || step.withoutBetween().map(other -> other.includes(code)).orElse(false)) {
                return true;
            }
        }
        return false;
    }
}
