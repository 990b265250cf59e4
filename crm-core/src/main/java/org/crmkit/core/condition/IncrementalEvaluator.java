package org.crmkit.core.condition;

import static com.google.common.base.Preconditions.checkNotNull;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.crmkit.core.activity.Activity;
import org.crmkit.core.profile.Profile;

/**
 * Keeps the answer of a condition for one customer up to date, event by event and as time passes.
 *
 * <p>Only leaves that an event concerns are asked again, and time asks only those whose time has come; the answer is always that of asking anew.
 * Attributes, tags and scores stay those of the profile: when they change, make another evaluator. Costs about the number of leaves an event, and the
 * number of events in a window for a leaf that counts them. Not safe for several threads at once.
 */
public final class IncrementalEvaluator {
    private final ConditionTracker tracker;

    private IncrementalEvaluator(ConditionTracker tracker) {
        this.tracker = tracker;
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
        return new IncrementalEvaluator(ConditionSet.of(Map.of("", condition)).track(profile, context));
    }

    /**
     * Returns the answer at the present moment.
     *
     * @return the answer
     */
    public Truth truth() {
        return tracker.truth(0);
    }

    /**
     * Takes in an activity, late or early; one that is known already changes nothing.
     *
     * @param activity an activity of the customer; one that lies ahead counts when its time has come
     * @return the answer at the present moment
     * @throws org.crmkit.core.activity.ConflictingActivityException if its id is known with other content
     */
    public Truth add(Activity activity) {
        tracker.add(activity);
        return truth();
    }

    /**
     * Lets time pass.
     *
     * @param moment the new present, not before the old one
     * @return the answer then
     */
    public Truth advanceTo(Instant moment) {
        tracker.advanceTo(moment);
        return truth();
    }

    /**
     * Returns until when nothing needs to be asked if nothing happens.
     *
     * @return an instant up to which the answer certainly holds, or empty if time alone never changes it
     */
    public Optional<Instant> holdsUntil() {
        return tracker.holdsUntil();
    }
}
