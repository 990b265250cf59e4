package org.crmkit.core.condition;

import static com.google.common.base.Preconditions.checkNotNull;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.crmkit.core.activity.Activity;
import org.crmkit.core.activity.Purchase;
import org.crmkit.core.activity.PurchaseLine;
import org.crmkit.core.condition.window.CalendarRules;
import org.crmkit.core.consent.ConsentGuard;
import org.crmkit.core.profile.Profile;
import org.crmkit.core.time.AsOf;

/**
 * What a condition may know besides the profile.
 *
 * <p>The standard context asks as of the profile's own instant, knows no segments, permits no sensitive attribute, takes a customer to be observed
 * from the creation or the first activity on, has weeks begin on Monday and years in January, and has no activity at hand. Immutable; the
 * {@code with} methods return changed copies.
 */
public final class EvaluationContext {
    /** The standard context. */
    public static final EvaluationContext STANDARD = new EvaluationContext(
            Optional.empty(),
            SegmentResolver.NONE,
            ConsentGuard.withoutRecords(),
            ObservedSince.CREATION_OR_FIRST_ACTIVITY,
            CalendarRules.STANDARD,
            Map.of(),
            EventQuestion.OF_NOTHING);

    private final Optional<AsOf> asOf;
    private final SegmentResolver segments;
    private final ConsentGuard guard;
    private final ObservedSince observedSince;
    private final CalendarRules calendar;
    private final Map<Leaf, Truth> assumptions;
    private final EventQuestion subject;

    private EvaluationContext(
            Optional<AsOf> asOf,
            SegmentResolver segments,
            ConsentGuard guard,
            ObservedSince observedSince,
            CalendarRules calendar,
            Map<Leaf, Truth> assumptions,
            EventQuestion subject) {
        this.asOf = asOf;
        this.segments = segments;
        this.guard = guard;
        this.observedSince = observedSince;
        this.calendar = calendar;
        this.assumptions = assumptions;
        this.subject = subject;
    }

    /**
     * Returns this context at another moment than that of the profile: later, as if nothing had happened since, or earlier, as if what came after
     * lay ahead.
     *
     * @param moment the moment, and the zone of its days
     * @return a changed copy
     */
    public EvaluationContext withAsOf(AsOf moment) {
        return new EvaluationContext(
                Optional.of(checkNotNull(moment, "moment")),
                segments,
                guard,
                observedSince,
                calendar,
                assumptions,
                subject);
    }

    /**
     * Returns this context with definitions of segments.
     *
     * @param resolver knows the segments
     * @return a changed copy
     */
    public EvaluationContext withSegments(SegmentResolver resolver) {
        return new EvaluationContext(
                asOf, checkNotNull(resolver, "resolver"), guard, observedSince, calendar, assumptions, subject);
    }

    /**
     * Returns this context with a guard of sensitive attributes.
     *
     * @param newGuard decides what may be read
     * @return a changed copy
     */
    public EvaluationContext withGuard(ConsentGuard newGuard) {
        return new EvaluationContext(
                asOf, segments, checkNotNull(newGuard, "newGuard"), observedSince, calendar, assumptions, subject);
    }

    /**
     * Returns this context with other knowledge of when observation began.
     *
     * @param since knows from when on activities are complete
     * @return a changed copy
     */
    public EvaluationContext withObservedSince(ObservedSince since) {
        return new EvaluationContext(
                asOf, segments, guard, checkNotNull(since, "since"), calendar, assumptions, subject);
    }

    /**
     * Returns this context with other first days of weeks and years.
     *
     * @param rules where weeks and years begin
     * @return a changed copy
     */
    public EvaluationContext withCalendar(CalendarRules rules) {
        return new EvaluationContext(
                asOf, segments, guard, observedSince, checkNotNull(rules, "rules"), assumptions, subject);
    }

    /**
     * Returns this context with a leaf taken to have a given answer, whatever the profile says: "what if".
     *
     * @param leaf the leaf
     * @param truth its answer
     * @return a changed copy
     */
    public EvaluationContext assuming(Leaf leaf, Truth truth) {
        Map<Leaf, Truth> more = new LinkedHashMap<>(assumptions);
        more.put(checkNotNull(leaf, "leaf"), checkNotNull(truth, "truth"));
        return new EvaluationContext(asOf, segments, guard, observedSince, calendar, Map.copyOf(more), subject);
    }

    /**
     * Returns this context with an activity at hand, whose {@link ActivityFacts} a condition on the customer may read as well: a purchase that is to
     * earn points, a visit that is to be rewarded.
     *
     * <p>The activity is not thereby part of the customer's history; whether events count it depends on the profile alone.
     *
     * @param activity the activity
     * @return a changed copy, without a line
     */
    public EvaluationContext withActivity(Activity activity) {
        return with(new EventQuestion(checkNotNull(activity, "activity"), null));
    }

    /**
     * Returns this context with a purchase and one line of it at hand, whose {@link ActivityFacts} and {@link LineFacts} a condition on the customer
     * may read as well: "a VIP buys vitamins".
     *
     * @param purchase the purchase
     * @param line the line
     * @return a changed copy
     */
    public EvaluationContext withLine(Purchase purchase, PurchaseLine line) {
        return with(new EventQuestion(checkNotNull(purchase, "purchase"), checkNotNull(line, "line")));
    }

    private EvaluationContext with(EventQuestion newSubject) {
        return new EvaluationContext(asOf, segments, guard, observedSince, calendar, assumptions, newSubject);
    }

    /**
     * Returns the moment asked about.
     *
     * @param profile the customer
     * @return the moment of this context, or else that of the profile
     */
    public AsOf asOf(Profile profile) {
        return asOf.orElseGet(profile::asOf);
    }

    /**
     * Returns who knows the segments.
     *
     * @return the resolver
     */
    public SegmentResolver segments() {
        return segments;
    }

    /**
     * Returns who decides on sensitive attributes.
     *
     * @return the guard
     */
    public ConsentGuard guard() {
        return guard;
    }

    /**
     * Returns who knows when observation began.
     *
     * @return the knowledge
     */
    public ObservedSince observedSince() {
        return observedSince;
    }

    /**
     * Returns where weeks and years begin.
     *
     * @return the rules
     */
    public CalendarRules calendar() {
        return calendar;
    }

    /**
     * Returns the activity at hand.
     *
     * @return the activity, or empty if the customer alone is asked about
     */
    public Optional<Activity> activity() {
        return subject.activity();
    }

    /**
     * Returns the line at hand.
     *
     * @return the line of the purchase at hand, or empty if none is asked about
     */
    public Optional<PurchaseLine> line() {
        return subject.line();
    }

    /** Tells whether an activity is at hand. */
    boolean hasSubject() {
        return subject != EventQuestion.OF_NOTHING;
    }

    /** Returns who knows the facts of the activity and line at hand. */
    EventQuestion subject() {
        return subject;
    }

    /** Returns the moment asked about, if it is not that of the profile. */
    Optional<AsOf> asOf() {
        return asOf;
    }

    /** Returns the leaves whose answer is taken as given. */
    Map<Leaf, Truth> assumptions() {
        return assumptions;
    }
}
